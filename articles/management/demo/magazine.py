"""The magazine as a whole: brought in once, through the writers, by the demonstration's people."""

from dataclasses import replace
from pathlib import Path

from django.conf import settings
from django.db import transaction

from articles import discussing, importing
from articles.importers import read
from articles.management.demo import contributors, identity, sections
from articles.management.demo.acts import Users
from articles.management.demo.pieces import PIECES, Piece, Remark
from articles.models import Article, SlugRedirect

TEXTS = (Path(__file__).parent / "texts", Path(settings.BASE_DIR) / "docs")


@transaction.atomic
def bring_in(users: Users) -> int:
    """Return how many articles came in: all, or none where any of them is there already, under whatever address."""
    if _is_there():
        return 0
    identity.introduce()
    sections.plant()
    contributors.introduce(users)
    for piece in PIECES:
        _bring_in(piece, users)
    return len(PIECES)


def _is_there() -> bool:
    """Whether one of the articles is, or was, at its address: addresses are never given away again."""
    slugs = [piece.slug for piece in PIECES]
    return any(model.objects.filter(slug__in=slugs).exists() for model in (Article, SlugRedirect))


def _bring_in(piece: Piece, users: Users) -> None:
    file = next(path for folder in TEXTS if (path := folder / piece.file).exists())
    imported = read(file.read_bytes(), file.name)
    imported = replace(imported, manuscript=replace(imported.manuscript, standfirst=piece.standfirst))
    article = importing.bring_in(imported, users[piece.owner], file.name).article
    for act in piece.acts:
        act(article, users)
    for remark in piece.remarks:
        _comment(article, remark, users)


def _comment(article: Article, remark: Remark, users: Users) -> None:
    comment = discussing.hold(article, remark.name, remark.text)
    if remark.published_by:
        discussing.decide(comment, users[remark.published_by], publish=True)
