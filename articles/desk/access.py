"""The desk's door: who comes in, and what nobody else's browser or cache may keep."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.cache import patch_cache_control

from articles import roles
from articles.models import Article

View = Callable[..., HttpResponse]


class DeskRequest(HttpRequest):
    """A request of somebody who is logged in, as each view behind desk_page gets it."""

    user: User


def desk_page(view: View) -> View:
    """Let only people of the desk see a page, and let nobody store it."""

    @login_required
    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not roles.permissions(request.user):
            raise PermissionDenied("Your account has no role at the desk yet. Ask an administrator for one.")
        return view(request, *args, **kwargs)

    @wraps(guarded)
    def private(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        response = guarded(request, *args, **kwargs)
        patch_cache_control(response, private=True, no_store=True)
        return response

    return private


def readable(request: DeskRequest, pk: int) -> Article:
    """Return the article, with its head and owner, or answer "not found" to who may not read it."""
    articles = roles.readable(request.user).select_related("head__author", "owner", "edition__revision", "bibliography")
    return get_object_or_404(articles, pk=pk)
