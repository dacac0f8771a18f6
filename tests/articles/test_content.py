"""The content hash: everything that a reader would see, and nothing else."""

import json

import pytest

from articles import drafting
from articles.content import Content, canonical, content, differences, hash_of, manuscript_of
from articles.drafting import Draft
from articles.models import Byline, Contributor, SitePolicy, Topic
from articles.topics import plant
from references import library
from references.csl import SourceData
from references.models import Bibliography, Numbering
from tests.articles.sayings import FIRST, cite
from tests.factories import contributor, fresh, person, source

FIGURE = '<figure><img src="cup.png" alt="A cup"><figcaption>A cup of tea</figcaption></figure>'


@pytest.fixture
def article(db):
    body = f"<p>{FIRST}{cite(source().key)}</p>{FIGURE}"
    article = drafting.start(Draft("On tea", body, "A short guide"), person("Contributor"), [plant(["Drinks", "Tea"])])
    for position, role in enumerate(("author", "editor")):
        who = contributor(slug=f"who-{position}", name=f"Who {position}", photo=f"{position}.png")
        Byline.objects.create(article=article, contributor=who, role=role, position=position)
    return fresh(article)


def seen(article) -> Content:
    article = fresh(article)
    return content(article, article.head)


def saved(article, **changes: str) -> None:
    head = article.head
    said = {"title": head.title, "body": head.body, "standfirst": head.standfirst, "language": head.language}
    drafting.save(article, Draft(**said | changes), article.owner, head.pk)


def test_canonical_json_is_sorted_dense_and_unescaped():
    assert canonical({"b": "é", "a": [1, {"d": None, "c": "\u2028"}]}) == '{"a":[1,{"c":"\u2028","d":null}],"b":"é"}'


def test_a_hash_is_the_sha256_of_the_canonical_json_in_utf_8():
    assert hash_of("é") == "4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c"


def test_the_same_article_has_the_same_hash_however_often_it_is_asked(article):
    assert len({seen(article).hash for _ in range(3)}) == 1
    assert json.loads(seen(article).canonical) == seen(article).data


def body(old: str, new: str):
    return lambda article: saved(article, body=article.head.body.replace(old, new))


def contributors(**news: str):
    return lambda article: Contributor.objects.filter(slug="who-0").update(**news)


def bylines(**news: object):
    return lambda article: Byline.objects.filter(article=article, role="author").update(**news)


CHANGES = {
    "title": (lambda article: saved(article, title="On green tea"), "the title"),
    "standfirst": (lambda article: saved(article, standfirst="A guide"), "the standfirst"),
    "language": (lambda article: saved(article, language="en-GB"), "the language"),
    "body": (body("10%", "11%"), "the body"),
    "caption": (body("A cup of tea", "A pot of tea"), "the body"),
    "alternative text": (body('alt="A cup"', 'alt="A pot"'), "the body, the images"),
    "picture": (body("cup.png", "pot.png"), "the body, the images"),
    "another topic": (lambda article: article.topics.add(plant(["Food"])), "the topics"),
    "a topic's name": (lambda article: Topic.objects.filter(path="drinks").update(name="Beverages"), "the topics"),
    "numbering": (lambda article: Bibliography.objects.update(numbering=Numbering.PER_NOTE), "the numbering"),
    "name": (contributors(name="Ann"), "the byline who-0 as author (name)"),
    "credentials": (contributors(credentials="PhD"), "the byline who-0 as author (credentials)"),
    "affiliation": (contributors(affiliation="Leaf"), "the byline who-0 as author (affiliation)"),
    "bio": (contributors(bio="Sells tea."), "the byline who-0 as author (bio)"),
    "disclosure": (contributors(disclosure="Owns a shop."), "the byline who-0 as author (disclosure)"),
    "ORCID iD": (contributors(orcid="0000-0002-1825-0097"), "the byline who-0 as author (orcid)"),
    "photo": (contributors(photo="new.png"), "the byline who-0 as author (photo)"),
    "photo's alternative text": (contributors(photo_alt="Ann"), "the byline who-0 as author (photo_alt)"),
    "photo's credit": (contributors(photo_credit="Bo"), "the byline who-0 as author (photo_credit)"),
    "role": (bylines(role="reviewer"), "the byline who-0 as author (gone), the byline who-0 as reviewer (new)"),
    "order of the bylines": (bylines(position=9), "the order of the bylines"),
}


@pytest.mark.parametrize("what", CHANGES)
def test_each_thing_that_a_reader_sees_changes_the_hash_and_is_named(article, what):
    change, named = CHANGES[what]
    before = seen(article)
    change(article)
    after = seen(article)
    assert after.hash != before.hash
    assert ", ".join(differences(before.canonical, after.canonical)) == named


def test_a_source_that_is_known_better_changes_the_hash_and_is_named(article):
    before, used = seen(article), library.Source.objects.get()
    library.refresh(
        used, SourceData(title="Retitled", doi=used.doi, authors=used.work.authors, issued=used.work.issued)
    )
    assert differences(before.canonical, seen(article).canonical) == [f"the source {used.key} (title)"]


def test_a_merge_changes_the_body_that_readers_get(article):
    before, old = seen(article), library.Source.objects.get()
    new = source()
    library.merge(old, new)
    after = seen(article)
    assert list(after.data["sources"]) == [new.key]
    assert f'data-ref="{new.key}"' in after.data["body"]
    assert differences(before.canonical, after.canonical)[0] == "the body"


def test_the_same_person_in_two_roles_is_told_apart(article):
    who = Contributor.objects.get(slug="who-0")
    Byline.objects.create(article=article, contributor=who, role="photographer", position=5)
    before = seen(article)
    Byline.objects.filter(role="author").delete()
    assert differences(before.canonical, seen(article).canonical) == ["the byline who-0 as author (gone)"]


def test_what_no_reader_sees_changes_nothing(article):
    before = seen(article).hash
    SitePolicy.objects.create(pk=1, sensitivity="strict")
    Topic.objects.update(sensitivity="strict", description="For editors")
    Contributor.objects.update(active=False)
    source()
    drafting.rename(article, "green-tea", article.owner)
    assert seen(article).hash == before


def test_a_topics_sensitivity_raises_the_policy_below_it_and_never_lowers_it(article):
    Topic.objects.filter(path="drinks").update(sensitivity="strict")
    Topic.objects.filter(path="drinks/tea").update(sensitivity="lenient")
    assert seen(article).policy.strict


def test_the_manuscript_is_made_of_the_data_alone(article):
    now = seen(article)
    assert manuscript_of(json.loads(now.canonical)) == now.manuscript
    assert (now.manuscript.title, now.manuscript.standfirst) == ("On tea", "A short guide")
    assert [person.name for person in now.manuscript.people] == ["Who 0", "Who 1"]


def test_the_content_takes_few_queries_however_much_is_cited(article, django_assert_max_num_queries):
    saved(article, body="".join(f"<p>{FIRST}{cite(source().key)}</p>" for _ in range(12)))
    article = fresh(article)
    head = article.head
    with django_assert_max_num_queries(6):
        content(article, head)
