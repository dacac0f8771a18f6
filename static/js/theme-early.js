// Sets the reader's colours before the first paint, on pages that are the same for everybody or whose frame is not ours.

{
  const chosen = /(?:^|; )theme=(light|dark)/.exec(document.cookie)
  if (chosen) document.documentElement.dataset.theme = chosen[1]
}
