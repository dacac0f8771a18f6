"""A block's text to sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.sentences import split


def pieces(text: str, language: str = "en") -> list[str]:
    return [text[start:end] for start, end in split(text, language)]


@pytest.mark.parametrize(
    "expected",
    [
        ["Tea heals.", "Coffee wakes!", "Does milk?", "It does."],
        ["It takes approx. 40 days, i.e. six weeks."],
        ["Mix 3 hrs. of work with it.", "Then rest."],
        ["He rested for 3 hrs.", "Then he wrote."],
        ["Cha et al. (2020) found it.", "Hu et al. found nothing."],
        ["Aspergillus spp. grow here, vs. Penicillium there."],
        ["Dr. J. R. Halloran lives at No. 5, St. Aldhelm's Row."],
        ["It fell by 5.6 percent.", "It rose by 0.4 s."],
        ["He said so (see Fig. 3).", "She did not."],
        ['"Tea heals."', "He said so."],
        ["Then … it came.", "It went."],
        ["It came…", "It went."],
        ["It came. ", "It went."],
        ["Tea heals．", "Coffee wakes．"],
        ["He wrote “etc.” and left."],
        ["Cllr. Osgood spoke to Rev. Pym, Sgt. Ito and Prof. Lang.", "Insp. Roe left."],
        ["See vol. 3, ch. 4 and eq. 5.", "It is there."],
        ["The page fig(1), an old one, says so.", "It is right."],
    ],
)
def test_sentences_end_where_a_reader_ends_them(expected):
    assert pieces(" ".join(piece.strip() for piece in expected)) == [piece.strip() for piece in expected]


def test_text_with_its_markers_masked_is_split_as_if_they_were_not_there():
    assert pieces("The wall needs repair.    The cell divides.") == ["The wall needs repair.", "The cell divides."]


def test_german_is_split_by_its_own_rules():
    text = "Am 3. Mai 2020 stieg der Pegel z. B. in Köln. Das war bzgl. der Deiche neu."
    assert pieces(text, "de") == ["Am 3. Mai 2020 stieg der Pegel z. B. in Köln.", "Das war bzgl. der Deiche neu."]


@pytest.mark.parametrize("language", ["de-AT", "de_CH", "DE"])
def test_the_region_of_a_language_does_not_count(language):
    assert pieces("Am 3. Jänner fiel er, sagt Univ.-Prof. Lang. Er stieg.", language) == [
        "Am 3. Jänner fiel er, sagt Univ.-Prof. Lang.",
        "Er stieg.",
    ]


@pytest.mark.parametrize("sign", ["`a` ", "“", "[", "'a' "])
def test_a_paragraph_of_signs_is_split_and_all_there(sign):
    text = f"It begins. {sign * 2_000}It ends."
    assert "".join(pieces(text)).replace(" ", "") == text.replace(" ", "")
    assert pieces(text)[0].startswith("It begins.")
    assert pieces(text)[-1].endswith("It ends.")


@pytest.mark.parametrize("language", ["", "en", "en-GB", "zz", "tlh"])
def test_unknown_language_is_split_as_english(language):
    assert pieces("Tea heals. Coffee wakes.", language) == ["Tea heals.", "Coffee wakes."]


@pytest.mark.parametrize("text", ["", " ", "\n\t"])
def test_no_words_are_no_sentence(text):
    assert split(text) == ()


@given(st.text(alphabet=st.sampled_from("Ab c.d?!…\"'”()[]5 \n．。etc.approx"), max_size=60))
def test_each_character_is_in_exactly_one_sentence(text):
    ranges = split(text)
    inside = [position for start, end in ranges for position in range(start, end)]
    assert inside == sorted(set(inside))
    assert all(text[position].isspace() for position in set(range(len(text))) - set(inside))
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in ranges)
