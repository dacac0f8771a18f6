"""Importers: a file's bytes to a manuscript, with what was lost or guessed on the way."""

from articles.importers.imported import Imported, Loss, Unreadable
from articles.importers.registry import for_name
from articles.text.sanitize import TextTooLarge

__all__ = ["Imported", "Loss", "Unreadable", "read"]


def read(data: bytes, name: str) -> Imported:
    """Return what the file `name`, whose content is `data`, holds. The importer is chosen by the name's ending.

    Raises Unreadable, and nothing else, with a sentence for whoever gave the file.
    """
    try:
        return for_name(name)(data)
    except TextTooLarge as refusal:
        raise Unreadable(f"{refusal} Split the text and import its parts.") from refusal
