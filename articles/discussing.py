"""Discussing: readers' comments are held and decided on here, the only writer of Comment."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from articles import roles
from articles.models import Article, Comment
from articles.roles import Refused


@transaction.atomic
def hold(article: Article, name: str, text: str, email: str = "", parent: Comment | None = None) -> Comment:
    """Keep a reader's comment until somebody at the desk has read it."""
    return Comment.objects.create(article=article, name=name, text=text, email=email, parent=parent)


@transaction.atomic
def decide(comment: Comment, by: AbstractBaseUser, *, publish: bool) -> Comment:
    """Let readers see a comment, or keep it from them; either may be changed later. Raises Refused where `by` may not
    moderate, or a reply would stand without what it answers.
    """
    roles.require(by, "moderate comments")
    parent = comment.parent
    if publish and parent and parent.state != Comment.State.PUBLISHED:
        raise Refused("This answers a comment that readers do not see. Publish that one first.")
    comment.state = Comment.State.PUBLISHED if publish else Comment.State.REJECTED
    comment.decided_by_id = by.pk
    comment.save(update_fields=["state", "decided_by"])
    return comment
