"""The ledger: claims are carried on and ruled on here, the only writer of Claim, Waiver and Ruling."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from itertools import groupby

from django.contrib.auth.models import AbstractBaseUser
from django.db import IntegrityError, transaction
from django.db.models import F, Q
from django.utils import timezone

from articles import checks, roles
from articles.checks.policy import RulingKind
from articles.content import hash_of
from articles.manuscript import Manuscript, Outcome
from articles.models import Article, Claim, Revision, Ruling, Waiver
from articles.roles import Refused
from articles.text.claims import Sensitivity, outcome
from articles.text.compare import Fate, compare
from articles.text.folding import folded
from articles.text.sentences import split

SHORTEST_NOTE = 10  # characters; what an "other" reason must at least say
_BATCH = 10_000  # ids in one query; SQLite takes 32,766


def carry(revision: Revision, manuscript: Manuscript, before: Manuscript | None = None) -> None:
    """Bring the article's claims to a new revision, whose text is `manuscript`; `before` is that of the one it
    replaces.

    Equal folded text is the same claim, wherever it stands now, and keeps what was ruled on it, but for what leant on a
    neighbour's source that is another now. A reworded sentence is a new claim that knows its predecessor; what was
    ruled on that one stays with it as history.
    """
    found = {hash_of(folded(text)): text for text in _claims(manuscript)}
    known = {claim.folded_hash: claim for claim in Claim.objects.filter(article=revision.article_id)}
    reworded = _reworded(before, manuscript) if before else {}
    kept = [claim.pk for key, claim in known.items() if key in found]
    for start in range(0, len(kept), _BATCH):
        Claim.objects.filter(pk__in=kept[start : start + _BATCH]).update(last_seen=revision)
    Claim.objects.bulk_create(
        Claim(
            article_id=revision.article_id,
            folded_hash=key,
            text=text,
            predecessor=known.get(reworded.get(key, "")),
            first_seen=revision,
            last_seen=revision,
        )
        for key, text in found.items()
        if key not in known
    )
    if before:
        _end_what_leant(revision, _leant_on(before), _leant_on(manuscript))


def _reworded(before: Manuscript, after: Manuscript) -> dict[str, str]:
    """Return, for each sentence that was reworded, the hash that it has now and the one that it had."""
    pairs = compare(before, after).having(Fate.CHANGED)
    return {hash_of(pair.after.folded): hash_of(pair.before.folded) for pair in pairs if pair.after and pair.before}


def _claims(manuscript: Manuscript) -> Iterator[str]:
    """Yield what a person may be asked to rule on, whatever the policy, which may be raised between two revisions: the
    title, the standfirst's sentences, the headings, and each sentence that the strictest policy would ask about.
    """
    heads = [manuscript.title, *(block.text for block in manuscript.blocks if block.is_heading)]
    heads += [manuscript.standfirst[start:end] for start, end in split(manuscript.standfirst, manuscript.language)]
    yield from filter(str.strip, heads)
    for sentence in manuscript.sentences:
        if outcome(sentence.score, Sensitivity.STRICT) is not Outcome.NONE:
            yield sentence.text


def _leant_on(manuscript: Manuscript) -> dict[str, set[str]]:
    """Return, for each sentence by its hash, the keys that the sentences beside it and the last of its paragraph
    cite.
    """
    cited: defaultdict[int | None, set[str]] = defaultdict(set)
    for citation in manuscript.citations:
        cited[citation.sentence] |= set(citation.keys)
    leant: defaultdict[str, set[str]] = defaultdict(set)
    for _, group in groupby(manuscript.sentences, key=lambda sentence: sentence.place.block):
        siblings = list(group)
        for at, sentence in enumerate(siblings):
            near = [*siblings[max(at - 1, 0) : at], *siblings[at + 1 : at + 2], siblings[-1]]
            leant[hash_of(sentence.folded)].update(*(cited[sibling.index] for sibling in near))
    return dict(leant)


def _end_what_leant(revision: Revision, before: dict[str, set[str]], now: dict[str, set[str]]) -> None:
    """End the rulings and waivers which say that a claim has its neighbours' source, where that is another, or gone."""
    article, author, at = revision.article_id, revision.author_id, timezone.now()
    ruled = Ruling.objects.filter(claim__article=article, kind=Ruling.Kind.SAME_SOURCE, revoked_by=None)
    for ruling in ruled.select_related("claim"):
        if before.get(ruling.claim.folded_hash) != now.get(ruling.claim.folded_hash):
            Ruling.objects.filter(pk=ruling.pk).update(revoked_by=author, revoked=at)
    waived = Waiver.objects.running(at).filter(claim__article=article, reason=Waiver.Reason.SAME_PARAGRAPH)
    for waiver in waived.select_related("claim"):
        if before.get(waiver.claim.folded_hash) != now.get(waiver.claim.folded_hash):
            Waiver.objects.filter(pk=waiver.pk).update(expires=at)


@transaction.atomic
def ask_waiver(claim: Claim, by: AbstractBaseUser, reason: str, note: str = "") -> Waiver:
    """Ask that a claim may stand without a citation. Raises Refused where `by` may not write here, a request is open,
    the reason is none of Waiver.Reason, or an "other" reason is not explained.
    """
    roles.require(by, "write", claim.article)
    _require_standing(claim)
    if reason not in Waiver.Reason.values:
        raise Refused(f"“{reason}” is not among the reasons for a waiver: {', '.join(Waiver.Reason.values)}.")
    if reason == Waiver.Reason.OTHER and len(note.strip()) < SHORTEST_NOTE:
        raise Refused(f"Say in a note of {SHORTEST_NOTE} characters or more why this claim may stand without a source.")
    try:
        with transaction.atomic():
            return Waiver.objects.create(claim=claim, reason=reason, note=note.strip(), asked_by_id=by.pk)
    except IntegrityError as error:
        raise Refused("A waiver for this claim has been asked for and awaits a decision.") from error


@transaction.atomic
def decide_waiver(waiver: Waiver, by: AbstractBaseUser, *, granted: bool, expires: datetime | None = None) -> Waiver:
    """Grant a waiver or refuse it, for another person's request. `expires` is when a granted one ends; None: never.

    Raises Refused where `by` may not review, asked for it, it is decided already, or it would end before it begins.
    """
    roles.require(by, "review")
    if expires is not None and expires <= timezone.now():
        raise Refused("Name a time in the future for the waiver to end, or none.")
    waiver = Waiver.objects.select_for_update().get(pk=waiver.pk)
    if waiver.granted is not None:
        raise Refused("This waiver is decided already. A new one can be asked for.")
    if waiver.asked_by_id == by.pk:
        raise Refused("You asked for this waiver: another person has to decide it.")
    waiver.granted, waiver.decided_by_id, waiver.decided, waiver.expires = granted, by.pk, timezone.now(), expires
    waiver.save(update_fields=["granted", "decided_by", "decided", "expires"])
    return waiver


@transaction.atomic
def end_waiver(waiver: Waiver, by: AbstractBaseUser) -> None:
    """End a granted waiver now; it stays as history. Raises Refused where `by` may not review, or it does not run."""
    roles.require(by, "review")
    now = timezone.now()
    if not Waiver.objects.running(now).filter(pk=waiver.pk).update(expires=now):
        raise Refused("This waiver does not run: there is nothing to end.")


@transaction.atomic
def rule(claim: Claim, kind: str, by: AbstractBaseUser, note: str = "") -> Ruling:
    """Rule that a claim is none, or that its neighbour's source is its source. Ruling the same twice changes nothing.

    Raises Refused for another kind, and where `by` may not: "not a claim" takes an editor, "same source" whoever may
    write here.
    """
    if kind not in Ruling.Kind.values:
        raise Refused(f"“{kind}” is not among the rulings: {', '.join(Ruling.Kind.values)}.")
    if kind == Ruling.Kind.NOT_A_CLAIM:
        roles.require(by, "rule")
    roles.require(by, "write", claim.article)
    _require_standing(claim)
    said = {"by_id": by.pk, "note": note.strip()}
    ruling, _ = Ruling.objects.get_or_create(claim=claim, kind=kind, revoked_by=None, defaults=said)
    return ruling


@transaction.atomic
def revoke(ruling: Ruling, by: AbstractBaseUser) -> None:
    """Take a ruling back; it stays as history. Raises Refused where `by` could not have made it."""
    roles.require(by, "rule" if ruling.kind == Ruling.Kind.NOT_A_CLAIM else "write", ruling.claim.article)
    Ruling.objects.filter(pk=ruling.pk, revoked_by=None).update(revoked_by=by.pk, revoked=timezone.now())


def _require_standing(claim: Claim) -> None:
    if not Claim.objects.filter(pk=claim.pk, last_seen=F("article__head")).exists():
        raise Refused("This sentence is no longer in the text. Rule on the one that took its place.")


def rulings(
    article: Article, revision: Revision, *, asked_too: bool = False, at: datetime | None = None
) -> tuple[checks.Ruling, ...]:
    """Return what holds for the claims of a revision, as the checks take it, now or as it was at a time. `asked_too`
    counts open requests as granted: that is enough to submit a text, never to approve it.
    """
    at = at or timezone.now()
    of_revision = Q(claim__article=article, claim__last_seen__number__gte=revision.number)
    waivers = Waiver.objects.running(at, asked_too=asked_too).filter(of_revision)
    ruled = Ruling.objects.filter(of_revision, Q(revoked=None) | Q(revoked__gt=at), created__lte=at)
    found = [(RulingKind.WAIVER, waiver.claim.text, waiver.reason) for waiver in waivers.select_related("claim")]
    found += [(RulingKind(ruling.kind), ruling.claim.text, ruling.note) for ruling in ruled.select_related("claim")]
    return tuple(checks.Ruling(kind, folded(text), reason) for kind, text, reason in sorted(found))
