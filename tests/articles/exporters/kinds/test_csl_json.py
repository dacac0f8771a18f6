"""CSL-JSON: the items as they are in the library."""

import json

from references.csl import SourceData
from tests.articles.exporters.editions import BOOK, CHA, WHO, cites, edition, of, written


def test_the_sources_come_back_as_they_were():
    text = written("json", edition(f"<p>A.{cites(WHO, CHA)} B.{cites(BOOK)}</p>"))
    assert [SourceData.from_csl(item) for item in json.loads(text)] == [WHO, CHA, BOOK]


def test_letters_stand_as_they_are():
    assert "Łukasz “Ω”" in written("json", of(BOOK, title="Łukasz “Ω”"))


def test_an_edition_without_sources_is_an_empty_list():
    assert json.loads(written("json", edition("<p>Tea.</p>"))) == []
