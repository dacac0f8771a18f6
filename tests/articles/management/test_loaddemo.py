"""The command `loaddemo`: its people, its synthetic articles, and where it refuses."""

import re

import pytest
from django.contrib.auth.models import User

from articles.importers import read
from articles.management.demo import magazine, people, synthetic
from articles.models import Article
from references.models import Reference
from tests.articles.management.running import run
from tests.articles.test_importing import rows
from tests.cms.project import ROOT, manage

ROLES = {
    "writer": "Contributor",
    "editor": "Editor",
    "checker": "Fact-checker",
    "publisher": "Publisher",
    "admin": "Admin",
}


@pytest.fixture
def development(db, settings, tmp_path):
    settings.DEBUG = True
    settings.MEDIA_ROOT = tmp_path
    # Five passwords at full strength take seconds, and are not what is tested.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def test_it_refuses_where_others_could_reach_the_site(db):
    before = rows()
    done = run("loaddemo", "--articles", "1")
    assert (done.code, done.out) == (1, "")
    assert "DEBUG" in done.err
    assert rows() == before


def test_it_makes_five_people_with_their_roles_and_no_superuser(development):
    assert run("loaddemo").code == 0
    assert {user.username: [group.name for group in user.groups.all()] for user in User.objects.all()} == {
        name: [role] for name, role in ROLES.items()
    }
    assert all(user.check_password("stet-demo") for user in User.objects.all())
    assert [user.username for user in User.objects.filter(is_staff=True)] == ["admin"]
    assert not User.objects.filter(is_superuser=True).exists()


def test_again_it_leaves_who_is_there_alone(development):
    run("loaddemo")
    writer = User.objects.get(username="writer")
    writer.set_password("a password of my own")
    writer.save()
    User.objects.get(username="editor").groups.clear()
    assert run("loaddemo").code == 0
    writer.refresh_from_db()
    assert writer.check_password("a password of my own")
    assert not User.objects.get(username="editor").groups.exists()
    assert User.objects.count() == 5


def test_it_brings_the_magazine_in_once(development):
    assert f"{len(magazine.PIECES)} new articles of its magazine" in run("loaddemo").out
    before = rows()
    assert "0 new articles of its magazine" in run("loaddemo").out
    assert rows() == before


def test_articles_are_imported_as_the_writer_s_drafts_and_cite_all_that_they_list(development):
    run("loaddemo")
    before, cited = set(Article.objects.values_list("pk", flat=True)), Reference.objects.count()
    assert "2 new synthetic articles" in run("loaddemo", "--articles", "2").out
    new = Article.objects.exclude(pk__in=before)
    assert [(article.owner.username, article.state) for article in new] == [("writer", "draft")] * 2
    assert Reference.objects.count() - cited == 50


def test_a_synthetic_article_is_read_as_it_was_meant():
    for text in synthetic.texts(3):
        manuscript = read(text.encode(), "synthetic.txt").manuscript
        assert [len(reference.sources) for reference in manuscript.references] == [1] * synthetic.REFERENCES
        assert len({citation.keys for citation in manuscript.citations}) == synthetic.REFERENCES
        assert synthetic.WORDS <= sum(len(block.text.split()) for block in manuscript.blocks) <= synthetic.WORDS * 1.1
        assert (len(manuscript.people), len(manuscript.topics)) == (1, 2)
        assert manuscript.people[0].disclosure == "None declared."


def test_the_same_articles_come_each_time_whatever_the_number():
    assert list(synthetic.texts(3)) == list(synthetic.texts(5))[:3]
    assert len(set(synthetic.texts(5))) == 5
    assert list(synthetic.texts(1, seed=2)) != list(synthetic.texts(1))


def test_works_begin_in_many_ways():
    titles = [
        reference.sources[0].title
        for text in synthetic.texts(40)
        for reference in read(text.encode(), "synthetic.txt").manuscript.references
    ]
    beginnings = [title[:12] for title in titles]
    assert len(set(titles)) > 0.99 * len(titles)
    assert max(beginnings.count(beginning) for beginning in set(beginnings)) < 0.03 * len(beginnings)


def test_help_and_a_number_that_is_none():
    assert "stet-demo" in manage("loaddemo", "--help").stdout
    for number in ("-1", "many", "1.5", ""):
        done = manage("loaddemo", f"--articles={number}", DEBUG="on", SECRET_KEY="x")
        assert (done.returncode, done.stdout) == (2, "")
        assert "is not a number of articles" in done.stderr


def test_readme_names_the_accounts_and_shows_its_pictures():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert people.PASSWORD in readme
    assert set(re.findall(r"^\| `(\w+)` \|", readme, re.MULTILINE)) == set(people.PEOPLE)
    pictures = [ROOT / path for path in re.findall(r"!\[[^]]+\]\((docs/pictures/\S+\.png)\)", readme)]
    assert sorted(pictures) == sorted((ROOT / "docs" / "pictures").iterdir())
    assert all(picture.stat().st_size < 100_000 for picture in pictures)
