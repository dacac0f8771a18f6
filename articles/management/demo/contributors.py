"""The demonstration's contributors: three with a portrait, some with an account, one an organisation."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import User

from articles import images
from articles.management.demo.portraits import Look, drawn
from articles.models import Contributor


@dataclass(frozen=True, slots=True)
class Figure:
    """A contributor to make: an account's name where there is one, a look where there is a portrait."""

    slug: str
    name: str
    bio: str
    disclosure: str
    account: str = ""
    look: Look | None = None
    alt: str = ""
    more: Mapping[str, Any] = field(default_factory=dict)


FIGURES = (
    Figure(
        "ines-halloran",
        "Ines Halloran",
        "<p>Ines writes about hedges, gates and whatever grows between them. She came to the valley to write one "
        "piece on ferries and has not left.</p>",
        "Ines is a paying member of the Sallow Reach Ferry Society.",
        account="writer",
        look=Look("#3f6f62", "#e3b592", "#4a2f24", "#7a3b2e", long_hair=True),
        alt="Drawing of Ines Halloran: long brown hair, a rust-red coat",
        # ORCID's own example numbers: their check digits are right, and they are nobody's.
        more={"orcid": "0000-0002-1825-0097"},
    ),
    Figure(
        "tomas-reyl",
        "Tomas Reyl",
        "<p>Tomas edits the magazine and lives within earshot of seven bells.</p>",
        "Tomas rings the third bell at Marrowby on Tuesdays, unpaid.",
        account="editor",
        look=Look("#7c5a3a", "#c98f6b", "#22201f", "#2f4f6b", glasses=True),
        alt="Drawing of Tomas Reyl: short black hair, round glasses, a blue coat",
    ),
    Figure(
        "maryam-odell",
        "Maryam Odell",
        "<p>Maryam checks facts. She has a reader’s ticket for nine libraries and overdue books at none.</p>",
        "None declared.",
        account="checker",
        look=Look("#4b5580", "#a8714f", "#2b1d19", "#5d7a3a", long_hair=True, glasses=True),
        alt="Drawing of Maryam Odell: long dark hair, glasses, a green coat",
        more={"credentials": "MSc", "affiliation": "Reading room, Hedge & Harbour", "orcid": "0000-0001-5109-3700"},
    ),
    Figure(
        "joost-pellworm",
        "Joost Pellworm",
        "<p>Joost publishes the magazine and answers for it.</p>",
        "Joost owns a third of the Hedge & Harbour Society.",
        account="publisher",
    ),
    Figure(
        "bettina-crake",
        "Bettina Crake",
        "<p>Bettina writes for several papers, on bread, rope and old walls.</p>",
        "Bettina holds one of the forty keys to the oven at Netherby.",
    ),
    Figure(
        "the-sallow-reach-ferry-society",
        "The Sallow Reach Ferry Society",
        "<p>The society keeps the log of the ferry, and the tin by its gate.</p>",
        "The society asks for donations to the ferry.",
        more={"kind": Contributor.Kind.ORGANISATION},
    ),
)


def introduce(users: Mapping[str, User]) -> None:
    """Make the contributors."""
    for figure in FIGURES:
        _make(figure, users.get(figure.account))


def _make(figure: Figure, user: User | None) -> None:
    said = {"name": figure.name, "bio": figure.bio, "disclosure": figure.disclosure, **figure.more}
    contributor = Contributor(slug=figure.slug, user=user, **said)
    if figure.look:
        contributor.photo_alt, contributor.photo_credit = figure.alt, "drawn for Hedge & Harbour"
        portrait = images.admit(drawn(figure.look))
        contributor.photo.save(str(portrait.name), portrait, save=False)
    contributor.full_clean()
    contributor.save()
