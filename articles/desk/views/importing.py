"""Importing at the desk: what was read is shown first, and written only when the person says so."""

from collections import Counter
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from articles import checks, importing, roles
from articles.desk.access import DeskRequest, desk_page
from articles.desk.carrying import packed, unpacked
from articles.desk.forms import Bring
from articles.importers import Imported, Unreadable, read
from articles.manuscript import Reference
from articles.models import SitePolicy
from articles.roles import Refused
from articles.text.limits import TextTooLarge
from references.entry import plain

PASTED = "pasted.txt"


@dataclass(frozen=True)
class Reading:
    """What was read of a file, as a person judges whether it was read right."""

    imported: Imported

    @property
    def references(self) -> list[tuple[Reference, list[str]]]:
        """Each entry of the file's own list, with its works as safe HTML."""
        entries = self.imported.manuscript.references
        return [(entry, [plain(work) for work in entry.sources]) for entry in entries]

    @property
    def works(self) -> int:
        return sum(len(entry.sources) for entry in self.imported.manuscript.references)

    @property
    def citations(self) -> int:
        return len(self.imported.manuscript.citations)

    @property
    def linked(self) -> int:
        """How many markers name nothing but works that the file lists."""
        manuscript = self.imported.manuscript
        held = {work.key for entry in manuscript.references for work in entry.sources}
        return sum(bool(cited.keys) and held.issuperset(cited.keys) for cited in manuscript.citations)

    @property
    def findings(self) -> list[tuple[str, str, int]]:
        """What the check says of it now: severity, message, how often; what blocks comes first."""
        policy = SitePolicy.current().raised([])
        report = checks.review(self.imported.manuscript, policy)
        found = Counter((finding.severity, finding.message) for finding in report.findings)
        order = list(checks.Severity)
        ranked = sorted(found.items(), key=lambda each: (order.index(each[0][0]), -each[1], each[0][1]))
        return [(severity.value, message, count) for (severity, message), count in ranked]


@desk_page
def bring(request: DeskRequest) -> HttpResponse:
    """Take a file or a pasted text, show what was read, and make a draft of it when asked to."""
    try:
        roles.require(request.user, "write")
        if "carried" in request.POST:
            return _write(request)
    except (Refused, Unreadable, TextTooLarge) as refusal:
        messages.error(request, f"{refusal} Nothing was written.")
        return redirect("desk:import" if "carried" in request.POST else "desk:home")
    form = Bring(request.POST, request.FILES) if request.method == "POST" else Bring()
    if form.is_valid():
        try:
            return _shown(request, form)
        except (Unreadable, TextTooLarge) as refusal:
            form.add_error(None, str(refusal))
    return render(request, "desk/import.html", {"form": form})


def _shown(request: DeskRequest, form: Bring) -> HttpResponse:
    file = form.cleaned_data["file"]
    data, name = (file.read(), file.name) if file else (form.cleaned_data["pasted"].encode(), PASTED)
    imported = read(data, name)
    carried = packed(data, name, request.user)
    context = {"reading": Reading(imported), "imported": imported, "name": name, "carried": carried}
    return render(request, "desk/import_read.html", context)


def _write(request: DeskRequest) -> HttpResponse:
    data, name = unpacked(request.POST["carried"], request.user)
    arrival = importing.bring_in(read(data, name), request.user, name)
    messages.success(request, f"The draft is made. References: {arrival.references}, citations: {arrival.citations}.")
    return redirect("desk:article", arrival.article.pk)
