"""The command `importarticle`: each file all or nothing, with what came of it."""

import json
import os
from collections import Counter

import pytest
from django.contrib.auth.models import User

from articles import importing
from articles.models import Article
from references.models import Source
from tests.articles.management.running import run
from tests.articles.test_cases import DOCUMENTS, checked
from tests.articles.test_importing import TEXT, rows
from tests.cms.project import manage
from tests.factories import person

UNCITED = "3. Dray, B. The smell of fog. London: Murray, 1901."


@pytest.fixture
def rain(db, tmp_path):
    path = tmp_path / "rain.txt"
    claiming = TEXT.replace("I like both", "Fog cures nine colds in ten. I like both")
    path.write_text(f"{claiming}\n{UNCITED}\n", encoding="utf-8")
    return path


def imported(*files, code=0, **options):
    done = run("importarticle", *files, format="json", **options)
    assert (done.code, done.err) == (code, "")
    return json.loads(done.out)


def test_a_file_is_imported_with_what_came_of_it(rain):
    (row,) = imported(rain)
    article = Article.objects.get()
    numbers = {name: row[name] for name in ("slug", "title", "references", "sources", "citations", "linked")}
    assert numbers == {
        "slug": "on-rain",
        "title": "On rain",
        "references": 3,
        "sources": 3,
        "citations": 2,
        "linked": 2,
    }
    assert [finding["code"] for finding in row["findings"]] == ["C001"]
    why = "Nothing cites reference 3: the library has it now, the article does not list it."
    assert row["losses"][-1] == {"line": 20, "what": "The smell of fog", "why": why}
    assert [loss["line"] for loss in row["losses"]] == [10, 20]
    assert (article.state, article.owner.username, article.owner.has_usable_password()) == ("draft", "import", False)


def test_a_dry_run_says_the_same_and_writes_nothing(rain):
    before = rows()
    said = imported(rain, dry_run=True)
    assert rows() == before
    assert not User.objects.filter(username="import").exists()
    assert said == imported(rain)


def test_one_bad_file_among_good_ones_is_told_and_the_others_are_imported(rain, tmp_path):
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    done = run("importarticle", rain, empty, tmp_path / "missing.txt", tmp_path, rain, format="json")
    assert done.code == 2
    assert [row["slug"] for row in json.loads(done.out)] == ["on-rain", "on-rain-2"]
    sentences = dict(line.split(": ", 1) for line in done.err.splitlines())
    assert sentences[str(tmp_path / "missing.txt")] == "There is no such file."
    assert sentences[str(tmp_path)] == "This is a folder: name the files in it."
    assert "empty" in sentences[str(empty)]


def test_who_may_not_write_is_refused_and_2_beats_1(rain, tmp_path):
    nobody = person()
    done = run("importarticle", rain, by=nobody.username)
    assert (done.code, Article.objects.count()) == (1, 0)
    assert "You may not write here" in done.err
    assert run("importarticle", rain, tmp_path / "missing.txt", rain, by=nobody.username).code == 2


def test_an_unknown_account_is_bad_usage(rain):
    done = run("importarticle", rain, by="stranger")
    assert (done.code, done.err) == (2, "There is no account “stranger”.")
    assert not Article.objects.exists()


def test_drafts_belong_to_whoever_is_named(rain):
    writer = person("Contributor")
    imported(rain, by=writer.username)
    assert Article.objects.get().owner == writer


def test_a_crash_leaves_what_was_imported_before_it_and_says_so(rain, tmp_path, monkeypatch):
    other = tmp_path / "other.txt"
    other.write_text("Fog\n\nI like fog.\n")
    done = importing.bring_in

    def fail_on_fog(read, by, file):
        arrival = done(read, by, file)
        if "other" in file:
            raise RuntimeError("the disk is full")
        return arrival

    monkeypatch.setattr(importing, "bring_in", fail_on_fog)
    printed = []
    monkeypatch.setattr(
        "articles.management.commands.importarticle.Command._say", lambda self, rows, form: printed.extend(rows)
    )
    with pytest.raises(RuntimeError):
        run("importarticle", rain, other)
    assert [row["slug"] for row in printed] == ["on-rain"]
    assert [article.slug for article in Article.objects.all()] == ["on-rain"]


def test_the_table_has_a_line_for_each_file_and_one_for_each_loss(rain):
    done = run("importarticle", rain)
    lines = done.out.splitlines()
    assert lines[0].split()[:3] == ["slug", "title", "references"]
    assert lines[1].startswith("on-rain")
    assert lines[2].startswith("on-rain: line 10: It was taken for a biography")
    assert lines[3].startswith("on-rain: line 20: Nothing cites reference 3")


def test_what_a_title_holds_does_not_command_the_terminal(db, tmp_path):
    path = tmp_path / "loud.md"
    path.write_text("# Rain \x1b[2J falls\n\nI like rain.\n")
    assert "\x1b" not in run("importarticle", path).out


def test_a_hostile_file_stores_only_clean_markup(db, tmp_path):
    path = tmp_path / "hostile.html"
    path.write_text(
        "<h1>Rain<script>alert(1)</script></h1><p onclick=alert(2)>I like <a href='javascript:alert(3)'>rain</a>.</p>"
        "<img src=x onerror=alert(4) alt='A puddle'><svg onload=alert(5)></svg><iframe src=//evil.example></iframe>"
        "<p>Snow &lt;script&gt;alert(6)&lt;/script&gt; is <![CDATA[<script>alert(7)</script>]]> wet.</p>"
    )
    imported(path)
    head = Article.objects.get().head
    for vector in ("<script", "onclick", "javascript:", "onerror", "<svg", "<iframe", "onload"):
        assert vector not in head.body
    assert "&lt;script&gt;alert(6)" in head.body
    assert "<" not in head.title


def codes(findings, about_the_list):
    """How often each code is found; those of a list of references begin with R."""
    return Counter(f["code"] for f in findings if f["code"].startswith("R") == about_the_list)


@pytest.mark.parametrize("document", DOCUMENTS, ids=[f"{path.parent.name}-{path.stem}" for path in DOCUMENTS])
def test_a_document_is_imported_as_it_was_checked(db, document):
    """The text has the same findings. Of the list, works that stand there twice become one; uncited ones are told."""
    (row,) = imported(document)
    found, _ = checked(document)
    assert (row["title"], row["references"], row["citations"]) == (
        found["title"],
        len(found["references"]),
        len(found["citations"]),
    )
    assert codes(row["findings"], False) == codes(found["findings"], False)
    uncited = codes(found["findings"], True)["R001"]
    assert [loss for loss in row["losses"] if not loss["why"].startswith("Nothing cites")] == found["losses"]
    assert len(row["losses"]) == len(found["losses"]) + uncited
    assert codes(row["findings"], True) <= codes(found["findings"], True)
    if not uncited and row["sources"] == sum(len(reference["sources"]) for reference in found["references"]):
        assert codes(row["findings"], True) == codes(found["findings"], True)


def test_all_documents_go_in_together_and_the_library_has_each_work_once(db):
    said = imported(*DOCUMENTS)
    assert len(said) == len(DOCUMENTS) == Article.objects.count()
    titles = list(Source.objects.exclude(title="").values_list("title", flat=True))
    assert len(titles) == len(set(titles))


def database(tmp_path):
    environment = {"DATABASE_URL": f"sqlite:///{tmp_path}/site.sqlite3", "DEBUG": "on", "SECRET_KEY": "x"}
    assert manage("migrate", "--verbosity", "0", **environment).returncode == 0
    return environment


def test_a_file_name_that_is_no_utf8_is_imported_and_printed(tmp_path):
    environment = database(tmp_path)
    path = os.path.join(os.fsencode(tmp_path), b"r\xe9in.txt")
    with open(path, "w") as file:
        file.write("I like rain. It is wet.\n")
    for form in ("json", "text"):
        done = manage("importarticle", "--format", form, os.fsdecode(path), **environment, LC_ALL="C", PYTHONUTF8="0")
        assert (done.returncode, done.stderr) == (0, "")
    assert "r\\udce9in.txt" in done.stdout


def test_help_tells_the_options_and_bad_usage_is_2(tmp_path):
    helped = manage("importarticle", "--help")
    assert helped.returncode == 0
    for told in ("--by", "--dry-run", "--format", "FILE"):
        assert told in helped.stdout
    assert manage("importarticle").returncode == 2
    assert manage("importarticle", "--format", "yaml", "a.txt").returncode == 2
