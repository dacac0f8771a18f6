"""Erasure: a person's data are replaced everywhere but in what proves an edition's hash."""

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import connection, transaction
from django_tasks_db.models import DBTaskResult

from articles import drafting, erasure, verifying
from articles.drafting import Draft
from articles.models import Byline, Step, WorkingCopy
from articles.roles import Refused
from tests.articles.test_tasks import due, outcomes
from tests.factories import advanced, contributor, draft, fresh, person, published, scheduled, source

# Words that stand nowhere but in the data of one person.
WORDS = (
    "quillon",
    "Quillfeather",
    "quill@",
    "quillian-bio",
    "quillian-interest",
    "Quillshire",
    "quill-photo",
    "0000-0002-1825-0097",
)


@pytest.fixture
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def quill(db, media):
    """A writer with an account, a contributor, a photo and work in each state."""
    user = person("Contributor", name="quillon")
    user.email, user.first_name, user.last_name = "quill@stet.example", "Quillon", "Quillfeather"
    user.save()
    signed = contributor(
        user,
        name="Quillon Quillfeather",
        slug="quillon-quillfeather",
        bio="quillian-bio",
        disclosure="quillian-interest",
        affiliation="University of Quillshire",
        orcid="0000-0002-1825-0097",
        photo_alt="Quillon at the desk",
    )
    signed.photo.save("quill-photo.jpg", ContentFile(b"a picture"))
    article = draft(user)
    Byline.objects.create(article=article, contributor=signed, position=1)
    published(fresh(article))
    drafting.keep(fresh(article), Draft("By Quillfeather", "<p>Mine.</p>"), user, fresh(article).head_id)
    for row in (user, signed):
        LogEntry.objects.create(
            user=person(), content_type=ContentType.objects.get_for_model(row), object_id=str(row.pk),
            object_repr=str(row), action_flag=CHANGE, change_message="Renamed Quillfeather.",
        )  # fmt: skip
    DBTaskResult.objects.update(traceback="SMTPRecipientsRefused: {'quill@stet.example': (550, b'no such user')}")
    return user


def places(words):
    """Each column, "table.column", of any table in which one of the words stands, in whatever letters."""
    found = set()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - the names are the database's own
            columns = [column[0] for column in cursor.description]
            for row in cursor.fetchall():
                for column, value in zip(columns, row, strict=True):
                    if any(word.casefold() in str(value).casefold() for word in words):
                        found.add(f"{table}.{column}")
    return found


def test_the_words_stand_in_many_places_before(quill):
    assert places(WORDS) >= {
        "auth_user.username", "auth_user.email", "articles_contributor.name", "articles_contributor.photo",
        "articles_edition.content", "articles_workingcopy.title", "django_admin_log.object_repr",
        "django_admin_log.change_message", "django_tasks_database_dbtaskresult.traceback",
    }  # fmt: skip


def test_afterwards_nothing_but_the_proof_of_hashes_knows_the_person(quill):
    erasure.erase(person("Admin"), user=quill)
    assert places(WORDS) == {"articles_edition.content", "articles_storedreport.content"}


def test_an_account_and_its_contributor_go_together_whichever_is_named(quill):
    erasure.erase(person("Admin"), contributor=quill.contributor)
    quill.refresh_from_db()
    assert (quill.username, quill.is_active, quill.has_usable_password()) == (f"erased-{quill.pk}", False, False)
    assert (quill.contributor.name, quill.contributor.active) == ("Name withheld", False)
    assert not quill.groups.exists()
    assert not WorkingCopy.objects.filter(person=quill).exists()


def test_somebody_without_an_account_is_erased_and_the_others_stay(db):
    article = draft()
    admin, other = person("Admin"), contributor()
    (logged,) = erasure.erase(admin, contributor=article.bylines.get().contributor)
    assert logged == article
    assert article.bylines.get().contributor.name == "Name withheld"
    other.refresh_from_db()
    assert other.bio == "Writes on tea."
    article.owner.refresh_from_db()
    assert article.owner.is_active


def test_the_log_of_each_article_concerned_says_so_and_no_other(quill):
    other, admin = draft(), person("Admin")
    mine = [article.pk for article in erasure.erase(admin, user=quill)]
    steps = Step.objects.filter(name="erase")
    assert [(step.article_id, step.by, step.note) for step in steps] == [(pk, admin, erasure.NOTE) for pk in mine]
    assert len(mine) == 1
    assert other.pk not in mine


def test_editions_keep_their_proof(quill):
    (article,) = erasure.erase(person("Admin"), user=quill)
    assert list(verifying.faults(fresh(article).edition)) == []
    assert (fresh(article).public, fresh(article).state) == ("live", "published")


def test_a_scheduled_article_is_held_for_its_content_has_changed(quill):
    article = draft()
    Byline.objects.create(article=article, contributor=quill.contributor, position=1)
    article = due(scheduled(fresh(article)))
    erasure.erase(person("Admin"), user=quill)
    assert fresh(article).publish_at == article.publish_at
    assert outcomes() == [(article.pk, "hold")]
    assert "byline" in Step.objects.get(article=article, name="hold").note


def test_what_a_publisher_scheduled_is_held_once_they_are_erased(db):
    article = due()
    erasure.erase(person("Admin"), user=Step.objects.get(article=article, name="schedule").by)
    assert outcomes() == [(article.pk, "hold")]


@pytest.mark.parametrize("role", ["", "Contributor", "Editor", "Fact-checker", "Publisher"])
def test_only_an_admin_may(quill, role):
    with pytest.raises(Refused, match="Admin"):
        erasure.erase(person(role), user=quill)
    quill.refresh_from_db()
    assert (quill.username, quill.contributor.bio) == ("quillon", "quillian-bio")


def test_the_photo_goes_once_the_transaction_stands_and_no_sooner(quill, media, django_capture_on_commit_callbacks):
    photo = media / quill.contributor.photo.name
    with django_capture_on_commit_callbacks() as callbacks, transaction.atomic():
        erasure.erase(person("Admin"), user=quill)
        transaction.set_rollback(True)
    assert callbacks == []
    assert photo.read_bytes() == b"a picture"
    quill.contributor.refresh_from_db()
    assert quill.contributor.photo.name
    with django_capture_on_commit_callbacks(execute=True):
        erasure.erase(person("Admin"), user=quill)
        assert photo.exists()
    assert not photo.exists()


def test_mail_to_an_erased_person_is_not_sent(transactional_db, mailoutbox):
    article = draft()
    advanced(article, "submit", article.owner)
    advanced(article, "request_changes", person("Fact-checker"), note="Cite more.")
    owner = article.owner.email
    erasure.erase(person("Admin"), user=article.owner)
    call_command("db_worker", batch=True, verbosity=0)
    assert owner not in [address for mail in mailoutbox for address in mail.to]


def test_erasing_twice_does_no_harm(quill):
    admin = person("Admin")
    erasure.erase(admin, user=quill)
    quill.refresh_from_db()
    erasure.erase(admin, user=quill)
    quill.refresh_from_db()
    assert quill.username == f"erased-{quill.pk}"


def test_who_only_ruled_on_a_claim_is_in_that_article_s_log_too(db):
    article, editor = draft(body=f"<p>Cats are the best of pets.</p>{source().key}"), person("Editor")
    claim = article.claims.first() or pytest.fail("the text has a claim")
    claim.rulings.create(kind="not a claim", by=editor)
    assert erasure.erase(person("Admin"), user=editor) == [article]
