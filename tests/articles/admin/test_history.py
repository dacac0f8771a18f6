"""Articles and their history in the admin: an Admin sees everything and changes nothing."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles import ledger
from articles.models import (
    Article,
    Claim,
    Comment,
    Edition,
    Revision,
    SlugRedirect,
    StoredReport,
    Topic,
    WorkingCopy,
)
from references import library
from references.admin import ReadOnly
from references.models import ReferenceSource, Source
from tests.factories import advanced, cited, draft, fresh, person, published, saved, source

OURS = sorted(
    (model for model, page in admin.site._registry.items() if isinstance(page, ReadOnly) and model is not Group),
    key=lambda model: model._meta.label,
)
# What an Admin is there to change: tests/articles/admin has a module for each.
CHANGED = {"Contributor", "Topic", "SitePolicy", "SiteIdentity", "Invitation"}
# A working copy is its writer's alone; the others are shown on the page of what they belong to.
WITHOUT_A_PAGE = {"WorkingCopy", "Byline", "SlugRedirect", "Reference", "ReferenceSource"}
SCRIPT = "<script>alert(1)</script>"
UNCITED = "Nine in ten cats die of cancer."
each_model = pytest.mark.parametrize("model", OURS, ids=[model.__name__ for model in OURS])


@pytest.fixture
def site(db):
    """One row of each kind and more."""
    article = draft(title=SCRIPT, body=f"{cited(source(SCRIPT).key)}<p>{UNCITED}</p>")
    claim = Claim.objects.get(text=UNCITED)
    ledger.rule(claim, "not a claim", person("Editor"))
    ledger.ask_waiver(claim, article.owner, "common knowledge")
    SlugRedirect.objects.create(article=article, slug="old")
    Comment.objects.create(article=article, name=SCRIPT, email="r@stet.example", text=SCRIPT)
    first, second = source(), source()
    library.merge(first, second)
    published(article)
    advanced(fresh(article), "withdraw", person("Publisher"), note="It was wrong.")


def address(model, page, *arguments):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=arguments)


def test_each_model_has_a_page_or_a_reason_for_none():
    models = {*apps.get_app_config("articles").get_models(), *apps.get_app_config("references").get_models()}
    assert {model.__name__ for model in models - set(OURS)} - {"Article_topics"} == WITHOUT_A_PAGE | CHANGED


@each_model
def test_an_admin_sees_the_list_and_each_row(client, an_admin, site, model):
    answer = client.get(
        address(model, "changelist"), {"q": "rain"} if admin.site._registry[model].search_fields else {}
    )
    assert answer.status_code == 200
    listed = client.get(address(model, "changelist"))
    assert listed.status_code == 200
    assert SCRIPT not in listed.content.decode()
    assert model.objects.exists()
    for row in model.objects.all():
        answer = client.get(address(model, "change", row.pk))
        assert answer.status_code == 200
        assert SCRIPT not in answer.content.decode()
        assert 'name="_save"' not in answer.content.decode()
        assert client.get(address(model, "history", row.pk)).status_code == 200


@each_model
@pytest.mark.parametrize("superuser", [False, True])
def test_nobody_changes_anything(client, an_admin, site, model, superuser):
    User.objects.filter(pk=an_admin.pk).update(is_superuser=superuser)
    before = list(model.objects.order_by("pk").values())
    row = model.objects.first()
    fields = {field.name: "1" for field in model._meta.fields}
    for page, arguments in [("add", ()), ("change", (row.pk,)), ("delete", (row.pk,))]:
        assert client.post(address(model, page, *arguments), fields | {"post": "yes"}).status_code == 403
    assert client.get(address(model, "add")).status_code == 403
    assert client.get(address(model, "delete", row.pk)).status_code == 403
    act = {"action": "delete_selected", "_selected_action": [row.pk], "post": "yes", "index": 0}
    client.post(address(model, "changelist"), act)
    edit = {"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "1", "form-0-id": row.pk, "_save": "Save"} | fields
    client.post(address(model, "changelist"), edit)
    assert list(model.objects.order_by("pk").values()) == before


@each_model
@pytest.mark.parametrize("role", ["", "Contributor", "Editor", "Fact-checker", "Publisher"])
def test_who_has_another_role_sees_nothing(client, db, model, role):
    user = person(role)
    client.force_login(user)
    assert client.get(address(model, "changelist")).status_code == 302
    User.objects.filter(pk=user.pk).update(is_staff=True)
    assert client.get(address(model, "changelist")).status_code == 403


@pytest.fixture
def fifty(db):
    """Fifty rows and more of each kind, of different people."""
    editor, sources = person("Editor"), [source() for _ in range(50)]
    for number, work in enumerate(sources):
        topic = Topic.objects.create(name=f"Topic {number}", path=f"topic-{number}")
        owner = person("Contributor")
        article = draft(owner, title=f"On {number}", body=f"{cited(work.key)}<p>{UNCITED}</p>")
        article.topics.set([topic])
        claim = Claim.objects.get(article=article, text=UNCITED)
        ledger.revoke(ledger.rule(claim, "not a claim", editor), editor)
        waiver = ledger.ask_waiver(claim, owner, "common knowledge")
        checker = person("Fact-checker")
        ledger.decide_waiver(waiver, checker, granted=True)
        article = advanced(advanced(article, "submit", owner), "approve", checker)
        article = advanced(
            advanced(article, "publish", person("Publisher")), "withdraw", person("Publisher"), note="Wrong."
        )
        saved(article, article.head.body + cited(work.key, "Coffee raises it by 3%."))
    for work in sources[1:]:
        library.merge(work, sources[0])


def test_a_list_of_fifty_asks_the_database_a_few_questions(client, an_admin, fifty):
    asked = {}
    for model in OURS:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address(model, "changelist")).status_code == 200
        asked[model.__name__] = len(queries)
    assert {name: number for name, number in asked.items() if number > 12} == {}


def test_a_bibliography_of_fifty_asks_a_few_questions(client, an_admin, django_assert_max_num_queries):
    article = draft(body="".join(cited(source().key, f"Tea lowers it by {number}%.") for number in range(50)))
    assert ReferenceSource.objects.count() == 50
    with django_assert_max_num_queries(14):
        answer = client.get(address(type(article.bibliography), "change", article.bibliography_id))
    assert Source.objects.first().key in answer.content.decode()


def test_a_list_does_not_fetch_whole_texts(client, an_admin):
    article = draft(body=cited(source().key) + "<p>I like the word gossamer.</p>")
    published(article)
    with CaptureQueriesContext(connection) as asked:
        for model in (Article, Revision, Edition, StoredReport):
            client.get(address(model, "changelist"))
    fetched = [query["sql"] for query in asked.captured_queries]
    assert not [sql for sql in fetched for column in ("body", "content", "html") if f'."{column}"' in sql]


def test_a_working_copy_is_nobody_else_s_to_see(client, an_admin):
    assert not admin.site.is_registered(WorkingCopy)
