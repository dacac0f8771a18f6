"""What the database itself refuses: the gate, the log, the append-only tables, in words of SQLite and PostgreSQL alike.

A guard is one sentence for whoever runs into it and one SQL condition under which a row is refused. A condition that is
NULL refuses nothing: whatever may be NULL stands in COALESCE. articles/triggers.py lays them.
"""
# ruff: noqa: S608 - nothing that anybody types comes into these conditions

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from articles.checks import Severity
from articles.models import Public, State, Step
from articles.models.step import MOVES


@dataclass(frozen=True, slots=True)
class Guard:
    """Refuses a row of `table` at `event` when the SQL condition `when`, over NEW and OLD, holds; "" refuses each."""

    table: str
    event: Literal["INSERT", "UPDATE", "DELETE", "TRUNCATE"]
    says: str
    when: str = ""
    only: Literal["", "sqlite", "postgresql"] = ""

    def __str__(self) -> str:
        return f"{self.table} {self.event}: {self.says}"


_NAME = Step.Name
_NUMBERED = "r.article_id = NEW.article_id AND r.number = NEW.number"
_STANDING_SOURCE = "r.merged_into_id IS NULL AND NEW.merged_into_id IS NULL"
# The tables whose rows stay for ever, and when a row r of them has, beside the id, what NEW has and only one may have.
_APPEND_ONLY: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "articles_revision": (_NUMBERED,),
        "articles_storedreport": (),
        "articles_step": (_NUMBERED,),
        "articles_edition": (_NUMBERED,),
        "articles_notice": (),
    }
)
_KEPT: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "articles_article": tuple(f"r.{c} = NEW.{c}" for c in ("slug", "head_id", "edition_id", "bibliography_id")),
        "articles_claim": ("r.article_id = NEW.article_id AND r.folded_hash = NEW.folded_hash",),
        "articles_waiver": ("r.claim_id = NEW.claim_id AND r.granted IS NULL AND NEW.granted IS NULL",),
        "articles_ruling": (
            "r.claim_id = NEW.claim_id AND r.kind = NEW.kind AND r.revoked_by_id IS NULL AND NEW.revoked_by_id IS NULL",
        ),
        "references_source": (
            "r.key = NEW.key",
            *(f"r.{c} = NEW.{c} AND r.{c} <> '' AND {_STANDING_SOURCE}" for c in ("doi", "pmid")),
        ),
    }
)
# What makes a row of a kept table what it is: no ruling is carried to another sentence, no key to another work.
_IDENTITY: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "articles_article": ("id",),
        "articles_claim": ("id", "article_id", "folded_hash", "text", "first_seen_id"),
        "articles_waiver": ("id", "claim_id", "reason", "note", "asked_by_id", "asked"),
        "articles_ruling": ("id", "claim_id", "kind", "note", "by_id", "created"),
        "references_source": ("id", "key"),
    }
)


def _a(table: str) -> str:
    """A row of a table, as a sentence begins: "An article"."""
    word = table.split("_")[1].removeprefix("stored")
    return f"{'An' if word[0] in 'aeiou' else 'A'} {word}"


def _append_only() -> Iterator[Guard]:
    for table, unique in _APPEND_ONLY.items():
        yield Guard(table, "UPDATE", f"{_a(table)} never changes.")
        yield from _never_deleted(table, unique)


def _kept() -> Iterator[Guard]:
    """Tables whose rows stay but may change."""
    for table, unique in _KEPT.items():
        yield from _never_deleted(table, unique)
        changed = " OR ".join(f"NEW.{column} <> OLD.{column}" for column in _IDENTITY[table])
        yield Guard(table, "UPDATE", f"{_a(table)} keeps its {', '.join(_IDENTITY[table])}.", changed)
        ousted = f"r.id <> OLD.id AND ({_same(unique)})"
        yield Guard(table, "UPDATE", f"{_a(table)} takes no other’s place.", _exists(table, ousted), "sqlite")


def _never_deleted(table: str, unique: tuple[str, ...]) -> Iterator[Guard]:
    yield Guard(table, "DELETE", f"{_a(table)} is never deleted.")
    yield Guard(table, "TRUNCATE", f"{_a(table)} is never deleted.", only="postgresql")
    # SQLite's OR REPLACE deletes whatever is in the way, and asks no trigger for deletions.
    yield Guard(table, "INSERT", f"{_a(table)} is never replaced.", _exists(table, _same(unique)), "sqlite")


def _same(unique: tuple[str, ...]) -> str:
    return " OR ".join(f"({condition})" for condition in ("r.id = NEW.id", *unique))


def _exists(table: str, condition: str) -> str:
    return f"EXISTS (SELECT 1 FROM {table} r WHERE {condition})"


def _newest(table: str, column: str, article: str, more: str = "") -> str:
    return f"(SELECT n.{column} FROM {table} n WHERE n.article_id = {article}{more} ORDER BY n.number DESC LIMIT 1)"


def _number_after(table: str) -> str:
    return f"COALESCE({_newest(table, 'number', 'NEW.article_id')}, 0) + 1"


def _state_of(article: str) -> str:
    return f"COALESCE({_newest('articles_step', 'to_state', article)}, '{State.DRAFT}')"


def _among(names: tuple[str, ...]) -> str:
    return f"({', '.join(repr(str(name)) for name in names)})"


def _moves() -> str:
    """The condition that NEW, a step, is one that the machine has."""
    allowed = [
        f"(NEW.name = '{name}' AND NEW.from_state IN {_among(tuple(sorted(froms)))}"
        f" AND NEW.to_state = {repr(str(to)) if to else 'NEW.from_state'})"
        for name, (froms, to) in MOVES.items()
    ]
    return f"({' OR '.join(allowed)})"


_FREEZING = _among((_NAME.PUBLISH, _NAME.CORRECT))
_GATED = _among((_NAME.APPROVE, _NAME.SCHEDULE, _NAME.PUBLISH, _NAME.CORRECT))
_VOIDING = _among((_NAME.REOPEN, _NAME.REQUEST_CHANGES, _NAME.HOLD))
_HEAD = "COALESCE((SELECT a.head_id FROM articles_article a WHERE a.id = NEW.article_id), 0)"
_SHA256 = "NEW.content_hash <> encode(sha256(convert_to(NEW.content, 'UTF8')), 'hex')"
_CLEAN_REPORT = _exists(
    "articles_storedreport",
    "r.id = NEW.report_id AND r.clean AND r.revision_id = NEW.revision_id AND r.content_hash = NEW.content_hash",
)
# An approval p of exactly NEW's content, and nothing sent the text back since.
_APPROVAL = (
    f"p.article_id = NEW.article_id AND p.name = '{_NAME.APPROVE}' AND p.revision_id = NEW.revision_id"
    " AND p.content_hash = NEW.content_hash AND p.content_hash <> '' AND NOT EXISTS (SELECT 1 FROM articles_step v"
    f" WHERE v.article_id = p.article_id AND v.number > p.number AND v.name IN {_VOIDING})"
)


def _own_words(person: str) -> str:
    """The condition that a person approves what is partly their own: see articles/approval.py."""
    last = (
        "COALESCE((SELECT MAX(er.number) FROM articles_edition e JOIN articles_revision er ON er.id = e.revision_id"
        " WHERE e.article_id = NEW.article_id), 0)"
    )
    submitter = _newest("articles_step", "by_id", "NEW.article_id", f" AND n.name = '{_NAME.SUBMIT}'")
    return (
        f"({person} IN (SELECT w.author_id FROM articles_revision w"
        f" WHERE w.article_id = NEW.article_id AND w.number > {last})"
        f" OR {person} = COALESCE({submitter}, 0)"
        f" OR {person} IN (SELECT c.user_id FROM articles_byline b"
        " JOIN articles_contributor c ON c.id = b.contributor_id"
        " WHERE b.article_id = NEW.article_id AND c.user_id IS NOT NULL))"
    )


def _revisions() -> Iterator[Guard]:
    table = "articles_revision"
    yield Guard(table, "INSERT", "A revision follows the one before it.", f"NEW.number <> {_number_after(table)}")
    yield Guard(table, "INSERT", "A new revision needs a draft.", f"{_state_of('NEW.article_id')} <> '{State.DRAFT}'")
    own = _exists(table, "r.id = NEW.based_on_id AND r.article_id = NEW.article_id")
    based = f"NEW.based_on_id IS NOT NULL AND NOT {own}"
    yield Guard(table, "INSERT", "A revision is based on one of its own article.", based)


def _reports() -> Iterator[Guard]:
    table = "articles_storedreport"
    # As it stands in the canonical JSON; within a string the quotation marks would be escaped.
    blocks = f"""NEW.clean AND NEW.body LIKE '%"severity":"{Severity.BLOCK}"%'"""
    yield Guard(table, "INSERT", "A report with a finding that blocks is not clean.", blocks)
    yield Guard(table, "INSERT", "A report’s hash is that of its content.", _SHA256, "postgresql")


def _steps() -> Iterator[Guard]:
    table = "articles_step"
    yield Guard(table, "INSERT", "A step follows the one before it.", f"NEW.number <> {_number_after(table)}")
    yield Guard(
        table, "INSERT", "A step begins where the last one led.", f"NEW.from_state <> {_state_of('NEW.article_id')}"
    )
    behind = "NEW.from_state <> COALESCE((SELECT a.state FROM articles_article a WHERE a.id = NEW.article_id), '')"
    yield Guard(table, "INSERT", "A step begins in the article’s state.", behind)
    yield Guard(table, "INSERT", "The workflow has no such step.", f"NOT {_moves()}")
    yield Guard(table, "INSERT", "A step is about the head revision.", f"NEW.revision_id <> {_HEAD}")
    gated = f"NEW.name IN {_GATED}"
    yield Guard(table, "INSERT", "This step needs a clean report on this content.", f"{gated} AND NOT {_CLEAN_REPORT}")
    own = f"NEW.name = '{_NAME.APPROVE}' AND {_own_words('NEW.by_id')}"
    yield Guard(table, "INSERT", "Nobody approves their own words.", own)
    approved = f"EXISTS (SELECT 1 FROM articles_step p WHERE {_APPROVAL})"
    later = f"{gated} AND NEW.name <> '{_NAME.APPROVE}' AND NOT {approved}"
    yield Guard(table, "INSERT", "This step needs an approval of exactly this content.", later)
    newest = f"r.id = {_newest('articles_edition', 'id', 'NEW.article_id')}"
    frozen = f"{newest} AND r.revision_id = NEW.revision_id AND r.content_hash = NEW.content_hash"
    unfrozen = f"NEW.name IN {_FREEZING} AND NOT {_exists('articles_edition', frozen)}"
    yield Guard(table, "INSERT", "Publishing makes an edition first.", unfrozen)


def _editions() -> Iterator[Guard]:
    table = "articles_edition"
    approved = f"EXISTS (SELECT 1 FROM articles_step p WHERE p.id = NEW.approval_id AND {_APPROVAL})"
    named = "articles_step p JOIN articles_storedreport r ON r.id = p.report_id WHERE p.id = NEW.approval_id"
    approver, read = f"(SELECT p.by_id FROM {named})", f"(SELECT r.content FROM {named})"
    unapproved = f"{_state_of('NEW.article_id')} NOT IN {_among((State.APPROVED, State.SCHEDULED))}"
    yield Guard(table, "INSERT", "An edition follows the one before it.", f"NEW.number <> {_number_after(table)}")
    yield Guard(table, "INSERT", "An edition is of the head revision.", f"NEW.revision_id <> {_HEAD}")
    yield Guard(table, "INSERT", "Only an approved text is published.", unapproved)
    yield Guard(table, "INSERT", "An edition needs a clean report on this content.", f"NOT {_CLEAN_REPORT}")
    yield Guard(table, "INSERT", "An edition needs an approval of exactly this content.", f"NOT {approved}")
    yield Guard(table, "INSERT", "An edition holds what its approver had read.", f"NEW.content <> COALESCE({read}, '')")
    yield Guard(table, "INSERT", "Nobody approves their own words.", _own_words(approver))
    yield Guard(table, "INSERT", "An edition’s hash is that of its content.", _SHA256, "postgresql")


def _articles() -> Iterator[Guard]:
    table = "articles_article"
    newest_revision = _newest("articles_revision", "id", "NEW.id")
    newest_edition = _newest("articles_edition", "id", "NEW.id")
    last_step = f"COALESCE({_newest('articles_step', 'name', 'NEW.id')}, '')"
    follows = " OR ".join(
        f"(NEW.public = '{public}' AND {last_step} IN {names})"
        for public, names in (
            (Public.LIVE, _FREEZING),
            (Public.WITHDRAWN, _among((_NAME.WITHDRAW,))),
            (Public.RETRACTED, _among((_NAME.RETRACT,))),
        )
    )
    pointing = "NEW.head_id IS NOT NULL OR NEW.edition_id IS NOT NULL"
    begun = f"NEW.state <> '{State.DRAFT}' OR NEW.public <> '{Public.NEVER}' OR {pointing}"
    yield Guard(table, "INSERT", "An article begins as an unpublished draft without a text.", begun)
    yield Guard(
        table, "UPDATE", "An article’s state is that of its newest step.", f"NEW.state <> {_state_of('NEW.id')}"
    )
    yield Guard(
        table,
        "UPDATE",
        "An article’s head is its newest revision.",
        f"COALESCE(NEW.head_id, 0) <> COALESCE({newest_revision}, 0)",
    )
    yield Guard(
        table,
        "UPDATE",
        "An article shows its newest edition.",
        f"COALESCE(NEW.edition_id, 0) <> COALESCE({newest_edition}, 0)",
    )
    shown = f"COALESCE(NEW.edition_id, 0) <> COALESCE(OLD.edition_id, 0) AND {last_step} NOT IN {_FREEZING}"
    yield Guard(table, "UPDATE", "An edition is shown by the step that publishes it.", shown)
    yield Guard(table, "UPDATE", "What readers see changes by a step.", f"NEW.public <> OLD.public AND NOT ({follows})")
    revived = f"OLD.public = '{Public.RETRACTED}' AND NEW.public <> OLD.public"
    yield Guard(table, "UPDATE", "A retraction is for good.", revived)


def _ledger() -> Iterator[Guard]:
    asked = "NEW.granted IS NOT NULL OR NEW.decided_by_id IS NOT NULL"
    yield Guard("articles_waiver", "INSERT", "A waiver begins as a request.", asked)
    fixed = ("id", "claim_id", "reason", "note", "asked_by_id", "asked", "decided_by_id", "decided", "granted")
    same = " AND ".join(f"NEW.{column} = OLD.{column}" for column in fixed)
    sooner = f"{same} AND NEW.expires IS NOT NULL AND (OLD.expires IS NULL OR NEW.expires < OLD.expires)"
    changed = f"OLD.granted IS NOT NULL AND NOT COALESCE({sooner}, FALSE)"
    yield Guard("articles_waiver", "UPDATE", "A decided waiver never changes, but may end sooner.", changed)
    yield Guard("articles_ruling", "UPDATE", "A revoked ruling never changes.", "OLD.revoked_by_id IS NOT NULL")


GUARDS: tuple[Guard, ...] = (
    *_append_only(),
    *_kept(),
    *_revisions(),
    *_reports(),
    *_steps(),
    *_editions(),
    *_articles(),
    *_ledger(),
)
