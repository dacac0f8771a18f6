"""A work as a person types it: pasted as one line, or field by field."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Any, cast

from django import forms

from references import identifiers
from references.csl import Date, Name, SourceData

# CSL's item types that a magazine cites; a source of another type keeps it.
KINDS = {
    "article-journal": "Journal article",
    "article-magazine": "Magazine article",
    "article-newspaper": "Newspaper article",
    "book": "Book",
    "chapter": "Chapter",
    "dataset": "Data set",
    "entry-encyclopedia": "Encyclopaedia entry",
    "legislation": "Legislation",
    "paper-conference": "Conference paper",
    "report": "Report",
    "speech": "Talk",
    "thesis": "Thesis",
    "webpage": "Web page",
    "document": "Other document",
}
_CHECKED: dict[str, tuple[Callable[[str], str], str]] = {
    "doi": (identifiers.doi, "This is no DOI. One looks like 10.1000/182."),
    "pmid": (identifiers.pmid, "This is no PubMed number. One has up to eight digits."),
    "pmcid": (identifiers.pmcid, "This is no PubMed Central number. One looks like PMC8249239."),
    "isbn": (identifiers.isbn, "This is no ISBN: its check digit is wrong. Copy it from the book."),
    "issn": (identifiers.issn, "This is no ISSN: its check digit is wrong. One looks like 1234-5679."),
    "url": (identifiers.url, "This is no web address. One begins with https://."),
}
_DATE = re.compile(r"(-?\d{1,4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


def kind_name(kind: str) -> str:
    """Return an item type in words."""
    return KINDS.get(kind) or kind.replace("-", " ").replace("_", " ").capitalize()


class PastedForm(forms.Form):
    """A reference as somebody copied it."""

    pasted = forms.CharField(
        label="Reference",
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="One reference, as it stands in a list. A DOI or a web address in it is recognised.",
    )


class SourceForm(forms.Form):
    """A work, field by field. What a field cannot show of the work that it began with is kept where it was not
    touched.
    """

    kind = forms.ChoiceField(label="Kind")
    title = forms.CharField(max_length=2000, widget=forms.Textarea(attrs={"rows": 2}))
    authors = forms.CharField(
        required=False,
        max_length=20_000,
        widget=forms.Textarea,
        help_text="One a line: “Cha, Hana”. A name without a comma is an organisation’s.",
    )
    editors = forms.CharField(required=False, max_length=20_000, widget=forms.Textarea)
    issued = forms.CharField(
        label="Date", required=False, max_length=100, help_text="2020, 2020-05 or 2020-05-31; words such as “in press”."
    )
    container_title = forms.CharField(label="Journal, book or site", required=False, max_length=1000)
    volume = forms.CharField(required=False, max_length=100)
    issue = forms.CharField(required=False, max_length=100)
    page = forms.CharField(label="Pages", required=False, max_length=100)
    edition = forms.CharField(required=False, max_length=100)
    publisher = forms.CharField(required=False, max_length=500)
    publisher_place = forms.CharField(label="Place", required=False, max_length=500)
    doi = forms.CharField(label="DOI", required=False, max_length=255)
    pmid = forms.CharField(label="PubMed number", required=False, max_length=100)
    pmcid = forms.CharField(label="PubMed Central number", required=False, max_length=100)
    isbn = forms.CharField(label="ISBN", required=False, max_length=100)
    issn = forms.CharField(label="ISSN", required=False, max_length=100)
    url = forms.CharField(label="Web address", required=False, max_length=2000)
    accessed = forms.CharField(label="Read on", required=False, max_length=100, help_text="2020-05-31")
    language = forms.CharField(required=False, max_length=20, help_text="A language code: en, de, fr.")
    note = forms.CharField(required=False, max_length=5000, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: Any, work: SourceData | None = None, **kwargs: Any) -> None:
        """`work` is what the form begins with."""
        self.begun = work or SourceData(type="article-journal")
        super().__init__(*args, **kwargs | {"initial": _shown(self.begun)})
        for names in ("authors", "editors"):
            self.fields[names].widget.attrs["rows"] = min(max(2, len(getattr(self.begun, names)) + 1), 10)
        kinds = KINDS if self.begun.type in KINDS else {self.begun.type: kind_name(self.begun.type)} | KINDS
        cast(forms.ChoiceField, self.fields["kind"]).choices = list(kinds.items())

    def clean(self) -> dict[str, Any]:
        """Check each identifier, and give it its normal form."""
        given = super().clean() or {}
        for field, (normal, fault) in _CHECKED.items():
            if given.get(field):
                given[field] = normal(given[field])
                if not given[field]:
                    self.add_error(field, fault)
        for field in ("issued", "accessed"):
            if given.get(field) and (fault := _fault_of_date(given[field])):
                self.add_error(field, fault)
        return given

    @property
    def work(self) -> SourceData:
        """The work as the valid form says it is."""
        given = dict(self.cleaned_data)
        return replace(
            self.begun,
            type=given.pop("kind"),
            authors=_names(given.pop("authors"), self.begun.authors),
            editors=_names(given.pop("editors"), self.begun.editors),
            issued=_date(given.pop("issued"), self.begun.issued),
            accessed=_date(given.pop("accessed"), self.begun.accessed),
            **given,
        )


def _shown(work: SourceData) -> dict[str, str]:
    """Return a work's fields as the form shows them."""
    fields = SourceForm.base_fields.keys() & set(SourceData.__slots__)
    return {field: getattr(work, field) for field in fields} | {
        "kind": work.type,
        "authors": "\n".join(map(_line, work.authors)),
        "editors": "\n".join(map(_line, work.editors)),
        "issued": _text(work.issued),
        "accessed": _text(work.accessed),
    }


def _line(name: Name) -> str:
    """Return a name as it is sorted: "de Leeuw, Anna"; an organisation's as it is."""
    family = " ".join(filter(None, (name.particle, name.family)))
    given = " ".join(filter(None, (name.given, name.dropping_particle, name.suffix)))
    return name.literal or ", ".join(filter(None, (family, given)))


def _names(lines: str, begun: Iterable[Name]) -> tuple[Name, ...]:
    """Return a name for each line; one that is as it was is the same name, with all that its line does not show."""
    known = {_line(name): name for name in begun}
    return tuple(known.get(line) or _name(line) for line in map(str.strip, lines.splitlines()) if line)


def _name(line: str) -> Name:
    family, comma, given = (part.strip() for part in line.partition(","))
    return Name(family=family, given=given) if comma else Name(literal=line)


def _text(day: Date | None) -> str:
    """Return a date as it is typed: 2020, 2020-05, 2020-05-31, or its words."""
    if day is None:
        return ""
    if day.year is None:
        return day.literal
    return "-".join([str(day.year), *(f"{part:02}" for part in (day.month, day.month and day.day) if part)])


def _date(text: str, begun: Date | None) -> Date | None:
    """Return the date that a text is; one that is as it was keeps what the text does not show."""
    if text == _text(begun):
        return begun
    if match := _DATE.fullmatch(text):
        year, month, day = (int(part or 0) for part in match.groups())
        return Date(year, month, day)
    return Date(literal=text) if text else None


def _fault_of_date(text: str) -> str:
    """Return what is wrong with a date that has the form of one."""
    if match := _DATE.fullmatch(text):
        try:
            date(abs(int(match[1])) or 2000, int(match[2] or 1), int(match[3] or 1))
        except ValueError:
            return "There is no such day. Write 2020, 2020-05 or 2020-05-31."
    return ""
