/* The editor's text as the server reads it: blocks of folded text, each character with the place in the document that it
   stands at. Mirrors articles/text/blocks.py. */

const BREAKS = new Set(
  "H1 H2 H3 H4 H5 H6 P LI BLOCKQUOTE FIGCAPTION CAPTION TR PRE UL OL TABLE THEAD TBODY FIGURE ASIDE HR DIV".split(" "),
);
const UNSEEN = /[\u200b\ufeff]/;
const SPACE = /\s/;
const CLOSING = /[.,:;!?)\]]/;

class Run {
  text = "";
  places = [];
  gap = false;
  citedAt = -1;

  add(node) {
    const data = node.data;
    if (CLOSING.test(data[0]) && this.citedAt === this.text.length) this.gap = false;
    for (let at = 0; at < data.length; at += 1) {
      if (UNSEEN.test(data[at])) continue;
      if (SPACE.test(data[at])) this.gap = true;
      else this.put(data[at], node, at);
    }
  }

  put(character, node, at) {
    if (this.gap && this.text) this.push(" ", node, at);
    this.gap = false;
    this.push(character, node, at);
  }

  push(character, node, at) {
    this.text += character;
    this.places.push([node, at]);
  }

  cell(node) {
    if (!this.text) return;
    for (const character of " | ") this.push(character, node, 0);
    this.gap = false;
  }
}

/* Return the blocks under an element, in reading order: {text, places}, those without text left out. */
export function blocksOf(root) {
  const blocks = [];
  let run = new Run();
  const flush = () => {
    if (run.text) blocks.push(run);
    run = new Run();
  };
  const isMarker = (element) =>
    element.matches("cite[data-ref]") ||
    (element.hasAttribute("data-cke-widget-wrapper") && element.querySelector("cite[data-ref]"));
  const isChrome = (element) =>
    ["data-cke-hidden-sel", "data-cke-temp", "data-cke-magicline", "data-cke-bookmark"].some((name) =>
      element.hasAttribute(name),
    );
  const walk = (parent, inRow) => {
    for (const node of parent.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) run.add(node);
      else if (node.nodeType === Node.ELEMENT_NODE && !isChrome(node)) element(node, inRow);
    }
  };
  const element = (node, inRow) => {
    if (node.nodeName === "BR") run.gap = true;
    else if (isMarker(node)) run.citedAt = run.text.length;
    else if (node.nodeName === "TD" || node.nodeName === "TH") {
      run.cell(node);
      walk(node, inRow);
    } else if (!BREAKS.has(node.nodeName)) walk(node, inRow);
    else if (inRow) {
      run.gap = true;
      walk(node, inRow);
      run.gap = true;
    } else {
      flush();
      walk(node, node.nodeName === "TR");
      flush();
    }
  };
  walk(root, false);
  flush();
  return blocks;
}

/* Pair the server's blocks with the document's: index by index, skipping over what only one side has. */
export function paired(told, shown) {
  let next = 0;
  return told.map(({ text }) => {
    const at = shown.findIndex((block, index) => index >= next && block.text === text);
    if (at < 0) return null;
    next = at + 1;
    return shown[at];
  });
}

/* Return the range of characters start to end of a block, or null where the block has them not. */
export function rangeOf(block, start, end) {
  const first = block?.places[start];
  const last = block?.places[end - 1];
  if (!first || !last) return null;
  const range = first[0].ownerDocument.createRange();
  range.setStart(first[0], first[1]);
  range.setEnd(last[0], last[0].nodeType === Node.TEXT_NODE ? last[1] + 1 : 0);
  return range;
}
