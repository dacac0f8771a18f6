"""What was corrected, withdrawn or retracted: all of it, newest first."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from articles.models import Notice
from articles.reader import shell

A_PAGE = 50


@require_safe
def corrections(request: HttpRequest) -> HttpResponse:
    """The notices on all articles; ?before= a notice's number leads on to older ones."""
    notices = Notice.objects.select_related("edition__article", "edition__revision").order_by("-pk")
    before = request.GET.get("before", "")
    if before.isdecimal() and len(before) < 19:
        notices = notices.filter(pk__lt=int(before))
    rows = list(notices[: A_PAGE + 1])
    older = rows[A_PAGE - 1].pk if len(rows) > A_PAGE else 0
    context = {"notices": rows[:A_PAGE], "older": older, "is_first": not before}
    return shell.page(request, "reader/corrections.html", context)
