"""Synthetic articles: as long and as cited as real ones, the same each time, and about nothing."""

import random
from collections.abc import Iterator

from articles.management.demo import words

WORDS = 2_000
REFERENCES = 25


def texts(count: int, seed: int = 1) -> Iterator[str]:
    """Yield plain texts of about 2,000 words with 25 references each; text n is the same whatever the count."""
    for number in range(count):
        yield _text(random.Random(f"{seed}:{number}"), number)  # noqa: S311 - nothing depends on its being hard to guess


def _text(chance: random.Random, number: int) -> str:
    thing, place = chance.choice(words.THINGS), chance.choice(words.PLACES)
    section = chance.choice(words.SECTIONS)
    head = [
        f"{section} / {thing.capitalize()}",
        f"What {thing} does at {place}, part {number + 1}",
        f"By {_person(chance)}",
    ]
    tail = ["Disclosure: None declared.", *(_reference(chance, entry) for entry in range(1, REFERENCES + 1))]
    return "\n\n".join([*head, *_body(chance), *tail]) + "\n"


def _body(chance: random.Random) -> Iterator[str]:
    """Yield paragraphs, and a heading before each sixth, until there are words enough; the markers take turns."""
    written = cited = paragraphs = 0
    while written < WORDS:
        if paragraphs % 6 == 5:
            yield f"The {chance.choice(words.SIDES)} side of {chance.choice(words.PLACES)}"
        paragraphs += 1
        sentences = []
        for _ in range(chance.randint(4, 7)):
            sentence, is_claim = _sentence(chance)
            written += len(sentence.split())
            sentences.append(f"{sentence}*{cited % REFERENCES + 1}" if is_claim else sentence)
            cited += is_claim
        yield " ".join(sentences)


def _sentence(chance: random.Random) -> tuple[str, bool]:
    """Return a sentence and whether it is a claim; one in three is a view of the author's own."""
    thing, place = chance.choice(words.THINGS), chance.choice(words.PLACES)
    if chance.random() < 1 / 3:
        return f"I have never seen {thing} at {place}, and I do not miss it.", False
    claim = f"At {place}, {thing} {chance.choice(words.DOES)} {chance.choice(words.WHAT)}"
    return f"{claim} by {chance.randint(2, 90)}% in {chance.randint(3, 12)} years.", True


def _reference(chance: random.Random, number: int) -> str:
    volume = f"{chance.randint(1, 60)}({chance.randint(1, 12)}): p. {chance.randint(1, 400)}-{chance.randint(401, 800)}"
    names = f"{chance.choice(words.SURNAMES)}, {chance.choice('ABCDEFGHJKLM')}."
    return (
        f"{number} {names}, {_title(chance)}. {chance.choice(words.JOURNALS)}, {chance.randint(1970, 2025)}. {volume}."
    )


def _title(chance: random.Random) -> str:
    """Return a work's title. They begin in as many ways as a real library's do: what looks them up has to be tried."""
    return chance.choice(words.TITLES).format(
        Kind=(kind := chance.choice(words.KINDS)).capitalize(),
        kind=kind,
        Thing=(thing := chance.choice(words.THINGS)).capitalize(),
        thing=thing,
        place=chance.choice(words.PLACES),
        what=chance.choice(words.WHAT),
        years=chance.randint(3, 60),
    )


def _person(chance: random.Random) -> str:
    return f"{chance.choice(words.FORENAMES)} {chance.choice(words.SURNAMES)}"
