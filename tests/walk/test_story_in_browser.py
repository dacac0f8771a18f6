"""An article's whole way in the browser: imported, settled, approved, published, read and corrected."""

import re

import pytest
from django.urls import reverse
from PIL import Image
from playwright.sync_api import expect

from articles.models import Article, Edition
from references.models import Source
from tests.articles.desk.editor_page import READY, caret_after, checked
from tests.factories import person

TITLE = "How Rag Paper Lasts"
CITED = "Rag paper lasts 300 years longer than wood pulp."
BARE = "A sheet of it loses 12% of its strength in a century."
BOLD = "Paper makers live longer than printers."
OWN = "Sheets that dry in a kitchen shrink by 8%."
PASTED = f"""Home > Craft > Paper

{TITLE}

{CITED}*1 {BARE}

{BOLD}

{OWN}

References

1. Cha H, Park J. The ageing of rag paper. Journal of Paper. 2020;4(2):11-19. doi:10.1000/paper.1
"""
REFERENCE = "Hale R. Strength of old sheets. Journal of Paper. 2015;2(1):5-9. doi:10.1000/paper.2"
NOTE = "We wrote 12%. The trial found 11%."


@pytest.fixture
def people(live_server):
    """An account for each role, by its name."""
    people = {role: person(role) for role in ("Contributor", "Fact-checker", "Publisher", "Admin")}
    people["Admin"].is_staff = True
    people["Admin"].save()
    return people


@pytest.fixture
def photo(tmp_path, settings):
    """A picture on the admin's machine; what is uploaded goes to a folder of this test."""
    settings.MEDIA_ROOT = tmp_path / "media"
    path = tmp_path / "ada.png"
    Image.new("RGB", (1200, 900), "teal").save(path)
    return path


def test_an_article_goes_its_whole_way(window, people, photo, complaints):
    admin, writer = window(people["Admin"]), window(people["Contributor"])
    checker, publisher, reader = window(people["Fact-checker"]), window(people["Publisher"]), window(None)
    an_admin_makes_a_contributor(admin, photo)
    a_writer_imports_a_pasted_text_and_sees_what_is_wrong_with_it(writer)
    it_cannot_be_submitted_as_it_is(writer)
    the_writer_signs_cites_and_recasts(writer)
    the_writer_asks_a_waiver_and_submits(writer)
    a_checker_grants_it_and_cannot_approve_what_changed_meanwhile(checker, writer)
    the_checker_reads_the_newest_and_approves(checker)
    readers_see_nothing_yet(reader)
    a_publisher_publishes(publisher)
    a_reader_follows_a_marker_and_comes_back(reader)
    the_publisher_corrects_what_writer_and_checker_put_right(writer, checker, publisher)
    the_reader_sees_the_notice(reader)
    assert complaints == []


def an_admin_makes_a_contributor(page, photo):
    page.goto("/admin/articles/contributor/")
    page.get_by_role("link", name="Add contributor").first.click()
    page.get_by_label("Name:").fill("Ada Ng")
    page.get_by_label("Slug:").fill("ada-ng")
    page.frame_locator("iframe.cke_wysiwyg_frame").locator("body").fill("Makes paper by hand.")
    page.get_by_label("Photo:").set_input_files(photo)
    page.get_by_label("Alternative text:").fill("Ada Ng at her vat")
    page.get_by_label("Disclosure:").fill("Sells her own paper.")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("was added successfully")).to_be_visible()


def a_writer_imports_a_pasted_text_and_sees_what_is_wrong_with_it(page):
    page.goto(reverse("desk:home"))
    page.get_by_role("link", name="Import").first.click()
    page.get_by_label("Or paste the text here").fill(PASTED)
    page.get_by_role("button", name="Show what is read").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    assert not Article.objects.exists()
    page.get_by_role("button", name="Make a draft").click()
    page.wait_for_function(READY)
    checked(page)
    assert to_fix(page) == [BARE, BOLD, OWN]


def it_cannot_be_submitted_as_it_is(page):
    page.get_by_role("link", name="Send for review").click()
    expect(page.get_by_text("Blocks:").first).to_be_attached()
    page.get_by_role("button", name="Send for review").click()
    expect(page.get_by_role("alert")).to_contain_text("3")
    assert Article.objects.get().state == "draft"


def the_writer_signs_cites_and_recasts(page):
    written_on(page)
    page.get_by_text("Topics, language and contributors").click()
    page.get_by_label("Contributor", exact=True).last.select_option(label="Ada Ng")
    caret_after(page, BARE)
    page.keyboard.press("Control+Shift+K")
    page.locator("#picker-search").fill(REFERENCE)
    page.get_by_role("button", name="Add it to the library as a new source").click()
    page.get_by_role("dialog").get_by_role("button", name="Insert citation").click()
    caret_after(page, BOLD)
    page.keyboard.press("Shift+Home")
    page.keyboard.type("Do you like old paper?")
    saved(page)
    assert to_fix(page) == [OWN]
    assert Source.objects.filter(title="Strength of old sheets").exists()


def the_writer_asks_a_waiver_and_submits(page):
    card = page.locator("[data-group=fix] .report-card")
    card.get_by_text("No source for this?").click()
    card.get_by_label("Why it may stand without one").select_option("own experience")
    card.get_by_role("button", name="Ask for a waiver").click()
    expect(page.get_by_text("The waiver is asked for. Another person decides it.")).to_be_visible()
    submitted(page)


def a_checker_grants_it_and_cannot_approve_what_changed_meanwhile(page, writer):
    page.goto(reverse("desk:home"))
    page.get_by_role("link", name=TITLE).first.click()
    page.get_by_role("link", name="Review", exact=True).click()
    page.get_by_role("button", name="Grant").click()
    expect(page.get_by_role("button", name="Grant")).to_have_count(0)
    written_on(writer)
    caret_after(writer, "old paper?")
    writer.keyboard.type(" I do.")
    saved(writer)
    submitted(writer)
    page.get_by_role("button", name="Approve").click()
    expect(page.get_by_role("alert")).to_contain_text("The text has changed since you read it")
    assert Article.objects.get().state == "in_review"


def the_checker_reads_the_newest_and_approves(page):
    page.get_by_role("link", name="See what changed").click()
    expect(page.locator("main ins").first).to_contain_text("I do.")
    page.goto(reverse("desk:review", args=[Article.objects.get().pk]))
    page.get_by_role("button", name="Approve").click()
    assert Article.objects.get().state == "approved"


def readers_see_nothing_yet(page):
    assert page.goto(f"/articles/{Article.objects.get().slug}/").status == 404
    page.goto("/")
    expect(page.get_by_role("link", name=TITLE)).to_have_count(0)


def a_publisher_publishes(page):
    page.goto(reverse("desk:article", args=[Article.objects.get().pk]))
    page.get_by_role("link", name="Publish", exact=True).click()
    page.get_by_role("button", name="Publish", exact=True).click()
    expect(page.get_by_role("status").first).to_contain_text("published")


def a_reader_follows_a_marker_and_comes_back(page):
    page.goto("/")
    page.get_by_role("link", name=TITLE).first.click()
    expect(page.get_by_role("img", name="Ada Ng at her vat").first).to_be_visible()
    expect(page.get_by_text("Makes paper by hand.")).to_be_visible()
    expect(page.get_by_text("Sells her own paper.")).to_be_visible()
    page.locator("sup.cite a").nth(1).click()
    expect(page).to_have_url(re.compile("#ref-2$"))
    expect(page.locator("#ref-2")).to_contain_text("Strength of old sheets")
    page.locator("#ref-2 .backlinks a").click()
    expect(page).to_have_url(re.compile("#cite-2-1$"))


def the_publisher_corrects_what_writer_and_checker_put_right(writer, checker, publisher):
    written_on(writer)
    caret_after(writer, "it loses 12")
    writer.keyboard.press("Backspace")
    writer.keyboard.type("1")
    saved(writer)
    submitted(writer)
    checker.goto(reverse("desk:review", args=[Article.objects.get().pk]))
    checker.get_by_role("button", name="Approve").click()
    publisher.goto(reverse("desk:article", args=[Article.objects.get().pk]))
    publisher.get_by_role("link", name="Publish as a correction").click()
    publisher.get_by_label("Public note").fill(NOTE)
    publisher.get_by_role("button", name="Publish as a correction").click()
    assert Edition.objects.count() == 2


def the_reader_sees_the_notice(page):
    page.reload()
    expect(page.get_by_text(NOTE)).to_be_visible()
    expect(page.get_by_text("loses 11% of its strength")).to_be_visible()
    page.goto("/corrections/")
    expect(page.get_by_text(NOTE)).to_be_visible()


def written_on(page):
    """Open the article in the editor."""
    page.goto(reverse("desk:article", args=[Article.objects.get().pk]))
    page.wait_for_function(READY)
    checked(page)


def to_fix(page):
    """The sentences that the report says are to fix."""
    return page.locator("[data-group=fix] .report-card blockquote").all_inner_texts()


def saved(page):
    """Save by the button, and have the page and its report speak of what was saved."""
    page.locator("#edit-form").get_by_role("button", name="Save").click()
    expect(page.locator("[data-state][role=status]")).to_contain_text(re.compile("^Saved|, saved"))
    expect(page.locator(".edit-head")).to_contain_text(str(Article.objects.get().head))
    checked(page)


def submitted(page):
    page.get_by_role("link", name="Send for review").click()
    page.get_by_role("button", name="Send for review").click()
    expect(page.get_by_role("status").first).to_contain_text("review")
