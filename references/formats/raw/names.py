"""The names that a reference begins with: authors or editors, in any of the usual orders."""

import re
from typing import NamedTuple

from references.csl import Name
from references.formats.raw.letters import UPPER

# A name never holds one of these; a title nearly always does.
_TITLE_WORDS = (
    "A|An|And|As|At|By|For|From|How|In|Into|Is|My|New|No|Not|Of|On|Or|Our|Some|The|Their|To|Toward|Towards|Under|Using|Via|"
    "What|When|Where|Who|Why|With|Vol|Der|Die|Das|Und|Le|La|Les|Et|Des"
)
_PARTICLES = (
    r"(?:[dD]e|[dD]el|[dD]ella|[dD]i|[dD]a|[dD]os|[dD]as|[dD]u|[dD]e[rn]|[vV]an|[vV]on|[zZ]u[rm]?|"
    r"[lL][ae]|[tT]e[rn]|[eE]l|[aA]l|[bB]in|[iI]bn|[dD]’|y|e)"
)
_WORD = rf"(?!(?:{_TITLE_WORDS})\b(?![-’']))(?:[dDlLO]['’])?[{UPPER}][\w'’ʼ-]*[^\W\d_]"
_SURNAME = rf"(?:{_PARTICLES}[ ]){{0,3}}{_WORD}(?:(?:[ ]{_PARTICLES}){{0,2}}[ ]{_WORD}){{0,2}}"
_ONE_SURNAME = rf"(?:{_PARTICLES}[ ]){{0,3}}{_WORD}"
# Some given names begin with two letters that stand for one of another script.
_INITIAL = rf"(?:[{UPPER}](?:-[{UPPER}])?|Ch|Dz|Gy|Ju|Kh|Ph|Sh|Th|Ts|Ya|Ye|Yu|Zh)\."
_DOTTED = rf"{_INITIAL}(?:[ ]?-?{_INITIAL}){{0,4}}(?:[ ](?:de|van|von|da|der)\b)?"
_GIVEN_WORD = rf"(?!(?:{_TITLE_WORDS})\b)[{UPPER}][\w'’-]*[^\W\d_]"
# "Sawyer, R. Keith (2004)": after initials a word is a name only where a name must end.
_SECOND_NAME = rf"(?:[ ]{_GIVEN_WORD}(?=[.,]?[ ](?:\(?\d{{4}}|(?:and|&)[ ][{UPPER}])))?"
_BARE = rf"[{UPPER}](?:[- ]?[{UPPER}]){{0,3}}\b(?!\.\s?[{UPPER}]\.|[’'])"
_GIVEN = rf"{_GIVEN_WORD}(?:[ ]{_GIVEN_WORD}){{0,3}}(?:[ ]?[{UPPER}]\.){{0,4}}(?:[ ](?:de|van|von|da|der|y)\b)?"
_SUFFIX = r"(?:,?[ ](?P<suffix>Jr\.?|Sr\.?|I{2,3}|IV)(?![\w]))?"

# The shapes that a name has in a list, by the list's own habit.
_INITIALS_AFTER = re.compile(
    rf"(?P<family>{_SURNAME})(?:,?[ ][JS]r\.?)?(?:,[ ]?|[ ])(?P<given>{_DOTTED}{_SECOND_NAME}){_SUFFIX}"
)
_BARE_INITIALS_AFTER = re.compile(rf"(?P<family>{_SURNAME})(?P<comma>,?)[ ](?P<given>{_BARE}){_SUFFIX}")
_GIVEN_AFTER = re.compile(rf"(?P<family>{_SURNAME}),[ ](?P<given>{_GIVEN}){_SUFFIX}")
_GIVEN_AFTER_ONE = re.compile(rf"(?P<family>{_ONE_SURNAME}),[ ](?P<given>{_GIVEN}){_SUFFIX}")
_INITIALS_BEFORE = re.compile(rf"(?P<given>{_DOTTED})[ ]?(?P<family>{_SURNAME}){_SUFFIX}")
_GIVEN_BEFORE = re.compile(
    rf"(?P<given>{_GIVEN_WORD}(?:[ ][{UPPER}]\.|[ ]{_GIVEN_WORD})?)[ ](?P<family>{_ONE_SURNAME}){_SUFFIX}"
)
_IN_CAPITALS = re.compile(
    rf"(?P<family>[{UPPER}]{{2,}}(?:[- ][{UPPER}]{{2,}})*),?[ ](?P<given>{_GIVEN}|{_DOTTED}){_SUFFIX}"
)

_NEXT = re.compile(r"\s*[,;]\s*(?:(?:and|und|et|&|…|\.\s?\.\s?\.)\s*(?:&\s+)?)?|\s*(?:and|und|et|&)\s+")
_ET_AL = re.compile(r"[\s,;]*(?:\bet\.?\s+al\b\.?|\band\s+others\b\.?|\bu\.\s?a\.)[,;]?")
_ROLE = re.compile(r"[\s,]*\(?\b(?P<role>eds?|editors?|hrsg|hg|dir|coords?)\b\.?\)?,?", re.I)
_END = re.compile(r"\s*(?:[.,:;]\s*|(?=[“\"‘«]|[(\[]?(?:\d{4}|n\.\s?d)))|(?<=[).,;])\s")
# Two words in capitals after a comma are a name only in a list that an "and" ends: else a title may begin so.
_LIST_GOES_ON = re.compile(
    rf"(?:,[ ](?!and\b)[{UPPER}][^,;:]{{2,40}}){{0,30}}(?:,?[ ](?:and|&|et|und)[ ]{_GIVEN_WORD}|,?\.?[ ]?\(?\d{{4}}\b)"
)
# What follows the one name of a footnote: a title in capitals, then more pieces or a publisher in brackets.
_NOTE = re.compile(rf"(?<=, )[{UPPER}][^.,]*(?:,[^,.]+){{2,}}|(?<=, )[{UPPER}][^.(]*\([^()]{{4,}}\b\d{{4}}\)")

_ORGANISATION_WORD = re.compile(
    r"\b(?:Academy|Agency|Alliance|Archives?|Association|Authority|Board|Bureau|Cent(?:er|re)s?|College|Commission|Committee|Company|"
    r"Consortium|Corporation|Council|Department|Federation|Foundation|Fund|Government|Group|Hospital|Inc|Institut(?:e|ion)?|Labs?|"
    r"Laborator(?:y|ies)|Library|Ltd|GmbH|Ministry|Museum|Network|Observatory|Office|Organi[sz]ation|Panel|Parliament|Partnership|"
    r"Programme|Program|Registry|Service|Services|Society|Survey|Team|Task[ ]Force|Transit|Trust|Union|Universit\w+)\b"
    r"|(?:&|\band)[ ](?:Sons|Daughters|Co|Partners|Brothers)\b"
)
_ORGANISATION = re.compile(rf"(?P<name>[{UPPER}\d][^.,:;“\"(\[?!]{{1,90}}?)(?P<end>\.\s+|,\s+|:\s+|\s*(?=\(\d{{4}}))")


class Names(NamedTuple):
    """The names at a text's head, whether they are editors, and where what follows them begins."""

    people: tuple[Name, ...]
    editors: bool
    end: int


NOBODY = Names((), False, 0)


def people(text: str) -> Names:
    """Return the persons at the head of a text, or NOBODY. The shape of the first name binds the names after it."""
    direct_names = _list(text, _GIVEN_BEFORE, (_GIVEN_BEFORE, _INITIALS_BEFORE))
    for first, later in _HABITS:
        found = _list(text, first, later)
        # "David Orr, Ana Roe, and Martin Poe": no surname of two words with a given name behind it.
        if found.people and not (" " in found.people[0].family and len(direct_names.people) > 2):
            return found
    # Given names first and whole: several such names are people; one could be any two words: what follows must tell.
    found = direct_names
    sure = (
        len(found.people) > 1
        or found.editors
        or _NOTE.match(text, found.end)
        or re.match(r"[“\"«‘(]|\d{4}", text[found.end :])
        or re.search(r"\b[A-Z]\.", found.people[0].given if found.people else "")
    )
    return found if found.people and sure and not _ORGANISATION_WORD.search(str(found.people[0])) else NOBODY


def direct(text: str) -> tuple[Name, ...]:
    """Return the people in a text that holds nothing but names with the given name first ("Joan Tilney and A. Obi")."""
    found = _list(f"{text}. ", _GIVEN_BEFORE, (_GIVEN_BEFORE, _INITIALS_BEFORE))
    if not found.people:
        found = _list(f"{text}. ", _INITIALS_BEFORE, (_INITIALS_BEFORE, _GIVEN_BEFORE))
    return found.people if found.end >= len(text) else ()


def organisation(text: str) -> Names:
    """Return the organisation at the head of a text, as a literal name, or NOBODY: a word such as "Society" tells it,
    or a year or a title in quotation marks right behind it."""
    match = _ORGANISATION.match(text)
    if not match:
        return NOBODY
    rest = text[match.end() :]
    named = (
        _ORGANISATION_WORD.search(match["name"])
        and not match["end"].startswith(":")
        and len(match["name"].split()) <= 9
    )
    before_year = re.match(r"\(?\d{4}[a-z]?(?:,[^)]{1,20})?[).]", rest) and not match["end"].startswith(",")
    before_quote = rest[:1] in tuple('“"«') and len(match["name"].split()) <= 8
    if rest and (named or before_year or before_quote):
        return Names((Name(literal=match["name"].strip()),), False, match.end())
    return NOBODY


def _list(text: str, first: re.Pattern[str], later: tuple[re.Pattern[str], ...]) -> Names:
    match = first.match(text)
    if not match:
        return NOBODY
    found, position = [_name(match)], match.end()
    while following := _following(text, position, later):
        found.append(_name(following))
        position = following.end()
    others = _ET_AL.match(text, position)
    position = others.end() if others else position
    role = _ROLE.match(text, position)
    position = role.end() if role else position
    end = _END.match(text, position)
    return Names(tuple(found), bool(role), end.end()) if end else NOBODY


def _following(text: str, position: int, later: tuple[re.Pattern[str], ...]) -> re.Match[str] | None:
    """Return the next name of a list. Behind it must stand what can stand behind a name."""
    joint = _NEXT.match(text, position)
    if not joint:
        return None
    for shape in later:
        match = shape.match(text, joint.end())
        if match and shape is _GIVEN_BEFORE and joint[0].strip() == "," and not _LIST_GOES_ON.match(text, match.end()):
            continue
        if match and re.match(
            r"\s*(?:$|[.,;:(\[“\"‘&]|and\b|et\b|und\b|\d{4}|ed)|(?<=\.)\s", text[match.end() :] or " "
        ):
            return match
        if match and text[match.end() - 1] == ".":
            return match
    return None


def _name(match: re.Match[str]) -> Name:
    family = match["family"]
    lower = re.match(rf"((?:{_PARTICLES}[ ])+)(?=[{UPPER}])", family)
    particle = lower[1].strip() if lower and lower[1][0].islower() else ""
    return Name(
        family=family[len(particle) :].strip(),
        given=match["given"].strip(),
        particle=particle,
        suffix=match["suffix"] or "",
    )


_HABITS: tuple[tuple[re.Pattern[str], tuple[re.Pattern[str], ...]], ...] = (
    (_INITIALS_AFTER, (_INITIALS_AFTER, _INITIALS_BEFORE)),
    (_BARE_INITIALS_AFTER, (_BARE_INITIALS_AFTER,)),
    (_INITIALS_BEFORE, (_INITIALS_BEFORE, _GIVEN_BEFORE)),
    (_IN_CAPITALS, (_IN_CAPITALS,)),
    (_GIVEN_AFTER, (_GIVEN_AFTER_ONE, _GIVEN_BEFORE, _INITIALS_BEFORE)),
)
