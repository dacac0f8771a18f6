"""Publishing: what was approved is frozen as readers get it."""

import json

import pytest
from selectolax.lexbor import LexborHTMLParser

from articles import drafting
from articles.content import content, hash_of
from articles.drafting import Draft
from articles.models import Notice
from articles.publishing import reader_html
from references import library
from references.csl import Name, SourceData
from references.models import Bibliography, Numbering, Source
from tests.articles.sayings import FIRST, cite
from tests.factories import advanced, approved, draft, fresh, person, published, source

ATTACK = '"><img src=x onerror=alert(1)><script>alert(2)</script>'


def reader(*clusters: str, numbering: str = Numbering.PER_SOURCE) -> LexborHTMLParser:
    """What readers get of an article that cites each cluster once."""
    article = drafting.start(
        Draft("Tea", "".join(f"<p>{FIRST}{cite(each)}</p>" for each in clusters)), person("Contributor")
    )
    Bibliography.objects.update(numbering=numbering)
    return html_of(article)


def html_of(article) -> LexborHTMLParser:
    article = fresh(article)
    return LexborHTMLParser(reader_html(content(article, article.head).data))


def numbers(tree: LexborHTMLParser) -> list[str]:
    return [marker.text() for marker in tree.css("sup.cite")]


@pytest.fixture
def keys(db):
    return [source().key for _ in range(8)]


def test_an_edition_holds_the_content_that_was_approved_and_its_page(db):
    article = approved()
    seen = content(article, article.head)
    edition = advanced(article, "publish", person("Publisher")).edition
    assert (edition.number, edition.revision, edition.content) == (1, article.head, seen.canonical)
    assert edition.content_hash == seen.hash == hash_of(edition.content) == edition.approval.content_hash
    assert edition.html == reader_html(json.loads(edition.content))


def test_a_later_edition_leaves_the_earlier_as_it_was(db):
    first = published().edition
    article = first.article
    drafting.save(article, Draft("On green tea", article.head.body), article.owner, article.head_id)
    second = published(fresh(article)).edition
    before = type(first).objects.get(pk=first.pk)
    assert (second.number, before.content, before.html) == (2, first.content, first.html)


def test_clusters_show_ranges_and_each_work_has_one_number(keys):
    tree = reader(*keys, f"{keys[7]} {keys[3]} {keys[5]} {keys[6]}")
    assert numbers(tree)[-1] == "4,6–8"
    assert len(tree.css("section.references li")) == 8


def test_per_note_each_cluster_has_one_number_and_its_entry_all_its_works(keys):
    tree = reader(f"{keys[0]} {keys[1]}", keys[0], numbering=Numbering.PER_NOTE)
    assert numbers(tree) == ["1", "2"]
    assert [item.text().count("green tea") for item in tree.css("section.references li")] == [2, 1]


def test_merged_works_end_with_one_number_and_both_locators(keys):
    first, second = Source.objects.get(key=keys[0]), Source.objects.get(key=keys[1])
    marker = f'<cite class="cit" data-ref="{first.key} {second.key}" data-locator="p. 4|p. 9">x</cite>'
    article = drafting.start(Draft("Tea", f"<p>{FIRST}{marker}</p>"), person("Contributor"))
    library.merge(first, second)
    tree = html_of(article)
    assert (numbers(tree), len(tree.css("section.references li"))) == (["1"], 1)
    assert "p. 4; p. 9" in tree.css_first("sup.cite a").attributes["aria-label"]


def test_a_marker_that_points_nowhere_takes_no_number(keys):
    tree = reader("no-reference-3", keys[0])
    assert numbers(tree) == ["1"]
    assert len(tree.css("section.references li")) == 1


def test_the_page_and_the_bibliography_give_the_same_numbers(keys):
    clusters = [f"{keys[2]} no-reference-1", f"{keys[1]} {keys[2]}", keys[0]]
    tree = reader(*clusters)
    references = Bibliography.objects.get().references.all()
    assert [each.sources.get().key for each in references] == [keys[2], keys[1], keys[0]]
    assert [item.attributes["id"] for item in tree.css("li[id]")] == [f"ref-{each.position}" for each in references]


def test_nothing_that_a_source_says_becomes_markup(db):
    people = (Name(ATTACK), Name(literal=ATTACK))
    hostile = SourceData(title=ATTACK, authors=people, publisher=ATTACK, url=f"https://x.example/{ATTACK}")
    (added,) = library.add([hostile])
    tree = reader(added.key)
    assert tree.css("img, script") == []
    assert ATTACK in tree.css_first("section.references li").text()


def test_a_notice_is_plain_text_and_says_something(db):
    article = advanced(approved(published_again()), "correct", person("Publisher"), f" {ATTACK} ")
    assert Notice.objects.get().text == ATTACK
    assert article.edition.notices.get().by == article.steps.first().by


def published_again():
    article = published(draft())
    drafting.save(article, Draft("On green tea", article.head.body), article.owner, article.head_id)
    return fresh(article)
