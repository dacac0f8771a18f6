"""What belongs to the page and not to the article."""

import pytest

from articles.importers.furniture import is_furniture
from tests.articles.importers.reading import lost, plain, shape


@pytest.mark.parametrize(
    "line",
    [
        "Leave a Comment", "Share this", "3 comments", "Related posts", "© 2020 Leaf Ltd", "Read more »",
        "Share on Facebook", "Facebook Twitter Pinterest", "Facebook | Email", "Pin it", "Advertisement", "Sponsored",
        "Sponsored by Leaf Ltd", "Read next: Ten cups", "Menu", "Accept all cookies", "Was this helpful?",
        "5 min read", "Reading time: 12 minutes", "Updated 3 May 2024", "Last medically reviewed on March 8, 2023",
        "Published on Tuesday, 4 June 2019 at 10:30 am", "Next review due: 12 June 2026", "FOR IMMEDIATE RELEASE",
        "Sign up to our weekly newsletter", "The best of tea in your inbox", "Sent from my phone",
        "Aktualisiert am 3. Mai 2024", "Kommentar schreiben", "Partager",
        "We and our partners use cookies to store information on a device. Accept all Reject all",
    ],
)  # fmt: skip
def test_furniture_is_known_as_a_whole_line(line):
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "Leave a comment if you like tea.", "Share this cake with a friend", "Reading more helps", "Comments on tea",
        "Twitter lost a third of its readers.", "The law was updated on 3 May 2024.", "Bake the cookies for 9 minutes.",
        "3 May 2024", "The menu", "In 2019 the page was read by 3 million people.", "Is this helpful?",
    ],
)  # fmt: skip
def test_a_sentence_with_the_same_words_is_text(line):
    assert not is_furniture(line)


def test_titles_of_other_articles_are_dropped_with_their_heading():
    imported = plain("A Title\n\nTea calms.\n\nRelated posts\n\nTen Cups\n\nMore Cups\n\nThis is text again.")
    assert lost(imported) == [(5, "Related posts"), (7, "Ten Cups"), (9, "More Cups")]
    assert imported.manuscript.blocks[-1].text == "This is text again."


def test_furniture_between_the_lines_of_a_paragraph_is_taken_out_of_it():
    imported = plain("A Title\n\nTea calms.\nShare on Facebook\nPin it\nIt warms.")
    assert lost(imported) == [(4, "Share on Facebook"), (5, "Pin it")]
    assert shape(imported) == [("p", "Tea calms."), ("p", "It warms.")]


def test_the_head_of_a_mail_is_dropped_with_a_loss_for_each_line():
    imported = plain("From: Jane Doe <jane@example.org>\nSubject: Tea\n\nWhy tea calms\n\nIt does.")
    assert lost(imported) == [(1, "From: Jane Doe <jane@example.org>"), (2, "Subject: Tea")]
    assert (imported.manuscript.title, shape(imported)) == ("Why tea calms", [("p", "It does.")])


def test_one_line_that_could_be_of_a_mail_stays():
    assert plain("A Title\n\nFrom: the river to the sea it is a mile.").losses == ()
