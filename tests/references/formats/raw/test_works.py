"""Where one pasted string parts into works, and where it must not."""

import pytest

from references.formats.raw.works import split, without_number

ONE = "Orr, L., et al., Roots accelerate the healing of leaves. Sci Fen, 2016. 6: p. 32993."
TWO = "Roe, J., et al., Roots released from stems and leaves. J Fen Med, 2015. 13: p. 49."
THREE = "Poe, S., et al., Roots secreted from cells in winter. Int J Fen, 2018. 19(10)."
TALK = "Felipe y Orr, Iñigo de; Roots In Treatment, Fen Academy, recorded 08/07/21"
OTHER_TALK = "Irvine Roe, Diane, Application Of Dry Roots (Derived from Stems), Fen Academy, recorded 08/07/21"


@pytest.mark.parametrize("joint", [" : ", " :", "; ", " "])
def test_works_part_at_each_joint_before_a_name(joint):
    assert split(joint.join([ONE, TWO, THREE])) == tuple(work.rstrip() for work in (ONE, TWO, THREE))


def test_works_part_at_a_full_stop_behind_a_date():
    assert split(f"{TALK}. {OTHER_TALK}") == (f"{TALK}.", OTHER_TALK)


def test_titles_of_one_word_part_at_a_colon_behind_a_full_stop():
    works = ("Haan, M., Hooves, 2011.", "Vos, P., Cattle on clay, 2012.", "Orr, J., Roots. Fenia, 2005. 8: p. 2.")
    assert split(" : ".join(works)) == works


@pytest.mark.parametrize(
    "text",
    [
        ONE,
        TALK,
        OTHER_TALK,
        "Orr-Roe, Jane J., Poe, Ana, The Role Of Roots, Soil Res. 2021 May;89(7):1619-1626. Epub 2020 Oct 7.",
        "Orr, J. (2019). Roots : a history of 2018. Fenia, 3, 1-2.",
        "Orr, J. (2019). Walking 2018: Roe, Poe and the others. Fenia, 3, 1-2.",
        "Wiegand, K.; Egli, M.: Die Gletscher seit 1950. Chur: Bergverlag, 2017.",
        "Orr, J. (2006). Gait in towns. In Roe, G., & Poe, S. (Eds.), Walking in 2005. Leeds: Fen Press, 2006.",
        "Orr, J. 2010. Walking in towns and fields. New York, NY: Fen Press, 2011.",
        "Orr, Jane, and Richard Roe. 1991. Walking in towns. Urban Steps, 1991. Reprinted 1999.",
        "Orr J, Roe K. Walking in towns since 1950. Fenia. 2000; 12: 3-9.",
        "Orr, J. Walking in towns. Leeds: Fen Press, 1990. (Original work published 1951)",
    ],
)
def test_one_work_stays_whole(text):
    assert split(text) == (text,)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("1. Orr", "Orr"),
        ("[12] Orr", "Orr"),
        ("1.Orr", "Orr"),
        ("(3) Orr", "Orr"),
        ("12 Orr", "Orr"),
        ("*4 Orr", "Orr"),
        ("• Orr", "Orr"),
        ("\ufeff2. Orr", "Orr"),
        ("2020. Orr", "Orr"),
        ("20 000 roots", "20 000 roots"),
        ("1.5 metres", "1.5 metres"),
        ("———. Roots", "———. Roots"),
        ("3D roots", "3D roots"),
        ("", ""),
    ],
)
def test_a_number_goes_and_what_only_looks_like_one_stays(text, rest):
    assert without_number(text) == rest
