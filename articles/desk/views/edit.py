"""The edit page: a text is written, checked, kept and saved."""

import json
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from articles import drafting, roles
from articles.crediting import credit
from articles.desk.access import DeskRequest, desk_page, readable
from articles.desk.checking import check as checked
from articles.desk.differing import differences
from articles.desk.editing import Edit
from articles.desk.signed_out import keep_for_later, page_token, take_up
from articles.desk.ways import ways, whose_turn
from articles.drafting import Draft, Stale
from articles.editor import editor_page
from articles.models import Article, Revision, Waiver, WorkingCopy
from articles.models.revision import Text
from articles.roles import Refused
from articles.text.limits import TextTooLarge


@require_http_methods(["GET", "HEAD", "POST"])
@keep_for_later
@editor_page
@desk_page
def edit(request: DeskRequest, pk: int) -> HttpResponse:
    """Show an article's text to be written on, or what the person has typed into it and not saved; save it on POST."""
    article = readable(request, pk)
    if request.method == "POST":
        act = {"continue": _continue, "discard": _discard}.get(request.POST.get("act", ""), _save)
        return act(request, article)
    take_up(request, article)
    copy = _working_copy(request, article)
    edit = Edit(article, request.user, copy or _head(article))
    if copy and copy.based_on_id != article.head_id:
        return _both(request, article, edit, copy)
    return _page(request, article, edit, copy or _head(article))


@desk_page
@require_POST
def check(request: DeskRequest, pk: int) -> JsonResponse:
    """Answer what the rules say of a text that is being typed: {"html", "seq"} and, where they differ, title,
    standfirst and language.
    """
    article = readable(request, pk)
    sent = _sent(request)
    try:
        draft = _draft(sent, _head(article), sent.get("html")).cleaned()
        found = checked(article, Revision(article=article, number=_head(article).number, **_fields(draft)))
    except (TextTooLarge, Refused) as error:
        return JsonResponse({"seq": sent.get("seq"), "error": str(error)}, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    panel = render_to_string("desk/_report.html", _report(request, article, found), request)
    return JsonResponse({"seq": sent.get("seq"), "panel": panel, **found.told()})


@desk_page
@require_POST
def keep(request: DeskRequest, pk: int) -> JsonResponse:
    """Keep what is being typed as the person's working copy; `newer` says who saved meanwhile."""
    article = readable(request, pk)
    sent = _sent(request)
    try:
        copy = drafting.keep(article, _draft(sent, _head(article), sent.get("body")), request.user, _number(sent))
    except (TextTooLarge, Refused) as error:
        return JsonResponse({"error": str(error)}, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    newer = "" if copy.based_on_id == article.head_id else f"{_head(article).author} saved {article.head} meanwhile."
    return JsonResponse({"at": _clock(copy.changed), "newer": newer})


def _save(request: DeskRequest, article: Article) -> HttpResponse:
    edit = Edit(article, request.user, _head(article), request.POST)
    if not edit.is_valid():
        return _refused(request, article, edit)
    try:
        revision = drafting.save(article, edit.text.draft, request.user, _number(request.POST))
        credit(article, edit.text.cleaned_data["topics"], edit.credits, request.user)
    except Stale as stale:
        return _both(request, readable(request, article.pk), edit, stale.kept)
    except (Refused, TextTooLarge) as error:
        edit.text.add_error(None, str(error))
        return _refused(request, article, edit)
    said = f"Saved as {revision}." if revision.pk != article.head_id else "Saved. The text is as it was."
    if _wants_json(request):
        return JsonResponse({"seen": revision.pk, "said": said, "at": _clock(timezone.now())})
    messages.success(request, said)
    return redirect("desk:article", article.pk)


def _continue(request: DeskRequest, article: Article) -> HttpResponse:
    """Show the person's own text again after somebody else saved: the next save puts it over theirs, which stays in
    the history.
    """
    edit = Edit(article, request.user, _head(article), request.POST)
    copy = _working_copy(request, article)
    if copy and _number(request.POST) != article.head_id:
        return _both(request, article, edit, copy)
    return _page(request, article, edit, _typed(request, article))


def _discard(request: DeskRequest, article: Article) -> HttpResponse:
    drafting.discard(article, request.user)
    messages.success(request, f"This is {article.head}, as it was saved. What you had typed is thrown away.")
    return redirect("desk:article", article.pk)


def _refused(request: DeskRequest, article: Article, edit: Edit) -> HttpResponse:
    if _wants_json(request):
        return JsonResponse({"errors": edit.errors}, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    return _page(request, article, edit, _typed(request, article), HTTPStatus.UNPROCESSABLE_ENTITY)


def _both(request: DeskRequest, article: Article, edit: Edit, copy: WorkingCopy) -> HttpResponse:
    """Show what somebody else saved beside what the person typed meanwhile; nothing is lost, whatever they choose."""
    if _wants_json(request):
        return JsonResponse({"stale": True}, status=HTTPStatus.CONFLICT)
    mine = Revision(article=article, number=_head(article).number, **_fields(copy))
    context = {
        "article": article,
        "edit": edit,
        "copy": copy,
        "rows": differences(article, _head(article), mine),
        "page_token": page_token(article, request.user),
    }
    return render(request, "desk/edit_both.html", context, status=HTTPStatus.CONFLICT if edit.text.is_bound else None)


def _page(
    request: DeskRequest, article: Article, edit: Edit, shown: Text | Draft, status: int = HTTPStatus.OK
) -> HttpResponse:
    context = {
        "edit": edit,
        "copy": shown if isinstance(shown, WorkingCopy) else None,
        "page_token": page_token(article, request.user),
        "ways": ways(article, request.user),
        "turn": whose_turn(article),
        **_report(request, article, checked(article, shown)),
    }
    return render(request, "desk/edit.html", context, status=status)


def _report(request: DeskRequest, article: Article, found: Any) -> dict[str, Any]:
    return {
        "article": article,
        "report": found,
        "may_write": roles.may(request.user, "write", article),
        "may_rule": roles.may(request.user, "rule"),
        "waiver_reasons": Waiver.Reason.values,
    }


def _working_copy(request: DeskRequest, article: Article) -> WorkingCopy | None:
    """Return what the person has typed and not saved, where it differs from the text as it stands."""
    copy = WorkingCopy.objects.filter(article=article, person=request.user.pk).first()
    return copy if copy and _fields(copy) != _fields(_head(article)) else None


def _head(article: Article) -> Revision:
    """Return the newest text, or answer "not found" where nobody has written any."""
    if article.head is None:
        raise Http404("This article has no text yet.")
    return article.head


def _typed(request: DeskRequest, article: Article) -> Text | Draft:
    """Return what a form sent, or the text as it stands where that cannot be read."""
    try:
        return _draft(request.POST, _head(article), request.POST.get("body")).cleaned()
    except (TextTooLarge, Refused):
        return _head(article)


def _fields(text: Text | Draft) -> dict[str, str]:
    return {name: getattr(text, name) for name in ("title", "standfirst", "body", "language")}


def _sent(request: DeskRequest) -> dict[str, Any]:
    try:
        sent = json.loads(request.body)
    except ValueError:
        return {}
    return sent if isinstance(sent, dict) else {}


def _draft(sent: Any, head: Revision, body: object) -> Draft:
    said = _fields(head) | {name: sent[name] for name in ("title", "standfirst", "language") if name in sent}
    return Draft(**{name: str(value) for name, value in said.items() if name != "body"}, body=str(body or ""))


def _number(sent: Any) -> int:
    """Return the id of the revision that the text began from, 0 where it is none."""
    seen = str(sent.get("seen", ""))
    return int(seen) if seen.isdecimal() and len(seen) < 19 else 0


def _wants_json(request: DeskRequest) -> bool:
    return request.get_preferred_type(["text/html", "application/json"]) == "application/json"


def _clock(moment: Any) -> str:
    return timezone.localtime(moment).strftime("%H:%M")
