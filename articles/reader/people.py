"""The people of a page, as readers see them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.files.storage import default_storage
from django.utils.html import linebreaks
from django.utils.safestring import SafeString, mark_safe

from articles.text.sanitize import clean

NONE_DECLARED = "None declared."
# What stands before the names of those with a role, and after a name in the box about its bearer.
ROLES = {
    "author": ("By", "Author"),
    "reviewer": ("Expert review by", "Expert reviewer"),
    "editor": ("Edited by", "Editor"),
    "interviewer": ("Interview by", "Interviewer"),
    "illustrator": ("Illustrations by", "Illustrator"),
    "photographer": ("Photographs by", "Photographer"),
    "translator": ("Translated by", "Translator"),
}


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody credited. `slug` is empty where no page is about them, `photo` is an address, `roles` are words."""

    name: str
    slug: str
    roles: tuple[str, ...]
    credentials: str
    affiliation: str
    bio: SafeString
    disclosure: str
    orcid: str
    photo: str
    photo_alt: str
    photo_credit: str

    @property
    def initials(self) -> str:
        """The first letters of the first and the last word of the name."""
        words = [word for word in self.name.split() if word[0].isalpha()]
        return "".join(word[0] for word in dict.fromkeys([*words[:1], *words[-1:]])).upper()

    @property
    def orcid_address(self) -> str:
        return f"https://orcid.org/{self.orcid.rpartition('/')[2]}" if self.orcid else ""


def person(told: Mapping[str, Any], *roles: str) -> Person:
    """Return the person that a byline's or a contributor's fields tell of."""
    return Person(
        name=told["name"],
        slug=told["slug"],
        roles=roles,
        credentials=told["credentials"],
        affiliation=told["affiliation"],
        bio=biography(told["bio"]),
        disclosure=told["disclosure"] or NONE_DECLARED,
        orcid=told["orcid"],
        photo=default_storage.url(told["photo"]) if told["photo"] else "",
        photo_alt=told["photo_alt"],
        photo_credit=told["photo_credit"],
    )


def biography(bio: str) -> SafeString:
    """Return a bio as safe HTML, whether it is plain text or markup."""
    markup = clean(bio)
    return mark_safe(markup if "<" in markup else linebreaks(markup))  # noqa: S308 - cleaned


def credited(bylines: Iterable[Mapping[str, Any]]) -> list[Person]:
    """Return the people of some bylines, each once, with all their roles."""
    roles: dict[int, list[str]] = {}
    told: dict[int, Mapping[str, Any]] = {}
    for byline in bylines:
        roles.setdefault(byline["contributor"], []).append(ROLES[byline["role"]][1])
        told.setdefault(byline["contributor"], byline)
    return [person(each, *roles[pk]) for pk, each in told.items()]


def by_role(bylines: Iterable[Mapping[str, Any]]) -> list[tuple[str, list[Mapping[str, Any]]]]:
    """Return what stands in the line under a title: ("By", its people), ("Edited by", ...) in the roles' order."""
    found: dict[str, list[Mapping[str, Any]]] = {}
    for byline in bylines:
        found.setdefault(byline["role"], []).append(byline)
    return [(words, found[role]) for role, (words, _) in ROLES.items() if role in found]
