"""The demonstration's magazine: who it introduces, how far each article has come, and that it comes once."""

import json
from collections import Counter

import pytest
from PIL import Image

from articles import drafting, gate
from articles.checks import Severity
from articles.content import content
from articles.management.demo import magazine, people
from articles.models import Article, Comment, Contributor, Edition, Public, SiteIdentity, State, Step, Topic, Waiver
from articles.verifying import faults
from references.models import Source
from tests.articles.test_importing import rows


@pytest.fixture
def users(db, settings, tmp_path):
    """The demonstration's people. Passwords at full strength take seconds, and are not what is tested."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.MEDIA_ROOT = tmp_path
    return people.settle()


@pytest.fixture
def loaded(users):
    magazine.bring_in(users)
    return users


def test_there_is_an_article_in_each_state_at_the_address_that_was_meant_for_it(users):
    assert magazine.bring_in(users) == len(magazine.PIECES)
    assert {article.slug for article in Article.objects.all()} == {piece.slug for piece in magazine.PIECES}
    assert {article.state for article in Article.objects.all()} == set(State)
    assert Counter(Article.objects.values_list("public", flat=True)) == {
        Public.LIVE: 4,
        Public.RETRACTED: 1,
        Public.WITHDRAWN: 1,
        Public.NEVER: 7,
    }


def test_whatever_is_published_stands_and_somebody_else_approved_it(loaded):
    editions = list(Edition.objects.select_related("article", "approval", "revision"))
    assert len(editions) == 7
    assert [fault for edition in editions for fault in faults(edition)] == []
    assert all(edition.approval.by_id != edition.revision.author_id for edition in editions)
    assert {step.by.username for step in Step.objects.filter(name=Step.Name.APPROVE)} == {"checker"}


def test_the_main_article_waits_as_it_was_pasted_with_each_kind_of_fault(loaded):
    found = report("how-a-starter-teaches-the-dough-to-rise").findings
    codes = Counter(finding.code for finding in found)
    # Claims without a source, in a heading, in a promotion; a guess at a source; a source that is self-published.
    assert {"C001", "C002", "C005", "C006", "R004"} <= codes.keys()
    assert codes["C001"] > 5
    article = Article.objects.get(slug="how-a-starter-teaches-the-dough-to-rise")
    # What stood under three numbers has one since it came in, and the numbers that it had are kept.
    assert article.bibliography.references.get(position=1).original_label == "1, 2, 7"
    assert (article.state, article.owner, article.revisions.count()) == (State.DRAFT, loaded["writer"], 1)


def test_the_interview_is_in_review_and_only_its_two_requests_hold_it_up(loaded):
    found = report("you-do-not-own-it-you-wind-it")
    asked = Waiver.objects.filter(claim__article__slug="you-do-not-own-it-you-wind-it", granted=None)
    blocking = [finding.excerpt for finding in found.findings if finding.severity is Severity.BLOCK]
    assert len(blocking) == 2
    assert sorted(blocking) == sorted(waiver.claim.text for waiver in asked)
    assert not report("you-do-not-own-it-you-wind-it", asked_too=True).blocks


def test_one_article_is_corrected_one_retracted_and_one_withdrawn_each_with_its_notice(loaded):
    first, second = Edition.objects.filter(article__slug="the-last-chain-ferry-on-the-aske").order_by("number")
    assert ("212 metres" in first.html, "212 metres" in second.html, "221 metres" in second.html) == (True, False, True)
    assert [notice.kind for notice in second.notices.all()] == ["correction"]
    for public, kind in ((Public.RETRACTED, "retraction"), (Public.WITHDRAWN, "withdrawal")):
        assert [notice.kind for notice in Article.objects.get(public=public).edition.notices.all()] == [kind]


def test_contributors_have_what_readers_are_shown_and_some_have_a_portrait(loaded):
    drawn = Contributor.objects.exclude(photo="")
    assert (drawn.count(), Contributor.objects.filter(photo="").count()) == (3, 4)
    for contributor in drawn:
        assert contributor.photo_alt
        assert contributor.photo.size < 40_000
        with Image.open(contributor.photo.path) as image:
            assert image.format == "JPEG"
            assert len(image.getcolors(image.width * image.height)) > 100
    assert not Contributor.objects.filter(bio="").exists()
    assert not Contributor.objects.filter(disclosure="").exists()
    for contributor in Contributor.objects.all():
        contributor.full_clean()


def test_topics_are_a_tree_and_no_source_leads_anywhere(loaded):
    described = set(Topic.objects.exclude(description="").values_list("path", flat=True))
    assert {"craft", "craft/bells", "water/ferries", "land/hedges", "baking/ovens"} <= described
    for source in Source.objects.all():
        assert source.doi.startswith("10.5555/") or not source.doi
        assert "http" not in json.dumps(source.data).replace("https://example.org/", "").replace("https://doi.org/", "")


def test_readers_comments_are_held_and_published(loaded):
    assert Comment.objects.held().count() == 2
    assert Comment.objects.published().count() == 3
    assert not Comment.objects.published().filter(decided_by=None).exists()
    assert set(Comment.objects.values_list("article__public", flat=True)) == {Public.LIVE}


def test_again_it_changes_nothing(loaded, tmp_path):
    before, files = rows(), sorted(tmp_path.rglob("*"))
    assert magazine.bring_in(loaded) == 0
    assert (rows(), sorted(tmp_path.rglob("*"))) == (before, files)


def test_what_has_another_address_or_name_by_now_is_left_alone(loaded):
    for piece in magazine.PIECES:
        drafting.rename(Article.objects.get(slug=piece.slug), f"our-{piece.slug}", loaded["publisher"])
    Contributor.objects.filter(slug="ines-halloran").update(slug="ines")
    SiteIdentity.objects.update(name="The Marrowby Times")
    before = rows()
    assert magazine.bring_in(loaded) == 0
    assert (rows(), SiteIdentity.current().name) == (before, "The Marrowby Times")


def test_a_magazine_that_names_itself_keeps_its_name(users):
    SiteIdentity.objects.create(pk=1, name="The Marrowby Times")
    magazine.bring_in(users)
    assert SiteIdentity.current().name == "The Marrowby Times"


def report(slug, **options):
    article = Article.objects.select_related("head").get(slug=slug)
    return gate.report(article, article.head, content(article, article.head), **options)
