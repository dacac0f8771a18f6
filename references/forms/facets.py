"""What the list of sources is asked for."""

from typing import Any, cast

from django import forms
from django.db.models import Count, Q, QuerySet

from references.forms.source import kind_name
from references.models import ReferenceSource, Source

USES = {
    "": "All that stand",
    "cited": "Cited in a text",
    "uncited": "Cited in no text",
    "merged": "Merged into another",
}
LACKS = {"": "Does not matter", "author": "Author", "year": "Year", "title": "Title"}
_WITHOUT = {
    # An editor or an organisation is an author here.
    "author": ~Q(data__has_any_keys=["author", "editor"]),
    "year": Q(year=None),
    "title": Q(title=""),
}


class FacetsForm(forms.Form):
    """Search and facets. What is asked for amiss is left out."""

    q = forms.CharField(label="Search", required=False, max_length=300)
    kind = forms.ChoiceField(required=False)
    year = forms.IntegerField(required=False, min_value=-9999, max_value=9999)
    use = forms.ChoiceField(required=False, choices=list(USES.items()))
    lacks = forms.ChoiceField(label="Missing", required=False, choices=list(LACKS.items()))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = Source.objects.standing().values_list("data__type").annotate(Count("pk")).order_by("data__type")
        named = [(kind, f"{kind_name(kind)} ({number})") for kind, number in kinds if kind]
        cast(forms.ChoiceField, self.fields["kind"]).choices = [("", "Every kind"), *named]

    def sources(self) -> QuerySet[Source]:
        """The sources asked for, the newest first."""
        self.is_valid()
        asked = self.cleaned_data
        found = Source.objects.search(asked.get("q", ""))
        merged = asked.get("use") == "merged"
        found = found.exclude(merged_into=None) if merged else found.filter(merged_into=None)
        if asked.get("use") in ("cited", "uncited"):
            cited = Q(pk__in=ReferenceSource.objects.values("source"))
            found = found.filter(cited if asked["use"] == "cited" else ~cited)
        if asked.get("kind"):
            found = found.filter(data__type=asked["kind"])
        if asked.get("year") is not None:
            found = found.filter(year=asked["year"])
        if asked.get("lacks"):
            found = found.filter(_WITHOUT[asked["lacks"]])
        return found.select_related("merged_into").order_by("-pk")
