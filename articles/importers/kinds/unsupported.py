"""Kinds of file that people bring and that have no importer yet: they get a sentence, not a guess."""

from articles.importers.imported import Imported, Unreadable
from articles.importers.registry import importer


@importer(".docx", ".xml", ".wxr")
def unsupported(data: bytes) -> Imported:
    """Refuse the file. Raises Unreadable."""
    raise Unreadable("Stet cannot read this kind of file yet. Save it as text, Markdown or HTML and import that.")
