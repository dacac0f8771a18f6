"""The life of one article, from a pasted web page to a correction: what each person does, and what Stet says to it.

A writer brings in the text, cites, recasts and asks for a waiver; a checker grants it and approves; a publisher
publishes. Nobody passes the gate with an open finding, on their own word, or with something that has changed since it
was approved.
"""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from articles import drafting, importing, ledger, workflow
from articles.drafting import Draft
from articles.importers import read
from articles.models import Article, Claim, Contributor, Public, Revision, State, Step, Waiver
from articles.roles import Refused
from articles.verifying import faults
from references import library
from references.csl import Date, Name, SourceData
from tests.articles.sayings import cite
from tests.factories import fresh, person

FILE = Path(__file__).resolve().parents[1] / "cases" / "plain" / "soil_fungi.txt"
TILLING = "Tilling a bed every spring cuts the length of living hyphae by 60%."
DROUGHT = "Mycorrhizal plants survive drought better than plants without fungi."
PROMOTION = (
    "Made from 100% natural clay, RootMate doubles root mass in three weeks and contains no synthetic fertiliser."
)
RECAST = "We like how easily RootMate pours."


def test_an_article_from_a_pasted_page_to_a_correction(db):
    writer, editor, checker, publisher = map(person, ("Contributor", "Editor", "Fact-checker", "Publisher"))
    article = brought_in(writer)
    settled(article, writer, editor)
    waived_and_approved(article, writer, editor, checker)
    published(article, checker, publisher)
    corrected(article, editor, checker, publisher)
    assert log(article) == [
        ("submit", writer), ("approve", checker), ("approve", checker), ("publish", publisher),
        ("reopen", editor), ("submit", editor), ("approve", checker), ("correct", publisher),
    ]  # fmt: skip


def brought_in(writer) -> Article:
    """The page becomes a draft: one work that stood under three numbers has one, and three works of one note have
    one each.
    """
    arrival = importing.bring_in(read(FILE.read_bytes(), FILE.name), writer, FILE.name)
    article = fresh(arrival.article)
    assert (article.state, article.public, article.head.kind) == (State.DRAFT, Public.NEVER, Revision.Kind.IMPORT)
    assert references(article) == [
        ("moreau2019", "1, 2, 6"), ("adeyemi2017", "3"), ("quist2020", "5"),
        ("ito2014", "4"), ("varga2016", "4"), ("solberg2018", "4"), ("lund2021", "7"),
    ]  # fmt: skip
    return article


def settled(article: Article, writer, editor) -> None:
    """The gate names three claims: the writer cites a source for one, the editor recasts one, the third they ask
    leave for.
    """
    refusal = refused(article, "submit", writer)
    assert refusal.startswith("3 to fix before this text may go on.")
    assert all(claim[:70] in refusal for claim in (TILLING, PROMOTION, DROUGHT))

    trial = SourceData(title="Tillage and hyphae", authors=(Name("Berg", "O."),), issued=Date(2018), doi="10.1000/till")
    (berg,) = library.add([trial], writer)
    saved(article, TILLING, TILLING + cite(berg.key), writer)
    saved(article, PROMOTION, RECAST, editor)
    assert refused(article, "submit", writer).startswith(
        "1 to fix before this text may go on. This claim has no citation. Cite"
    )
    assert ("berg2018", "") in references(article)


def waived_and_approved(article: Article, writer, editor, checker) -> None:
    """An open request is enough to submit and not to approve. Who asked does not grant; who wrote does not approve."""
    claim = Claim.objects.get(article=article, text=DROUGHT)
    asked = ledger.ask_waiver(claim, writer, Waiver.Reason.OWN_EXPERIENCE, "Twenty summers of it.")
    take(article, "submit", writer)
    assert DROUGHT in refused(article, "approve", checker)

    with pytest.raises(Refused, match="You may not review"):
        ledger.decide_waiver(asked, editor, granted=True)
    ledger.decide_waiver(asked, checker, granted=True)
    assert "another person" in refused(article, "approve", promoted(editor))
    take(article, "approve", checker)
    assert fresh(article).state == State.APPROVED


def published(article: Article, checker, publisher) -> None:
    """A bio that changes after the approval voids it, by name; approved again, the article goes to its readers."""
    Contributor.objects.filter(slug="ottoline-brask").update(bio="Ottoline grows leeks.")
    assert "this changed: the byline ottoline-brask as author (bio)" in refused(article, "publish", publisher)
    take(article, "approve", checker)
    take(article, "publish", publisher)

    article = fresh(article)
    assert (article.state, article.public, article.edition.number) == (State.PUBLISHED, Public.LIVE, 1)
    assert markers(article) == ["1", "1", "1", "2", "3", "1,4", "5–7", "1", "8"]
    assert list(faults(article.edition)) == []


def corrected(article: Article, editor, checker, publisher) -> None:
    """A figure was wrong. The old edition stays up while the new text is checked; then readers get it with a notice."""
    saved(article, "by 60%", "by 40%", editor)
    assert (fresh(article).state, fresh(article).public, fresh(article).edition.number) == (State.DRAFT, Public.LIVE, 1)
    new = Claim.objects.get(article=article, text=TILLING.replace("60%", "40%"))
    assert new.predecessor.text == TILLING
    take(article, "submit", editor)
    take(article, "approve", checker)
    assert refused(article, "correct", publisher) == "Say in a note why: it is what others will read."
    take(article, "correct", publisher, "The length is cut by 40%, not 60%.")

    first, second = fresh(article).editions.order_by("number")
    assert ("60%" in first.html, "60%" in second.html, "40%" in second.html) == (True, False, True)
    assert [(notice.kind, notice.text) for notice in second.notices.all()] == [
        ("correction", "The length is cut by 40%, not 60%.")
    ]
    assert not first.notices.exists()
    assert [*faults(first), *faults(second)] == []


# What the chapters are told with


def take(article: Article, step: str, by, note: str = "") -> None:
    workflow.advance(article, step, by=by, seen=fresh(article).head_id, note=note)


def refused(article: Article, step: str, by) -> str:
    """What Stet says to somebody whose step it refuses."""
    with pytest.raises(Refused) as refusal:
        take(article, step, by)
    return str(refusal.value)


def saved(article: Article, old: str, new: str, by) -> None:
    """A person replaces some words of the text and saves it."""
    head = fresh(article).head
    assert old in head.body
    drafting.save(article, Draft(head.title, head.body.replace(old, new), head.standfirst, head.language), by, head.pk)


def promoted(editor):
    """The editor, who is made a fact-checker too."""
    editor.groups.add(*person("Fact-checker").groups.all())
    return editor


def references(article: Article) -> list[tuple[str, str]]:
    """The references in order: each one's source and the number that it had on the page."""
    return [(each.sources.get().key, each.original_label) for each in fresh(article).bibliography.references.all()]


def markers(article: Article) -> list[str]:
    """The markers as readers see them, in the text's order."""
    return [marker.text() for marker in LexborHTMLParser(article.edition.html).css("sup.cite")]


def log(article: Article) -> list[tuple[str, object]]:
    return [(step.name, step.by) for step in Step.objects.filter(article=article).order_by("number")]
