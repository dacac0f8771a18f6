"""A block's text to sentences, with offsets."""

import re

import sentencex

# sentencex ends a sentence after these. What stands before a figure or a name never ends one; a unit or a short form
# ends one only where the next word begins as a sentence does.
_LEADS_ON = frozenset(
    "approx. ca. cf. vs. viz. resp. incl. avg. est. esp. c. nos. vols. tab. vol. app. ch. eq. "
    "cllr. ald. rev. revd. prof. capt. col. gen. lt. maj. sgt. cpl. cmdr. adm. insp. supt. const. amb. hon. "
    "univ.-prof. dipl.-ing. hrn. abb. tel. geb. jän. jänner.".split()
)
_MAY_END = frozenset("hrs. hr. mins. min. secs. sec. spp. subsp. var. yrs. yr. wks. oz. lbs. etc. al.".split())
# The Austrian months, before which sentencex does not know an ordinal.
_DAY = re.compile(r"\b\d{1,2}\.\s*$")
_MONTHS = ("Jänner", "Jän.", "Feber")
# The ellipsis ends a sentence as three full stops do, which sentencex does not know.
_STOPS = {ord("…"): "."}
_OPENING = "([{\"'“‘«„"
# sentencex looks for the pairs of these, in time that grows with the square of their number. No paragraph that
# somebody wrote has more of them than this; in one that has they count for nothing.
_PAIRED = "\"'`“”‘’‚„«»‹›()[]{}（）「」『』【】〔〕"
_UNPAIRED = {ord(sign): " " for sign in _PAIRED}
_SIGNS = re.compile(f"[{re.escape(_PAIRED)}]")
_MOST_SIGNS = 500


def split(text: str, language: str = "en") -> tuple[tuple[int, int], ...]:
    """Return the sentences of `text` as half-open ranges of code points, without the white space between them.

    Sentence ends are those of sentencex for `language` (a code such as "en" or "de-AT", of which the region does not
    count; an unknown one is split as English is), less
    those after abbreviations that it does not know. Each character that is not white space is in exactly one range.
    """
    ranges: list[tuple[int, int]] = []
    before = ""
    for boundary in sentencex.get_sentence_boundaries(_base(language), _readable(text)):
        start, end = boundary["start_index"], boundary["end_index"]
        piece = text[start:end]
        if ranges and _goes_on(before, piece):
            start = ranges.pop()[0]
        ranges.append((start, end))
        before = piece
    return tuple(trimmed for start, end in ranges if (trimmed := _trim(text, start, end)))


def _base(language: str) -> str:
    return language.replace("_", "-").partition("-")[0].lower() or "en"


def _readable(text: str) -> str:
    """Return a text of the same length in which sentencex finds the ends."""
    many = len(_SIGNS.findall(text)) > _MOST_SIGNS
    return text.translate(_STOPS | _UNPAIRED if many else _STOPS)


def _goes_on(before: str, after: str) -> bool:
    """Whether what sentencex took for a sentence's end is an abbreviation's full stop."""
    last = before.rsplit(None, 1)[-1:]
    if not last:
        return True
    word = last[0].lstrip(_OPENING).lower()
    if _DAY.search(before) and after.startswith(_MONTHS):
        return True
    following = after.lstrip().lstrip(_OPENING)[:1]
    if word in _LEADS_ON:
        return True
    if word.endswith("…"):
        return not following.isupper()
    return word in _MAY_END and bool(following) and not following.isupper() and not following.isdigit()


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    end -= len(piece) - len(piece.rstrip())
    return (start, end) if start < end else None
