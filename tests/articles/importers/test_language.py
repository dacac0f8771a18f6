"""Which language a text is in."""

import pytest

from articles.importers.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("the cat and the dog are in the house with that man " * 3, "en"),
        ("der Hund und die Katze sind nicht auf dem Dach mit der Maus " * 3, "de"),
        ("les chats sont dans la maison avec une souris pour le soir " * 3, "fr"),
        ("los gatos son de la casa y no del perro pero es como una fiesta " * 3, "es"),
        ("il gatto della casa non è con una sorella ma anche nel giardino " * 3, "it"),
        ("het huis van de man is niet zo groot maar met een tuin voor ons " * 3, "nl"),
        ("os gatos não são da casa mas uma festa com mais gente foi pelo rio " * 3, "pt"),
    ],
)
def test_the_language_is_told_by_common_words(text, language):
    assert language_of(text) == language


@pytest.mark.parametrize("text", ["", "kurz und gut", "der die das nicht mit", "1 2 3 " * 50])
def test_a_text_too_short_to_tell_is_english(text):
    assert language_of(text) == "en"


def test_a_foreign_quotation_does_not_decide():
    assert language_of("the word is said to be of the old tongue and not " * 5 + "der die das nicht mit dem") == "en"
