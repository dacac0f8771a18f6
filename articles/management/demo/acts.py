"""What people do with the demonstration's articles, each act through its writer and in somebody's name."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import TypeAlias

from django.contrib.auth.models import User
from django.utils import timezone

from articles import drafting, ledger, workflow
from articles.drafting import Draft
from articles.models import Article, Claim, Revision, Waiver

Users: TypeAlias = Mapping[str, User]
Act: TypeAlias = Callable[[Article, Users], None]


def step(name: str, by: str, note: str = "", days: int = 0) -> Act:
    """Take a step; `days` is how far ahead a schedule lies."""

    def act(article: Article, users: Users) -> None:
        at = timezone.now() + timedelta(days=days) if days else None
        workflow.advance(article, name, by=users[by], seen=_head(article).pk, note=note, at=at)

    return act


def ask(words: str, by: str, reason: str, note: str) -> Act:
    """Ask for a waiver of the claim that begins with these words."""

    def act(article: Article, users: Users) -> None:
        ledger.ask_waiver(_claim(article, words), users[by], reason, note)

    return act


def grant(words: str, by: str) -> Act:
    """Grant the waiver that was asked for the claim that begins with these words."""

    def act(article: Article, users: Users) -> None:
        ledger.decide_waiver(Waiver.objects.get(claim=_claim(article, words), granted=None), users[by], granted=True)

    return act


def rule(words: str, kind: str, by: str) -> Act:
    """Rule on the claim that begins with these words."""

    def act(article: Article, users: Users) -> None:
        ledger.rule(_claim(article, words), kind, users[by])

    return act


def rewrite(old: str, new: str, by: str) -> Act:
    """Save a new revision in which some words are replaced; raises ValueError where they do not stand in it."""

    def act(article: Article, users: Users) -> None:
        head = _head(article)
        if old not in head.body:
            raise ValueError(f"“{old}” does not stand in {article.slug}.")
        draft = Draft(head.title, head.body.replace(old, new), head.standfirst, head.language)
        drafting.save(article, draft, users[by], head.pk)

    return act


def _head(article: Article) -> Revision:
    article.refresh_from_db()
    return article.revisions.latest("number")


def _claim(article: Article, words: str) -> Claim:
    return Claim.objects.get(article=article, last_seen=_head(article), text__startswith=words)
