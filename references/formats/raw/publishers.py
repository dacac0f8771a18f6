"""Publishers and their places, told from the names of journals and books."""

import re
from typing import NamedTuple

from references.formats.raw.dates import YEAR
from references.formats.raw.letters import UPPER

PUBLISHER_WORD = re.compile(
    r"\b(?:Press|Presses|Books?|Publish\w*|Publications?|Publ|Verlag|Editions?|Éditions?|Editores|Editorial|"
    r"Edizioni|Editrice|"
    r"University|Universit\w+|Elsevier|Springer|Wiley|Routledge|Academic|Sage|Macmillan|Kluwer|Blackwell|"
    r"Penguin|McGraw-Hill|Pearson|"
    r"Brill|Gallimard|Seuil|Harper\w*|Norton|Prentice|Self-published|Privately printed|"
    r"and Sons?|Inc|Ltd|GmbH|Institute|Ministry|"
    r"Department|Association)\b|& Sons?\b",
    re.I,
)
# Cities that stand in references without a publisher, or before one: those where most of the trade sits.
CITIES = frozenset(
    "Amsterdam Athens Barcelona Basel Berlin Boston Bologna Bruxelles Brussels Cambridge Chicago Cologne "
    "Copenhagen Dordrecht Dublin Edinburgh Firenze Florence Frankfurt Freiburg Geneva Genève Göttingen Hamburg "
    "Heidelberg Köln Leiden Leipzig Leuven Lisbon Lisboa London Londres Lyon Madrid Manchester Melbourne Milan "
    "Milano Moscow München Munich Oslo Oxford Paris Philadelphia Princeton Roma Rome Rotterdam Stockholm "
    "Strasbourg Stuttgart Sydney Tokyo Toronto Torino Tübingen Turin Venezia Vienna Warsaw Washington Wien "
    "Wiesbaden Zürich Zurich".split()
) | {"New York", "Den Haag", "The Hague", "Los Angeles", "San Francisco", "New Delhi", "New Haven", "Hong Kong"}
_PERIODICAL_WORD = re.compile(
    r"\b(?:Academy|Annals|Archives?|Bulletin|Conference|Congress|Cahiers|Gazette|Journal|Letters|Magazine|"
    r"Meeting|News\w*|Notes|Papers|Preprint|Proc|Proceedings|Quarterly|Records?|Reports?|Review|Revue|Rivista|"
    r"Revista|Studies|Symposium|Times|Transactions|Workshop|Zeitschrift)\b",
    re.I,
)
_PLACE = rf"(?P<place>[{UPPER}][^:.()]{{1,50}}?(?:\sD\.?C\.?)?)"
_PLACE_PUBLISHER = re.compile(rf"(?:^|(?<=[.,;)]\s)){_PLACE}\s?:\s*(?P<publisher>[{UPPER}\d][^:]*)$")
_IN_BRACKETS = re.compile(
    rf"\s*\((?:{_PLACE}\s?:\s*)?(?P<publisher>[{UPPER}][^():]{{2,80}}?),\s*"
    rf"(?P<year>{YEAR})(?:\s*[-–]\s*\d{{2,4}})?\)[,.]?\s*"
)


class House(NamedTuple):
    """What a title stands in: a container, or who published it and where. The container has the details at its end."""

    container: str = ""
    publisher: str = ""
    place: str = ""


class Bracketed(NamedTuple):
    """A publisher in brackets as footnotes have it, (Place: Publisher, 2015), taken out of its text."""

    before: str
    after: str
    house: House
    year: str


def in_brackets(text: str) -> Bracketed | None:
    match = _IN_BRACKETS.search(text)
    if not match:
        return None
    house = House(publisher=match["publisher"].strip(), place=(match["place"] or "").strip())
    return Bracketed(text[: match.start()], text[match.end() :], house, match["year"])


def read(text: str, *, part: bool, numbered: bool) -> House:
    """Tell what a title stands in. `part`: something says that it is a part of a larger work or site;
    `numbered`: a volume or issue was read, so that "Ferns: A Journal" is no place with a publisher."""
    if not text:
        return House()
    match = _PLACE_PUBLISHER.search(text)
    before = text[: match.start()].strip(" ,.;(") if match else ""
    if match and (before or not numbered or match["place"].split(",")[0] in CITIES):
        return House(before, match["publisher"].strip(" .,;"), match["place"].strip(" ,"))
    if part:
        return House(text)
    pieces = re.split(r",\s+", text)
    for index, piece in enumerate(pieces):
        if PUBLISHER_WORD.search(piece) and not _PERIODICAL_WORD.search(piece):
            return House("", piece, ", ".join(pieces[index + 1 :]) or ", ".join(pieces[:index]))
    if _PERIODICAL_WORD.search(text):
        return House(text)
    if pieces[0] in CITIES:
        return House("", ", ".join(pieces[1:]), pieces[0])
    return House("", pieces[0], ", ".join(pieces[1:]))
