"""The registry: one exporter for each ending of the contracts."""

import pytest

from articles.exporters import exporters
from articles.exporters.registry import exporter
from tests.articles.exporters.editions import BOOK, CHA, WHO, cites, edition


def test_each_format_of_the_contracts_has_its_exporter():
    assert set(exporters()) == {"bib", "ris", "json", "xml", "md", "pdf"}


def test_an_ending_has_one_exporter():
    with pytest.raises(ValueError, match=r"Two exporters write \.bib\."):
        exporter("Another", "bib", "text/plain")(lambda edition: b"")


@pytest.mark.parametrize("ending", ["bib", "ris", "json", "xml", "md", "pdf"])
def test_the_same_edition_gives_the_same_bytes(ending):
    written = exporters()[ending].write
    assert written(edition(f"<p>Tea.{cites(CHA)}</p>")) == written(edition(f"<p>Tea.{cites(CHA)}</p>"))


@pytest.mark.parametrize("ending", ["bib", "ris", "json", "xml", "md", "pdf"])
def test_an_edition_without_sources_and_credits_can_be_written(ending):
    assert exporters()[ending].write(edition("<p>Tea.</p>", credits=())) is not None


def test_sources_stand_once_each_in_the_order_of_the_references():
    body = f"<p>A.{cites(WHO, BOOK)} B.{cites(WHO)} C.{cites(CHA)}</p>"
    assert edition(body, numbering="per-note").sources == (WHO, BOOK, CHA)
