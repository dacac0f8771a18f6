"""Assembly: a draft to a manuscript, by the same steps for all kinds of file."""

from articles.importers import bibliography, furniture, markers, people, topics
from articles.importers.draft import Draft, remove, text_of
from articles.importers.imported import Imported
from articles.importers.language import language_of
from articles.text import parse, with_references
from articles.text.sanitize import clean


def imported(draft: Draft, source: str) -> Imported:
    """Return what a draft holds. Each step takes what it understands out of the text; what is left is the body.

    `source` is the file's own text. Raises TextTooLarge as clean() does.
    """
    furniture.drop(draft)
    topics.read(draft)
    _take_title(draft)
    people.read(draft)
    bibliography.read(draft)
    markers.link(draft)
    markup = clean(draft.markup)
    manuscript = parse(
        markup,
        people=draft.people,
        title=draft.title,
        topics=draft.topics,
        # Sentences are split by the language alone, whatever the region: "de-AT" is German.
        language=draft.language.partition("-")[0].lower() or language_of(text_of(draft.body)),
    )
    losses = sorted(draft.losses, key=lambda loss: loss.line)
    return Imported(with_references(manuscript, draft.references), markup, source, tuple(losses))


def _take_title(draft: Draft) -> None:
    """Take the first heading of the first level for the title, and for that alone."""
    heading = draft.body.css_first("h1")
    title = text_of(heading) if heading is not None else ""
    if heading is None or not title:
        return
    if draft.title and draft.title != title:
        return
    draft.title = title
    remove(heading)
