"""Pasted reference strings: titles, names, what cannot be told. The works in them do not exist."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from references.csl import Date, Name, SourceData
from references.formats import raw


def one(text: str) -> SourceData:
    (work,) = raw.parse(text)
    return work


@pytest.mark.parametrize("text", ["", " ", "\n", "3.", "[3]"])
def test_a_blank_string_names_no_work(text):
    assert raw.parse(text) == ()


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Orr, L. (2020). Who walks? Paths in twelve towns. Fen Habits, 4(2), 55–70.",
            "Who walks? Paths in twelve towns",
        ),
        ("Orr, P. Q., Who Walks? Fen Notes, 2011. 25(1): p. 3-40.", "Who Walks?"),
        ("Orr, C. (2014). Notice: a note on Roe v. Poe. Fen Law Reports, 22, 7–12.", "Notice: a note on Roe v. Poe"),
        ("Orr, A. Landings on the Coast, 1900-1939. Fen Records 14 (1985): 33-60.", "Landings on the Coast, 1900-1939"),
        ("Orr Society. Annual Count 2022. Marbury: Fen Council, 2022.", "Annual Count 2022"),
        ("Orr, J., Cold Air, Warm Rooms, Fen Books, Glasgow, 2018.", "Cold Air, Warm Rooms"),
        ("Orr, N., Roots In Practice. Fen Notes, 2003. 17(4): p. 210-222.", "Roots In Practice"),
        (
            "Orr, R. 1969. Ferns. The genera of the eastern valleys. Fenia 17: 5-32.",
            "Ferns. The genera of the eastern valleys",
        ),
        ("Orr, J. (2010). <i>Roots</i> of <sup>2</sup>H. Fenia, 1, 2-3.", "Roots of 2H"),
    ],
)
def test_a_title_ends_where_its_container_begins(text, title):
    assert one(text).title == title


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "van der Berg, K., O'Brien, P. & D'Souza, L. (2003). Gait. Fenia, 3, 1-2.",
            ["van der Berg", "O'Brien", "D'Souza"],
        ),
        ("Felipe y Orr, Iñigo de; Roots In Treatment, Fen Academy, recorded 08/07/21", ["Felipe y Orr"]),
        ("Orr Roe, Diane, Application Of Roots, Fen Academy, recorded 08/07/21", ["Orr Roe"]),
        ("Orr, J., Roe, K., … Poe, S. C. R. (2014). Roots. Fenia, 1, 2-3.", ["Orr", "Roe", "Poe"]),
        ("ORR Jane, ROE Paul, 2007. Roots and rain. Fenia 43, 24-40.", ["ORR", "ROE"]),
        ("J-L. Orr, Yu. Roe and A. Poe, “Roots,” Fenia, vol. 1, pp. 2-3, 1991.", ["Orr", "Roe", "Poe"]),
        ("Orr, R. V., K. A. Roe, and H. L. Poe. 2009. Hunting. Fenia 3: 1-2.", ["Orr", "Roe", "Poe"]),
        ("Orr, R. Keith (2004) 'Roots', Fenia, vol. 3, pp. 1-2.", ["Orr"]),
        ("David Orr, Ana Roe, and Martin Poe. Putting roots. Fenia, 2008.", ["Orr", "Roe", "Poe"]),
        ("Orr, J. & Roe, R. Floods and roots. Fenia 12 (2021), 44–58.", ["Orr", "Roe"]),
        ("Orr, J., Jr. (1980). Roots. Fenia, 1, 2-3.", ["Orr"]),
        ("Иванов И.И. Корни растений. Вестник, 2010. 4(2): 1-9.", ["Иванов"]),
        ("———. Roots. Leeds: Fen Press, 1997.", []),
        ("Orr J (ed). Roots. Leeds: Fen Press; 2001.", []),
    ],
)
def test_names_are_told_in_every_order(text, names):
    people = [f"{name.particle} {name.family}".strip() for name in one(text).authors]
    assert people == names


def test_editors_are_no_authors():
    assert one("Orr J, Roe K (eds). Roots. Leeds: Fen Press; 2001.").editors == (Name("Orr", "J"), Name("Roe", "K"))
    assert one("Orr, A. Letters. Edited by Joan Roe. Leeds: Gull Press, 1954.").editors == (Name("Roe", "Joan"),)


@pytest.mark.parametrize(
    "name",
    ["Orr & Daughters", "Museum of Small Machines", "Fen Transit", "World Root Organization", "Parliamentary Archives"],
)
def test_an_organisation_is_an_author_with_a_literal_name(name):
    assert one(f"{name}. Roots and Rain. Leeds: Fen Press, 2020.").authors == (Name(literal=name),)


@pytest.mark.parametrize("title", ["99 roots of winter", "2001 nights in the fen"])
def test_a_title_may_begin_with_a_number_where_the_string_has_none_of_its_own(title):
    (work,) = raw.parse(f"{title}. Fen Press, 2020.", numbered=False)
    assert work.title == title


@pytest.mark.parametrize(
    "text", ["Ibid., p. 4", "idem", "12", "doi:10.5555/x", "https://example.org/only", "?!", "p. 4"]
)
def test_a_string_without_a_title_is_kept_whole_in_the_note(text):
    work = one(text)
    assert (work.title, work.note) == ("", text)


def test_what_can_be_told_is_told_without_a_title_too():
    assert one("doi:10.5555/X").doi == "10.5555/x"
    assert one("https://example.org/only").url == "https://example.org/only"


def test_a_string_longer_than_any_reference_is_kept_whole_and_not_read():
    text = "Orr, J. (2019). Roots. Fenia, 1, 2-3. " * 200
    assert raw.parse(text) == (SourceData(note=text.strip()),)


def test_the_year_after_the_names_is_the_works_own():
    assert one("Orr, J. (2001). Roots in 1950. Fenia, 3, 1999-2004.").issued == Date(2001)


@given(st.text(alphabet="Orr, J. &(2019)“Rots:;-[]1/»é\u2028", max_size=60))
def test_no_string_is_lost_or_crashes(text):
    """Whatever the string, each work that is read from it has a title or a note."""
    assert all(work.title or work.note for work in raw.parse(text))


@given(st.text(max_size=60))
def test_reading_is_repeatable_and_gives_csl(text):
    works = raw.parse(text)
    assert works == raw.parse(text)
    assert all(SourceData.from_csl(work.to_csl()) == work for work in works)
