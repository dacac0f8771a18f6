"""parse(): stored markup to a manuscript."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.manuscript import Manuscript, Person, Reference
from articles.text import limits, parse, with_references
from articles.text.folding import folded
from articles.text.sanitize import TextTooLarge
from references.csl import SourceData
from tests.articles.text.markup import tangled

CLAIM = "Tea lowers blood pressure by 5 percent."


def texts(markup: str) -> list[str]:
    return [sentence.text for sentence in parse(markup).sentences]


@pytest.mark.parametrize(
    "markup",
    [
        f"<img src='a' alt='{CLAIM}'>",
        f"<p>Tea. <img src='a' alt='' title='{CLAIM}'></p>",
        f"<p><a href='b' title='{CLAIM}'>Tea</a></p>",
        f"<p><abbr title='{CLAIM}'>Tea</abbr></p>",
        f"<figure><img src='a' alt='b'><figcaption>{CLAIM}</figcaption></figure>",
        f"<table><caption>{CLAIM}</caption></table>",
        f"<table><tr><td>{CLAIM}</td></tr></table>",
        f"<table>{CLAIM}</table>",
        f"<aside class=promo>{CLAIM}</aside>",
        f"<blockquote>{CLAIM}</blockquote>",
        f"<pre>{CLAIM}</pre>",
        f"<p><code>{CLAIM}</code></p>",
        f"<p><sup><sup><sup>{CLAIM}</sup></sup></sup></p>",
        f"<ul><li><ul><li>{CLAIM}</ul></ul>",
        "<p>Tea low<b>ers</b> bl<i></i>ood pres<wbr>sure by 5 percent.</p>",
        "<p>Tea low&#101;rs blood&nbsp;pressure by &#53; percent&#46;</p>",
        "<p>Tea lo&#8203;wers blood pressure by 5 percent.</p>",
        f"<p style='font-size:0'>{CLAIM}</p>",
        f"<p hidden>{CLAIM}</p>",
        f"<svg><text>{CLAIM}</text></svg>",
        "<em>" * 90 + CLAIM,
        "<table><tr><td>" * 90 + CLAIM,
        f"<cite class='cit' data-ref='cha2020'><p>{CLAIM}</p></cite>",
        f'<p>Tea <a href="x>b</a></p><p>{CLAIM}</p>',
        f"<!-- <p>{CLAIM}",
    ],
)
def test_claim_is_found_wherever_it_hides(markup):
    plain = parse(f"<p>{CLAIM}</p>").sentences[0]
    found = [sentence for sentence in parse(markup).sentences if CLAIM in sentence.folded]
    assert [sentence.score >= 0.5 for sentence in found] == [plain.score >= 0.5] == [True]


def test_heading_is_a_block_and_no_sentence():
    manuscript = parse(f"<h2>{CLAIM}</h2>")
    assert [block.text for block in manuscript.blocks] == [CLAIM]
    assert manuscript.sentences == ()


def test_row_is_one_sentence():
    assert texts("<table><tr><td>Tea heals. It does.</td><td>4</td></tr></table>") == ["Tea heals. It does. | 4"]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>It needs repair.*3  The cell divides.</p>", ["It needs repair.", "The cell divides."]),
        ("<p>These include*8: tea, milk.</p>", ["These include: tea, milk."]),
        ("<p>It aids healing,*4 and rest [5]. So.</p>", ["It aids healing, and rest.", "So."]),
        ("<p>Tea heals.<sup>3</sup> It does<sup>1, 2</sup>.</p>", ["Tea heals.", "It does."]),
        ("<p>Tea heals.[3] It does.¹</p>", ["Tea heals.", "It does."]),
        ("<p>Tea [3]heals.</p>", ["Tea heals."]),
    ],
)
def test_typed_markers_neither_break_nor_stay_in_a_sentence(markup, expected):
    manuscript = parse(markup)
    assert [sentence.text for sentence in manuscript.sentences] == expected
    for marker in manuscript.typed_markers:
        place = marker.place
        assert manuscript.blocks[place.block].text[place.start : place.end] == marker.label


def test_code_holds_no_markers():
    manuscript = parse("<p>Call <code>run [3]</code> now [4].</p><pre>run [5]</pre>")
    assert [marker.label for marker in manuscript.typed_markers] == ["[4]"]
    assert texts("<pre>run [5]</pre>") == ["run [5]"]


def test_references_are_numbered_by_first_citation_and_the_uncited_come_last():
    sources = [SourceData("never2000"), SourceData("hu2016"), SourceData("cha2020")]
    markup = '<p>a<cite data-ref="cha2020 x1">1</cite> b<cite data-ref="hu2016 cha2020">2</cite></p>'
    references = parse(markup, sources).references
    assert references == tuple(
        Reference(number, (SourceData(key),)) for number, key in enumerate(["cha2020", "hu2016", "never2000"], start=1)
    )


def test_bibliography_of_a_file_replaces_the_computed_one():
    reference = Reference(7, (SourceData("cha2020"),), "7a")
    assert with_references(parse("<p>a</p>", [SourceData("hu2016")]), [reference]).references == (reference,)


def test_what_is_known_of_the_text_goes_with_it():
    person = Person("Ada Cha")
    manuscript = parse("<p>a</p>", people=[person], title="T", topics=["x", "y"], language="de")
    assert (manuscript.people, manuscript.title) == ((person,), "T")
    assert (manuscript.topics, manuscript.language) == (("x", "y"), "de")


def test_empty_text_is_an_empty_manuscript():
    assert parse("") == Manuscript()


def test_more_sentences_than_can_be_judged_are_refused(monkeypatch):
    monkeypatch.setattr("articles.text.MAX_SENTENCES", 2)
    assert len(texts("<p>Tea heals. It does.</p>")) == 2
    with pytest.raises(TextTooLarge, match="3 sentences"):
        parse("<p>Tea heals. It does. So.</p>")
    assert limits.MAX_SENTENCES == 50_000


@given(st.one_of(tangled(), st.text()))
def test_any_string_is_parsed_to_the_same_value_each_time_or_refused(markup):
    try:
        manuscript = parse(markup)
    except TextTooLarge:
        return
    assert parse(markup) == manuscript
    assert_sound(manuscript)


def assert_sound(manuscript: Manuscript) -> None:
    """Every place is inside its block and in order, and what points somewhere points at something."""
    blocks, sentences = manuscript.blocks, manuscript.sentences
    assert [block.index for block in blocks] == list(range(len(blocks)))
    assert [sentence.index for sentence in sentences] == list(range(len(sentences)))
    assert all(
        0 <= sentence.place.start < sentence.place.end <= len(blocks[sentence.place.block].text)
        for sentence in sentences
    )
    assert all(citation.offset <= len(blocks[citation.block].text) for citation in manuscript.citations)
    assert all(blocks[image.block].name == "img" for image in manuscript.images)
    assert all(block.lead_in is None or block.lead_in < block.index for block in blocks)


WORDS = st.text(alphabet=st.sampled_from("Tea he.al s!?ΩЖ\u200b１…\"' "), max_size=40)


@given(st.lists(WORDS, max_size=4))
def test_each_visible_character_is_in_exactly_one_sentence(paragraphs):
    manuscript = parse("".join(f"<p>{words}</p>" for words in paragraphs))
    for block in manuscript.blocks:
        inside = [sentence for sentence in manuscript.sentences if sentence.place.block == block.index]
        covered = [position for sentence in inside for position in range(sentence.place.start, sentence.place.end)]
        assert covered == sorted(set(covered))
        assert {position for position, character in enumerate(block.text) if not character.isspace()} <= set(covered)


@given(st.lists(WORDS, max_size=4))
def test_place_gives_the_sentences_own_text(paragraphs):
    manuscript = parse("".join(f"<p>{words}</p>" for words in paragraphs))
    for sentence in manuscript.sentences:
        place = sentence.place
        assert (
            folded(manuscript.blocks[place.block].text[place.start : place.end])
            == folded(sentence.text)
            == sentence.folded
        )
