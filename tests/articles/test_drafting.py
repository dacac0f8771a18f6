"""Drafting: what is saved stays, what is typed is kept, and a new revision is a new beginning."""

import pytest

from articles import drafting, workflow
from articles.drafting import Draft, Stale
from articles.models import Article, Revision, SitePolicy, SlugRedirect, State, Step, WorkingCopy
from articles.roles import Refused
from articles.text.sanitize import TextTooLarge
from articles.topics import plant
from references.models import Numbering
from tests import factories
from tests.factories import fresh, person, saved


@pytest.fixture
def writer(db):
    return person("Contributor")


@pytest.fixture
def article(writer):
    return drafting.start(Draft("On tea", "<p>Tea is brewed.</p>"), writer)


def test_a_new_article_has_its_first_revision_as_its_head(writer):
    tea = plant(["Tea"])
    article = fresh(drafting.start(Draft("  On\ttea ", "<p>Tea.</p>", "A\nstart"), writer, [tea]))
    head = article.head
    assert (article.slug, article.state, article.owner, list(article.topics.all())) == (
        "on-tea",
        State.DRAFT,
        writer,
        [tea],
    )
    assert (head.number, head.title, head.standfirst, head.body) == (1, "On tea", "A start", "<p>Tea.</p>")
    assert Step.objects.count() == 0


def test_a_new_article_is_numbered_as_the_site_says(writer):
    SitePolicy.objects.create(pk=1, numbering=Numbering.PER_NOTE)
    assert drafting.start(Draft("Tea"), writer).bibliography.numbering == Numbering.PER_NOTE


@pytest.mark.parametrize("role", ["", "Admin"])
def test_who_may_not_write_begins_nothing(db, role):
    with pytest.raises(Refused, match="You may not write"):
        drafting.start(Draft("Tea"), person(role))
    assert not Article.objects.exists()


def test_a_change_makes_a_revision_and_no_change_none(article):
    first = article.head
    assert saved(article, "<p>Tea is brewed.</p>") == first
    second = saved(article, "<p>Tea is steeped.</p>")
    assert (second.number, second.based_on, fresh(article).head) == (2, first, second)
    assert article.revisions.count() == 2


def test_markup_is_cleaned_on_its_way_in(article):
    revision = saved(article, '<p onclick="x()">Tea\x00<script>alert(1)</script></p>')
    assert revision.body == "<p>Tea</p>"


def test_a_text_that_is_too_large_is_refused_and_nothing_is_lost(article, writer):
    drafting.keep(article, Draft("On tea", "<p>Typed.</p>"), writer, article.head_id)
    for act in (drafting.save, drafting.keep):
        with pytest.raises(TextTooLarge, match="2,097,152"):
            act(article, Draft("On tea", "x" * 2_200_000), writer, article.head_id)
    assert fresh(article).head == article.head
    assert WorkingCopy.objects.get().body == "<p>Typed.</p>"


@pytest.mark.parametrize("draft", [Draft("x" * 2_001), Draft("Tea", standfirst="x" * 10_001)])
def test_a_title_and_a_standfirst_have_limits_too(writer, draft):
    with pytest.raises(TextTooLarge):
        drafting.start(draft, writer)


@pytest.mark.parametrize("language", ["", "english, mostly", "EN", 'en"><script>', "x" * 30, "en-"])
def test_what_is_no_language_code_is_refused(writer, language):
    with pytest.raises(Refused, match="no code of a language"):
        drafting.start(Draft("Tea", language=language), writer)


def test_a_language_may_name_its_country(writer):
    assert drafting.start(Draft("Tea", language="pt_BR"), writer).head.language == "pt-BR"


def test_a_stale_save_keeps_both_texts(article, writer):
    editor, first = person("Editor"), article.head_id
    theirs = saved(article, "<p>Tea is steeped.</p>", by=editor)
    with pytest.raises(Stale, match=f"{editor.username} saved Revision 2 meanwhile") as stale:
        drafting.save(article, Draft("On tea", "<p>Tea is poured.</p>"), writer, first)
    assert (stale.value.head, fresh(article).head) == (theirs, theirs)
    kept = WorkingCopy.objects.get(article=article, person=writer)
    assert (kept, kept.body, kept.based_on_id) == (stale.value.kept, "<p>Tea is poured.</p>", first)


def test_after_comparing_the_kept_text_can_be_saved_and_is_no_longer_kept(article, writer):
    first = article.head_id
    saved(article, "<p>Tea is steeped.</p>", by=person("Editor"))
    with pytest.raises(Stale) as stale:
        drafting.save(article, Draft("On tea", "<p>Tea is poured.</p>"), writer, first)
    merged = drafting.save(article, Draft("On tea", stale.value.kept.body), writer, stale.value.head.pk)
    assert (merged.number, WorkingCopy.objects.exists()) == (3, False)


def test_a_form_that_is_sent_twice_is_no_conflict(article, writer):
    draft, first = Draft("On tea", "<p>Tea is poured.</p>"), article.head_id
    assert drafting.save(article, draft, writer, first) == drafting.save(article, draft, writer, first)


def test_what_is_typed_is_kept_for_each_person_and_is_no_revision(article, writer):
    editor = person("Editor")
    for who, body in ((writer, "<p>a</p>"), (editor, "<p>b</p>"), (writer, "<p>c</p>")):
        drafting.keep(article, Draft("On tea", body), who, article.head_id)
    assert {copy.person: copy.body for copy in WorkingCopy.objects.all()} == {writer: "<p>c</p>", editor: "<p>b</p>"}
    assert article.revisions.count() == 1
    drafting.discard(article, writer)
    assert WorkingCopy.objects.get().person == editor


def test_what_claims_to_be_based_on_something_else_is_kept_all_the_same(article, writer):
    other = drafting.start(Draft("Other"), writer)
    for unknown in (other.head_id, 10**9):
        with pytest.raises(Stale):
            drafting.save(article, Draft("On tea", f"<p>{unknown}</p>"), writer, unknown)
        kept = WorkingCopy.objects.get(article=article)
        assert (kept.body, kept.based_on) == (f"<p>{unknown}</p>", article.head)


def test_another_contributor_neither_saves_nor_keeps_nor_renames(article):
    stranger = person("Contributor")
    for act in (drafting.save, drafting.keep):
        with pytest.raises(Refused):
            act(article, Draft("Mine"), stranger, article.head_id)
    with pytest.raises(Refused):
        drafting.rename(article, "mine", stranger)
    assert (fresh(article).slug, article.revisions.count(), WorkingCopy.objects.count()) == ("on-tea", 1, 0)


def test_an_earlier_text_comes_back_as_a_new_revision(article, writer):
    first, second = article.head, saved(article, "<p>Tea is steeped.</p>")
    restored = drafting.restore(article, first, writer, second.pk)
    assert (restored.number, restored.body, restored.kind) == (3, first.body, Revision.Kind.RESTORE)


def test_another_articles_text_is_not_restored(article, writer):
    other = drafting.start(Draft("Secret"), person("Contributor"))
    with pytest.raises(Refused, match="of another article"):
        drafting.restore(article, other.head, writer, article.head_id)


def test_an_old_address_redirects_and_can_be_taken_back(article, writer):
    drafting.rename(article, "about-tea", writer)
    assert (article.slug, SlugRedirect.objects.get().slug) == ("about-tea", "on-tea")
    drafting.rename(Article.objects.get(), "on-tea", writer)
    assert (fresh(article).slug, SlugRedirect.objects.get().slug) == ("on-tea", "about-tea")


@pytest.mark.parametrize("slug", ["", "On-Tea", "tea house", "tea/house", "other", "once"])
def test_an_address_that_is_none_or_anothers_now_or_once_is_refused(article, writer, slug):
    other = drafting.start(Draft("Once"), writer)
    drafting.rename(other, "other", writer)
    with pytest.raises(Refused, match="taken or no address"):
        drafting.rename(article, slug, writer)
    assert fresh(article).slug == "on-tea"


def test_a_new_article_never_gets_an_address_that_another_has_or_had(article, writer):
    drafting.rename(article, "tea", writer)
    slugs = [drafting.start(Draft(title), writer).slug for title in ("On tea", "Tea", "Tea", "—")]
    assert slugs == ["on-tea-2", "tea-2", "tea-3", "untitled"]


def test_an_address_that_is_taken_meanwhile_is_no_error(article, writer, monkeypatch):
    answers = iter(["on-tea", "on-tea-2"])
    monkeypatch.setattr(drafting, "free_slug", lambda title: next(answers))
    assert drafting.start(Draft("On tea"), writer).slug == "on-tea-2"


MAKERS = [factories.submitted, factories.approved, factories.scheduled, factories.published]


@pytest.mark.parametrize("make", MAKERS)
def test_a_new_revision_brings_the_article_back_to_draft_and_says_so(db, make):
    article = make()
    live, newest = article.public, article.steps.first().number
    saved(article, article.head.body.replace("10%", "11%"))
    article = fresh(article)
    step = article.steps.first()
    assert (article.state, article.publish_at, article.public) == (State.DRAFT, None, live)
    assert (step.name, step.number, step.by, step.to_state) == (
        Step.Name.REOPEN,
        newest + 1,
        article.owner,
        State.DRAFT,
    )


@pytest.mark.parametrize("state", [State.CHANGES_REQUESTED, State.ARCHIVED])
def test_a_new_revision_reopens_what_was_sent_back_or_put_away(db, state):
    if state == State.ARCHIVED:
        article = factories.draft()
        workflow.advance(article, "archive", by=article.owner, seen=article.head_id)
    else:
        article = factories.submitted()
        factories.advanced(article, "request_changes", person("Fact-checker"), "Say more.")
    assert fresh(article).state == state
    saved(article, article.head.body.replace("10%", "11%"))
    assert fresh(article).state == State.DRAFT


def test_the_text_of_an_approval_that_came_back_is_not_approved(db):
    article = factories.approved()
    before = article.head
    changed = saved(article, before.body.replace("10%", "11%"))
    drafting.restore(article, before, article.owner, changed.pk)
    with pytest.raises(Refused, match="This article is draft"):
        factories.advanced(article, "publish", person("Publisher"))
    factories.advanced(article, "submit", article.owner)
    with pytest.raises(Refused, match="in review"):
        factories.advanced(article, "publish", person("Publisher"))
