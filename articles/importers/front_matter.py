"""Front matter: the few lines of YAML or TOML above a Markdown text."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

import yaml

from articles.importers.draft import Draft
from articles.importers.imported import Loss
from articles.importers.names import credited
from articles.manuscript import Person

_TOPICS = frozenset({"tags", "topics", "categories", "keywords", "topic", "category"})
_AUTHORS = frozenset({"author", "authors", "by"})
_DISCLOSURES = frozenset({"disclosure", "disclosures"})
_WORKPLACES = ("affiliation", "institution", "organization", "organisation")
_LANGUAGE = re.compile(r"[a-z]{2}(?:-\w+)?", re.IGNORECASE)
_FIELD = re.compile(r"([A-Za-z][\w-]*):(?:\s+(.*))?$")
_TOML_FIELD = r"^\s*(?:\[+\s*)?[\"']?{}\b"
# A parser of all of YAML is slow: nobody writes so much above a text.
_LONGEST = 20_000
_UNREADABLE = "This line of the front matter cannot be read; it was dropped."
_NO_PLACE = "There is no place for this field of the front matter; it was dropped."


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its name in lower case, the line on which it begins (1-based), its values, and what more it says."""

    name: str
    line: int
    values: tuple[str, ...]
    more: tuple[str, ...] = ()


def read(draft: Draft, text: str, first_line: int, toml: bool = False) -> None:
    """Read title, language, topics, authors and disclosure out of a front matter; what else it says is a loss."""
    if len(text) > _LONGEST:
        why = f"At most {_LONGEST:,} characters of front matter are read; it was dropped."
        draft.losses.append(Loss(first_line, " ".join(text[:80].split()) + "…", why))
        return
    disclosures: list[str] = []
    for field in (_toml if toml else _yaml)(text, first_line):
        for more in field.more:
            what, why = (f"{field.name}: {more}", _NO_PLACE) if field.name else (more, _UNREADABLE)
            draft.losses.append(Loss(field.line, " ".join(what.split()), why))
        if field.name in _DISCLOSURES:
            disclosures += field.values
        elif not _take(draft, field) and field.values:
            what = " ".join(f"{field.name}: {', '.join(field.values)}".split())
            draft.losses.append(Loss(field.line, what, _NO_PLACE))
    if draft.people and disclosures:
        draft.people[0] = replace(draft.people[0], disclosure=" ".join(disclosures))


def _take(draft: Draft, field: Field) -> bool:
    """Take what a field says into the draft; return whether there is a place for it."""
    if field.name == "title" and field.values:
        draft.title = " ".join(field.values[0].split())
    elif field.name in {"lang", "language"} and field.values and _LANGUAGE.fullmatch(field.values[0]):
        draft.language = field.values[0]
    elif field.name in _TOPICS:
        one = len(field.values) == 1
        values = field.values[0].split(",") if one else field.values
        draft.topics += tuple(topic for value in values if (topic := " ".join(value.split())))
    elif field.name in _AUTHORS:
        draft.people += [person for name in field.values for person in credited(name, "author") or [Person(name)]]
    else:
        return False
    return True


def _yaml(text: str, first_line: int) -> Iterator[Field]:
    """Yield the fields of a YAML mapping, each read for itself, so that a fault in one does not hide the others."""
    lines = list(enumerate(text.split("\n"), start=first_line))
    begun = 0
    starts = [begun := begun + bool(_FIELD.match(line)) for _, line in lines]
    for _, chunk in groupby(zip(starts, lines, strict=True), key=lambda pair: pair[0]):
        rows = [row for _, row in chunk]
        yield from _yaml_field(rows[0][0], [line for _, line in rows])


def _yaml_field(line: int, rows: list[str]) -> Iterator[Field]:
    opening, filled = _FIELD.match(rows[0]), [row for row in rows if row.strip() and not row.lstrip().startswith("#")]
    try:
        node = yaml.compose("\n".join(rows), Loader=yaml.SafeLoader) if opening else None
    except (yaml.YAMLError, RecursionError):
        node = None
    if opening and isinstance(node, yaml.MappingNode) and len(node.value) == 1:
        yield Field(opening[1].lower(), line, *_said(_plain(node.value[0][1])))
    elif opening and opening[2] and len(filled) > 1:
        yield from _yaml_field(line, rows[:1])
        yield from _unreadable(line + 1, rows[1:])
    elif opening and opening[2]:
        # "title: Tea: a life" is no YAML, and everybody knows what it says.
        yield Field(opening[1].lower(), line, (opening[2].strip(),))
    else:
        yield from _unreadable(line, rows)


def _unreadable(line: int, rows: list[str]) -> Iterator[Field]:
    """Yield the lines, from number `line` on, as they stand; blank ones and comments say nothing."""
    for at, row in enumerate(rows, start=line):
        if row.strip() and not row.lstrip().startswith("#"):
            yield Field("", at, (), (row.strip(),))


def _plain(node: yaml.Node, depth: int = 0) -> Any:
    """Return a node of YAML as lists, dictionaries and strings as they were typed; deeper than authors' lists go, as
    nothing.
    """
    if isinstance(node, yaml.ScalarNode):
        return "" if node.tag == "tag:yaml.org,2002:null" else node.value
    if depth > 2:
        return "…"
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, depth + 1) for item in node.value]
    return {str(key.value): _plain(value, depth + 1) for key, value in node.value}


def _toml(text: str, first_line: int) -> Iterator[Field]:
    """Yield the fields of a TOML document; one that is not valid is dropped with a loss that says where."""
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        yield from _unreadable(first_line, text.split("\n"))
        return
    for name, value in data.items():
        at = re.search(_TOML_FIELD.format(re.escape(name)), text, re.MULTILINE)
        line = first_line + text.count("\n", 0, at.end()) if at else first_line
        yield Field(name.lower(), line, *_said(value))


def _said(value: Any) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the values in what a field holds, somebody's place of work behind the name; and what more stands there."""
    values: list[str] = []
    more: list[str] = []
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict) and item.get("name"):
            work = [str(item[key]) for key in _WORKPLACES if item.get(key)]
            values.append(", ".join([str(item["name"]), *work]))
            more += _pairs((key, said) for key, said in item.items() if key not in ("name", *_WORKPLACES))
        elif isinstance(item, dict):
            more += _pairs(item.items())
        elif item not in ("", None):
            values.append(str(item).strip())
    return tuple(values), tuple(more)


def _pairs(items: Iterable[tuple[str, Any]]) -> list[str]:
    return [f"{key}: {said}" for key, said in items if said not in ("", None)]
