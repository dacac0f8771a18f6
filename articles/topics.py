"""Topics are planted and moved here, the only writer of the tree."""

from collections.abc import Iterable

from django.db import transaction
from django.utils.text import slugify

from articles.models import Topic
from articles.text.limits import limit
from articles.text.sanitize import storable

LONGEST_PATH = 255


class Misplaced(ValueError):
    """A topic cannot stand there; the message is a sentence that says why."""


def plant(names: Iterable[str]) -> Topic | None:
    """Return the topic at the end of a path of names from the root, making those that are missing; None for an empty
    path.

    Names that make the same slug are the same topic: "Skin Care" and "skin care". A name without a letter or digit is
    left out. Raises TextTooLarge where the path is longer than an address may be.
    """
    topic: Topic | None = None
    for name in (" ".join(storable(name).split())[:100] for name in names):
        if slugify(name, allow_unicode=True):
            path = _path(name, topic)
            limit("characters in the address of its topics", len(path), LONGEST_PATH)
            topic, _ = Topic.objects.get_or_create(path=path, defaults={"name": name, "parent": topic})
    return topic


def _path(name: str, parent: Topic | None) -> str:
    slug = slugify(name, allow_unicode=True)
    return f"{parent.path}/{slug}" if parent else slug


def require_place(topic: Topic, name: str, parent: Topic | None) -> None:
    """Raise Misplaced where a topic, new or not, cannot have that name under that parent."""
    path = _path(name, parent)
    if not slugify(name, allow_unicode=True):
        raise Misplaced("A topic's name needs a letter or a digit: its address is made of it.")
    if topic.pk and parent and parent in Topic.objects.under(topic):
        raise Misplaced("A topic cannot stand under itself or under a topic below it.")
    if Topic.objects.filter(path=path).exclude(pk=topic.pk).exists():
        raise Misplaced(f"There is a topic at “{path}” already.")
    below = Topic.objects.under(topic).values_list("path", flat=True) if topic.pk else []
    if max([len(path), *(len(path) + len(each) - len(topic.path) for each in below)]) > LONGEST_PATH:
        raise Misplaced(f"The address of a topic, or of one below it, would be longer than {LONGEST_PATH} characters.")


@transaction.atomic
def place(topic: Topic, name: str, parent: Topic | None) -> Topic:
    """Save a topic, new or not, under that name and parent; those below it move along. Raises Misplaced."""
    stored = Topic.objects.select_for_update().filter(pk=topic.pk).first() if topic.pk else None
    require_place(stored or topic, name, parent)
    below = list(Topic.objects.under(stored).exclude(pk=stored.pk)) if stored else []
    topic.name, topic.parent, topic.path = name, parent, _path(name, parent)
    topic.save()
    for each in below:
        each.path = topic.path + each.path[len(stored.path if stored else "") :]
    Topic.objects.bulk_update(below, ["path"])
    return topic
