"""The edit page as a writer uses it: cite, undo, follow the report, keep and save."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from articles import drafting
from articles.drafting import Draft
from articles.models import WorkingCopy
from references.csl import Name
from references.models import Source
from tests import axe
from tests.articles.desk.editor_page import (
    BEFORE_CARET,
    PAINTED,
    caret_after,
    checked,
    holds,
    opened,
    shows,
    sign_in,
    text,
    writing,
)
from tests.factories import draft, fresh, person, source

BARE = "Ducks sleep 12 hours a day."


@pytest.fixture
def duck(live_server):
    return source("Sleep of the common duck", authors=(Name("Quackenbush", "Ada"),), doi="10.1000/duck")


@pytest.fixture
def goose(live_server):
    return source("Geese at night", authors=(Name("Ganter", "Leo"),), doi="10.1000/goose")


@pytest.fixture
def desk(page, live_server, console_errors, duck, goose):
    """The editor open on a text whose second paragraph is cited and whose first is not."""
    marker = f'<cite class="cit" data-ref="{goose.key}">Ganter 2020</cite>'
    article = draft(body=f"<p>{BARE} A pond is nice.</p><p>Geese live for 20 years.{marker}</p>")
    opened(page, live_server, article).article = article
    return page


def marker(key, label, locator=""):
    located = f' data-locator="{locator}"' if locator else ""
    return f'<cite class="cit" data-ref="{key}"{located}>{label}</cite>'


def state(page):
    return page.locator("[data-state][role=status]")


def test_a_source_is_cited_from_the_library_by_keyboard_alone(desk, duck, console_errors):
    caret_after(desk, BARE)
    desk.keyboard.press("Control+Shift+K")
    expect(desk.locator("#picker-search")).to_be_focused()
    desk.keyboard.type("quack")
    expect(desk.locator("#picker-results li")).to_have_count(1)
    desk.keyboard.press("Enter")
    expect(desk.locator("[data-chosen] input")).to_be_focused()
    desk.keyboard.type("p. 4")
    desk.keyboard.press("Enter")
    holds(desk, f"{BARE}{marker(duck.key, 'Quackenbush 2020', 'p. 4')} A pond is nice.")
    shows(desk, ["[1]", "[2]"])
    writing(desk)
    desk.keyboard.type(" Indeed.")
    holds(desk, "</cite> Indeed. A pond")
    assert console_errors == []


def test_undo_takes_the_citation_back_and_numbers_anew(desk, duck):
    before = text(desk)
    caret_after(desk, BARE)
    desk.keyboard.type("[@quack", delay=60)
    expect(desk.locator(".cke_autocomplete_opened li")).to_have_count(1)
    # Each key asks anew: what is taken is what the last answer offers.
    desk.wait_for_load_state("networkidle")
    desk.keyboard.press("Enter")
    holds(desk, f"{BARE}{marker(duck.key, 'Quackenbush 2020')}")
    shows(desk, ["[1]", "[2]"])
    for _ in range(12):
        if text(desk) == before:
            break
        desk.keyboard.press("Control+z")
    assert text(desk) == before
    shows(desk, ["[1]"])


def test_one_marker_names_several_sources_each_with_its_place(desk, duck, goose):
    caret_after(desk, BARE)
    desk.keyboard.press("Control+Shift+K")
    for at, (words, place) in enumerate([("quack", "p. 4"), ("geese at", "")]):
        desk.locator("#picker-search").fill(words)
        expect(desk.locator("#picker-results li")).to_contain_text([words.title().split()[0]])
        desk.locator("#picker-search").press("Enter")
        expect(desk.locator("[data-chosen] input").nth(at)).to_be_focused()
        desk.keyboard.type(place)
    desk.keyboard.press("Enter")
    holds(desk, marker(f"{duck.key} {goose.key}", "Quackenbush 2020; Ganter 2020", "p. 4|"))
    shows(desk, ["[1,2]", "[2]"])


def test_a_marker_is_edited_by_enter_and_removed_by_backspace_twice(desk, goose):
    caret_after(desk, "Geese live for 20 years.")
    desk.keyboard.press("ArrowRight")
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("heading", name="Edit a citation")).to_be_visible()
    desk.locator("[data-chosen] input").fill("ch. 2")
    desk.locator("[data-chosen] input").press("Enter")
    holds(desk, marker(goose.key, "Ganter 2020", "ch. 2"))
    writing(desk)
    desk.keyboard.press("Backspace")
    assert "<cite" in text(desk)
    desk.keyboard.press("Backspace")
    assert "<cite" not in text(desk)


def test_a_pasted_reference_becomes_a_source_and_is_cited(desk):
    caret_after(desk, BARE)
    desk.keyboard.press("Control+Shift+K")
    desk.locator("#picker-search").fill("Mallard D. Naps of dabbling ducks. J Birds. 2019;4(2):11-19.")
    desk.get_by_role("button", name="Add it to the library as a new source").click()
    expect(desk.locator("[data-chosen] li")).to_have_count(1)
    desk.get_by_role("dialog").get_by_role("button", name="Insert citation").click()
    added = Source.objects.get(title="Naps of dabbling ducks")
    holds(desk, f'{BARE}<cite class="cit" data-ref="{added.key}">')


def test_closing_the_picker_leaves_the_text_and_the_caret(desk):
    before = text(desk)
    caret_after(desk, BARE)
    desk.keyboard.press("Control+Shift+K")
    expect(desk.locator("#picker-search")).to_be_focused()
    desk.keyboard.press("Escape")
    writing(desk)
    assert text(desk) == before
    desk.keyboard.type("!")
    holds(desk, f"{BARE}!")


def test_a_finding_is_painted_and_leads_to_its_sentence_and_to_the_picker(desk):
    assert desk.evaluate(PAINTED, "uncited") == [BARE]
    card = desk.locator(".report-card", has_text=BARE)
    card.get_by_role("button", name="Go to the sentence").click()
    desk.wait_for_function(f"(words) => ({BEFORE_CARET})() === words", arg=BARE)
    card.get_by_role("button", name="Add source").click()
    expect(desk.locator("#picker-search")).to_be_focused()


def test_f8_goes_to_the_next_sentence_to_fix_from_inside_the_text(desk):
    caret_after(desk, "A pond")
    desk.keyboard.press("F8")
    expect(desk.locator("[data-announce]")).to_have_text(f"1 of 1 to fix. {BARE}")
    assert desk.evaluate(BEFORE_CARET) == BARE


def test_the_report_follows_what_is_typed_and_nothing_of_it_is_in_the_text(desk):
    caret_after(desk, "A pond is nice.")
    desk.keyboard.type(" Ponds heal 90% of ducks.")
    expect(desk.locator("[data-group=fix] .report-card")).to_have_count(2)
    checked(desk)
    assert desk.evaluate(PAINTED, "uncited") == [BARE, "Ponds heal 90% of ducks."]
    assert not re.search(r"cke_|claim-|\[\d\]|span", text(desk))


def test_a_waiver_is_asked_for_without_leaving_the_page(desk):
    caret_after(desk, "A pond is nice.")
    desk.keyboard.type(" So it is.")
    card = desk.locator(".report-card", has_text=BARE)
    card.get_by_text("No source for this?").click()
    card.get_by_role("button", name="Ask for a waiver").click()
    expect(desk.locator("[data-announce]")).to_contain_text("The waiver is asked for")
    expect(desk.locator("[data-group=fix] .report-card")).to_have_count(0)
    assert "So it is." in text(desk)


def test_what_is_typed_is_kept_by_itself_and_offered_again(desk):
    caret_after(desk, "A pond is nice.")
    desk.keyboard.type(" So it is.")
    expect(state(desk)).to_contain_text("not saved yet")
    copy = WorkingCopy.objects.get(article=desk.article)
    assert "A pond is nice. So it is." in copy.body
    desk.reload()
    expect(desk.get_by_text("you had typed and not saved")).to_be_visible()
    assert "So it is." in desk.locator("#id_body").input_value()


def test_what_is_typed_without_a_network_is_kept_when_it_comes_back(desk):
    desk.route("**/keep/", lambda route: route.abort())
    caret_after(desk, "A pond is nice.")
    desk.keyboard.type(" So it is.")
    expect(state(desk)).to_contain_text("Not kept, retrying")
    desk.unroute("**/keep/")
    expect(state(desk)).to_contain_text("not saved yet", timeout=30_000)
    assert "So it is." in WorkingCopy.objects.get(article=desk.article).body


def test_a_session_that_ends_while_somebody_writes_loses_nothing(desk, live_server):
    desk.context.clear_cookies()
    caret_after(desk, "A pond is nice.")
    desk.keyboard.type(" So it is.")
    expect(state(desk)).to_contain_text("You are signed out")
    sign_in(desk, live_server, desk.article.owner)
    expect(state(desk)).to_contain_text("not saved yet", timeout=30_000)
    assert "So it is." in WorkingCopy.objects.get(article=desk.article).body


def test_saving_keeps_the_place_and_a_save_without_a_change_makes_no_revision(desk):
    desk.keyboard.press("Control+s")
    expect(state(desk)).to_contain_text("The text is as it was")
    assert fresh(desk.article).head.number == 1
    caret_after(desk, "A pond is nice.")
    desk.keyboard.type(" So it is.")
    desk.keyboard.press("Control+s")
    expect(state(desk)).to_contain_text("Saved as Revision 2")
    assert "A pond is nice. So it is." in fresh(desk.article).head.body
    desk.keyboard.type(" Yes.")
    assert "So it is. Yes." in text(desk)


def test_a_stale_save_shows_both_texts(desk):
    drafting.save(desk.article, Draft("Theirs", "<p>Ponds freeze.</p>"), person("Editor", "ben"), desk.article.head_id)
    caret_after(desk, "A pond is nice.")
    desk.keyboard.type(" So it is.")
    desk.get_by_role("button", name="Save", exact=True).click()
    expect(desk.get_by_text("ben saved Revision 2 while you were writing.")).to_be_visible()
    assert "So it is." in desk.locator(".edit-text").first.inner_text()
    assert "Ponds freeze." in desk.locator(".edit-text").last.inner_text()


def test_without_scripts_the_text_is_saved_and_the_report_is_there(browser, live_server, duck):
    article = draft(body=f"<p>{BARE}</p>")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    from_sign_in(page, live_server, article)
    expect(page.locator(".report-card", has_text=BARE)).to_be_visible()
    page.locator("#id_body").fill("<p>Ducks swim.</p>")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Saved as Revision 2.")).to_be_visible()
    context.close()
    assert fresh(article).head.body == "<p>Ducks swim.</p>"


def from_sign_in(page, live_server, article):
    sign_in(page, live_server, article.owner)
    page.goto(live_server.url + reverse("desk:article", args=[article.pk]))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_the_page_fits_and_is_accessible(desk, scheme, width):
    desk.emulate_media(color_scheme=scheme)
    desk.set_viewport_size({"width": width, "height": 900})
    assert desk.evaluate("document.documentElement.scrollWidth") == width
    assert axe.violations(desk) == []
