"""Each kind of page of the demonstration: accessible, as wide as its window, and silent on the console."""

import pytest
from django.contrib.auth.models import User

from tests import axe
from tests.articles.desk.editor_page import CHECKED, EDITOR
from tests.articles.management.running import run
from tests.walk import pages

# Dark and light differ in nothing but colours.
LOOKS = [("light", 1280, ""), ("light", 320, ""), ("dark", 1280, "color-contrast")]
ARRIVED = "document.getAnimations().forEach((each) => each.finish())"
SETTLED = f"() => !document.querySelector('report-panel') || ({EDITOR}?.status === 'ready' && ({CHECKED})())"


@pytest.fixture
def demonstration(live_server, settings, tmp_path):
    """The demonstration's people by name."""
    settings.DEBUG = True
    settings.MEDIA_ROOT = tmp_path / "media"
    # Five passwords at full strength take seconds, and are not what is tested.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    assert run("loaddemo").code == 0
    settings.DEBUG = False
    return {user.username: user for user in User.objects.all()}


def test_every_page_is_accessible_and_fits_and_says_nothing_on_the_console(window, demonstration, complaints):
    people = demonstration
    walks = {
        None: pages.of_readers(),
        "writer": pages.of_the_writer(people["writer"]),
        "checker": pages.of_the_checker(people["checker"]),
        "publisher": pages.of_the_publisher(people["publisher"]),
        "editor": pages.of_the_editor(),
    }
    for who, addresses in walks.items():
        page = window(people.get(who))
        for address in list(addresses):
            page.set_viewport_size({"width": 1280, "height": 900})
            page.goto(address)
            page.wait_for_function(SETTLED)
            complaints += [f"{who} {address} {look[:2]}: {fault}" for look in LOOKS for fault in faults(page, *look)]
    assert not complaints, "\n".join(complaints)


def faults(page, scheme, width, rule):
    """What is wrong with the open page in one look: axe's violations, and whether it is wider than its window."""
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    page.evaluate(ARRIVED)
    wide = page.evaluate("document.documentElement.scrollWidth")
    return axe.violations(page, rule) + ([f"{wide} wide"] if wide > width else [])
