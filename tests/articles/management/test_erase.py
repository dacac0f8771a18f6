"""The command `erase`: what it says and its exit codes."""

from articles.models import Contributor
from tests.articles.management.running import run
from tests.cms.project import manage
from tests.factories import contributor, person, published


def test_an_account_is_erased(db):
    article, admin = published(), person("Admin", name="root")
    done = run("erase", "--user", article.owner.username, "--by", "root")
    assert (done.code, done.out, done.err) == (0, "Erased. Articles whose log says so: 1.\n", "")
    article.owner.refresh_from_db()
    assert not article.owner.is_active
    assert article.steps.filter(name="erase", by=admin).exists()


def test_a_contributor_is_erased(db):
    person("Admin", name="root")
    someone = contributor()
    assert run("erase", "--contributor", someone.slug, "--by", "root").code == 0
    assert Contributor.objects.get().name == "Name withheld"


def test_who_may_not_is_refused(db):
    person("Publisher", name="boss")
    someone = contributor()
    done = run("erase", "--contributor", someone.slug, "--by", "boss")
    assert done.code == 1
    assert "Admin" in done.err
    assert Contributor.objects.get().name == someone.name


def test_nobody_of_that_name_is_bad_usage(db):
    person("Admin", name="root")
    for arguments, sentence in [
        (("--user", "stranger", "--by", "root"), "There is no account “stranger”."),
        (("--contributor", "stranger", "--by", "root"), "There is no contributor “stranger”."),
        (("--user", "root", "--by", "stranger"), "There is no account “stranger”."),
        (("--user", "", "--by", "root"), "There is no account “”."),
        (("--contributor", "", "--by", "root"), "There is no contributor “”."),
    ]:
        done = run("erase", *arguments)
        assert (done.code, done.err) == (2, sentence)


def test_help_and_bad_usage():
    assert "for good" in " ".join(manage("erase", "--help").stdout.split())
    for arguments in ([], ["--user", "a"], ["--by", "a"], ["--user", "a", "--contributor", "b", "--by", "c"]):
        done = manage("erase", *arguments)
        assert (done.returncode, done.stdout) == (2, "")
        assert "Traceback" not in done.stderr
