"""The choice between light and dark."""

import pytest

from cms.context import theme


@pytest.mark.parametrize("chosen", ["system", "light", "dark"])
def test_choice_is_kept_and_leads_back_to_its_page(client, chosen):
    answer = client.get("/theme/", {"theme": chosen, "next": "/topics/food/?page=2"})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/topics/food/?page=2")
    assert answer.cookies["theme"].value == chosen
    assert "no-store" in answer.headers["Cache-Control"]


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example/", "javascript:alert(1)", ""])
def test_choice_leads_nowhere_else(client, elsewhere):
    assert client.get("/theme/", {"theme": "dark", "next": elsewhere}).headers["Location"] == "/"


def test_unknown_choice_changes_nothing(client):
    assert "theme" not in client.get("/theme/", {"theme": 'dark" onload="'}).cookies


@pytest.mark.parametrize(("cookie", "shown"), [("dark", "dark"), ("light", "light"), ("system", ""), ('x"', "")])
def test_templates_hear_of_light_and_dark_alone(rf, cookie, shown):
    request = rf.get("/")
    request.COOKIES["theme"] = cookie
    assert theme(request)["theme"] == shown


@pytest.mark.django_db
def test_page_comes_in_the_chosen_colours_without_script(client):
    client.cookies["theme"] = "dark"
    assert '<html lang="en" data-theme="dark">' in client.get("/accounts/login/").content.decode()
