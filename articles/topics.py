"""Topics are planted here, the only writer of the tree."""

from collections.abc import Iterable

from django.utils.text import slugify

from articles.models import Topic
from articles.text.limits import limit
from articles.text.sanitize import storable

LONGEST_PATH = 255


def plant(names: Iterable[str]) -> Topic | None:
    """Return the topic at the end of a path of names from the root, making those that are missing; None for an empty
    path.

    Names that make the same slug are the same topic: "Skin Care" and "skin care". A name without a letter or digit is
    left out. Raises TextTooLarge where the path is longer than an address may be.
    """
    topic: Topic | None = None
    for name in (" ".join(storable(name).split())[:100] for name in names):
        if slug := slugify(name, allow_unicode=True):
            path = f"{topic.path}/{slug}" if topic else slug
            limit("characters in the address of its topics", len(path), LONGEST_PATH)
            topic, _ = Topic.objects.get_or_create(path=path, defaults={"name": name, "parent": topic})
    return topic
