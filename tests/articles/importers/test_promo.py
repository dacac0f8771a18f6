"""Advertisements in the middle of a text."""

import pytest

from articles.importers.lines import lines
from articles.importers.promo import starts_at
from tests.articles.importers.reading import lost, plain

NAME, SLOGAN = "ThornGuard Spray", "For Hedges That Last"


def is_promo(*rows: str) -> bool:
    return starts_at(lines("\n\n".join(rows)), 0)


@pytest.mark.parametrize(
    "praise",
    [
        "ThornGuard doubles growth. Order it from us today.",
        "ThornGuard is clinically proven.",
        "ThornGuard contains no salt.",
        "ThornGuard is available from your dealer.",
        "ThornGuard is 20% off.",
    ],
)
def test_a_name_a_slogan_and_praise_that_sells_are_an_advertisement(praise):
    assert is_promo(NAME, SLOGAN, praise)


@pytest.mark.parametrize(
    "rows",
    [
        (NAME, SLOGAN, "ThornGuard was found in 1902 by a gardener."),
        (NAME, SLOGAN, "Hedges last. Order one today."),
        (NAME, "It is for hedges that last.", "ThornGuard is 20% off."),
        (NAME, SLOGAN),
        (f"{NAME} and all that it can do for the hedges of this country and others", SLOGAN, "ThornGuard 5% off."),
    ],
)  # fmt: skip
def test_anything_less_is_text(rows):
    assert not is_promo(*rows)


def test_an_advertisement_stays_in_the_text_as_a_call_out_and_is_said_to_be_a_guess():
    imported = plain(f"A Title\n\nHedges are green.\n\n{NAME}\n\n{SLOGAN}\n\nThornGuard is 20% off.\n\nHedges are old.")
    assert [(block.name, block.container) for block in imported.manuscript.blocks] == [
        ("p", ""), ("h2", "promo"), ("h3", "promo"), ("p", "promo"), ("p", ""),
    ]  # fmt: skip
    assert lost(imported) == [(5, NAME)]
