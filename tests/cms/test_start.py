"""Each door refuses an unsafe production start with a sentence; a command that serves nobody needs no secrets."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from cms.start import refuse_unsafe_start
from tests.cms.project import GOOD_KEY, manage, python


@pytest.fixture
def production(settings):
    settings.DEBUG = False
    settings.SECRET_KEY = GOOD_KEY
    settings.ALLOWED_HOSTS = ["stet.example"]
    return settings


def test_safe_settings_are_let_through(production):
    assert refuse_unsafe_start() is None


@pytest.mark.parametrize(
    ("key", "fault"),
    [
        ("", "SECRET_KEY is not set"),
        (GOOD_KEY[:49], r"SECRET_KEY is too short \(49 characters\)"),
        ("changeme", "SECRET_KEY is a placeholder"),
        ("django-insecure-" + GOOD_KEY, "SECRET_KEY is a placeholder"),
        ("abcd" * 20, "SECRET_KEY repeats a few characters"),
    ],
)
def test_weak_key_is_refused_with_what_to_set(production, key, fault):
    production.SECRET_KEY = key
    with pytest.raises(
        ImproperlyConfigured, match=fault + ".*Set it in the environment to 50 or more random characters"
    ):
        refuse_unsafe_start()


@pytest.mark.parametrize(
    ("hosts", "fault"),
    [([], "ALLOWED_HOSTS is empty. Set it"), (["stet.example", "*"], "lets any host name through. Name the site's")],
)
def test_open_hosts_are_refused_with_what_to_set(production, hosts, fault):
    production.ALLOWED_HOSTS = hosts
    with pytest.raises(ImproperlyConfigured, match=fault):
        refuse_unsafe_start()


def test_development_is_let_through_with_any_settings(settings):
    settings.DEBUG = True
    settings.SECRET_KEY = "x"
    settings.ALLOWED_HOSTS = []
    assert refuse_unsafe_start() is None


def test_runserver_is_refused_in_one_sentence_with_exit_code_2():
    refused = manage("runserver", "127.0.0.1:0")
    assert refused.returncode == 2
    assert refused.stdout == ""
    assert refused.stderr == (
        "Stet does not start: SECRET_KEY is not set. Set it in the environment to 50 or more random characters, "
        "or set DEBUG=on for development.\n"
    )


def test_help_for_runserver_needs_no_secrets():
    assert manage("runserver", "--help").returncode == 0


@pytest.mark.parametrize("door", ["wsgi", "asgi"])
def test_server_door_is_refused_without_secrets(door):
    refused = python(f"import cms.{door}")
    assert refused.returncode == 1
    assert "ImproperlyConfigured: SECRET_KEY is not set." in refused.stderr


@pytest.mark.parametrize("door", ["wsgi", "asgi"])
def test_server_door_opens_with_safe_settings(door):
    opened = python(
        f"from cms.{door} import application; print(callable(application))",
        SECRET_KEY=GOOD_KEY,
        ALLOWED_HOSTS="stet.example",
    )
    assert (opened.stdout, opened.stderr) == ("True\n", "")


def test_command_that_serves_nobody_needs_no_secrets():
    checked = manage("check")
    assert (checked.returncode, checked.stderr) == (0, "")


def test_key_that_begins_with_a_dollar_is_a_key():
    printed = python("from cms.settings import SECRET_KEY; print(SECRET_KEY)", SECRET_KEY="$HOME-is-not-meant")
    assert printed.stdout == "$HOME-is-not-meant\n"
