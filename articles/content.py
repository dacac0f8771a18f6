"""What readers would see of a revision now: the value that is hashed, approved and frozen."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from articles.checks.policy import Policy
from articles.manuscript import Manuscript, Person
from articles.models import Article, Byline, Revision, SitePolicy, Topic
from articles.text import parse
from articles.text.page import clusters, rekeyed
from references.csl import SourceData
from references.models import Source

# What is compared as a whole; bylines and sources are compared one by one.
_PARTS = ("title", "standfirst", "body", "language", "numbering", "topics", "images")


@dataclass(frozen=True)
class Content:
    """A revision with everything around it that a reader would see: `data` is JSON, `manuscript` its text as the
    checks see it.

    `policy` is what the site and the article's topics ask for; it is not part of what is seen.
    """

    data: Mapping[str, Any]
    manuscript: Manuscript
    policy: Policy

    @cached_property
    def canonical(self) -> str:
        """The data as canonical JSON: sorted keys, no spare space, no escapes that need not be (after RFC 8785)."""
        return canonical(self.data)

    @cached_property
    def hash(self) -> str:
        """The content hash: SHA-256 of the canonical JSON in UTF-8, 64 hexadecimal digits."""
        return hash_of(self.canonical)


def canonical(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def hash_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def content(article: Article, revision: Revision) -> Content:
    """Return what readers would see of `revision` with the article's topics, bylines and sources as they are now."""
    sources = Source.objects.by_key(key for cluster in clusters(revision.body) for key in cluster)
    body = rekeyed(revision.body, {key: source.key for key, source in sources.items() if source.key != key})
    cited = {source.key: source for source in sources.values()}
    topics = _with_ancestors(article)
    data: dict[str, Any] = {
        "title": revision.title,
        "standfirst": revision.standfirst,
        "body": body,
        "language": revision.language,
        "numbering": article.bibliography.numbering,
        "topics": [{"path": topic.path, "name": topic.name} for topic in topics],
        "bylines": [_byline(byline) for byline in article.bylines.select_related("contributor")],
        "sources": {key: cited[key].work.to_csl() for key in sorted(cited)},
    }
    manuscript = manuscript_of(data)
    data["images"] = [{"src": image.src, "alt": image.alt} for image in manuscript.images]
    policy = SitePolicy.current().raised([topic.sensitivity for topic in topics])
    return Content(data, manuscript, policy)


def manuscript_of(data: Mapping[str, Any]) -> Manuscript:
    """Return the manuscript of a content's data, however old: nothing but the data is asked."""
    manuscript = parse(
        data["body"],
        [SourceData.from_csl(item) for item in data["sources"].values()],
        [_person(byline) for byline in data["bylines"]],
        title=data["title"],
        topics=[topic["name"] for topic in data["topics"]],
        language=data["language"],
    )
    return replace(manuscript, standfirst=data["standfirst"])


def differences(before: str, after: str) -> list[str]:
    """Return what differs between two canonical JSON contents, in words: "the title", "the byline ana-brik as author
    (bio)"...
    """
    old, new = json.loads(before), json.loads(after)
    found = [f"the {part}" for part in _PARTS if old.get(part) != new.get(part)]
    found += _differing("byline", _by_role(old["bylines"]), _by_role(new["bylines"]))
    found += _differing("source", old["sources"], new["sources"])
    if not found and old != new:
        found.append("the order of the bylines")
    return found


def _by_role(bylines: Iterable[Mapping[str, str]]) -> dict[str, Mapping[str, str]]:
    return {f"{byline['slug']} as {byline['role']}": byline for byline in bylines}


def _differing(what: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> list[str]:
    lines = []
    for key in sorted(old.keys() | new.keys()):
        if key not in old or key not in new:
            lines.append(f"the {what} {key} ({'new' if key in new else 'gone'})")
        elif fields := [
            field for field in sorted({*old[key], *new[key]}) if old[key].get(field) != new[key].get(field)
        ]:
            lines.append(f"the {what} {key} ({', '.join(fields)})")
    return lines


def _with_ancestors(article: Article) -> list[Topic]:
    """Return the article's topics and those above them, from the root down: one query however deep the tree is."""
    paths: set[str] = set()
    for path in article.topics.values_list("path", flat=True):
        parts = path.split("/")
        paths |= {"/".join(parts[:count]) for count in range(1, len(parts) + 1)}
    return list(Topic.objects.filter(path__in=paths).order_by("path")) if paths else []


def _person(byline: Mapping[str, str]) -> Person:
    return Person(
        byline["name"],
        byline["credentials"],
        byline["role"],
        byline["affiliation"],
        byline["bio"],
        byline["disclosure"],
    )


def _byline(byline: Byline) -> dict[str, Any]:
    who = byline.contributor
    return {
        "role": byline.role,
        "contributor": who.pk,
        "slug": who.slug,
        "name": who.name,
        "credentials": who.credentials,
        "affiliation": who.affiliation,
        "bio": who.bio,
        "disclosure": who.disclosure,
        "orcid": who.orcid,
        "photo": who.photo.name or "",
        "photo_alt": who.photo_alt,
        "photo_credit": who.photo_credit,
    }
