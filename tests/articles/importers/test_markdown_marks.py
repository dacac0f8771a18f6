"""Markdown marks besides footnotes."""

import pytest

from tests.articles.importers.reading import markdown, shape


def keys(text: str) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    return [(citation.keys, citation.locators) for citation in markdown(text).manuscript.citations]


def test_a_citation_by_key_is_a_citation_with_its_locator():
    text = "Tea calms [see @Quill2019, p. 4; @rush:2020]. Cups break [-@{rush2020}]."
    assert keys(text) == [(("quill2019", "rush-2020"), ("p. 4", "")), (("rush2020",), ("",))]
    assert shape(markdown(text)) == [("p", "Tea calms. Cups break.")]


@pytest.mark.parametrize(
    "text",
    [
        "See [@fig:cups] there.",
        "Ask [@ida on the net] now.",
        "Mail [ida@example.org] now.",
        "See [@ida](https://example.org) now.",
        "Use `[@quill2019]` now.",
        "Say [@1984] now.",
    ],
)
def test_what_only_looks_like_a_citation_by_key_is_text(text):
    assert keys(text) == []
    assert "@" in shape(markdown(text))[0][1]


def test_a_locator_cannot_break_out_of_its_attribute():
    assert keys('Tea calms [@quill2019, p. "4" <b>|5].') == [(("quill2019",), ('p. "4" <b> 5',))]
