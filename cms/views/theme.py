"""The choice between light and dark."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from cms.context import THEMES

YEAR = 365 * 24 * 3600


@require_GET
@never_cache
def choose(request: HttpRequest) -> HttpResponse:
    """Keep the choice in a cookie and return to the page it was made on; an unknown one changes nothing.

    By GET: the form stands on each public page, and a token against forgery would make each page another for each
    reader. All that a forger gains is a page in another light.
    """
    answer = redirect(_back(request))
    theme = request.GET.get("theme", "")
    if theme in THEMES:
        answer.set_cookie("theme", theme, max_age=YEAR, secure=request.is_secure(), samesite="Lax")
    return answer


def _back(request: HttpRequest) -> str:
    asked = request.GET.get("next", "")
    safe = url_has_allowed_host_and_scheme(asked, {request.get_host()}, require_https=request.is_secure())
    return asked if safe else "/"
