"""Who may see the library, and who may write in it: by what a person was given; being a superuser gives nothing."""

from collections.abc import Callable
from functools import wraps
from typing import TypeAlias

from django.contrib import messages
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, Permission
from django.contrib.auth.views import redirect_to_login
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.cache import patch_cache_control

Person: TypeAlias = AbstractBaseUser | AnonymousUser
View: TypeAlias = Callable[..., HttpResponse]

REFUSALS = {
    "add_source": "Your account may not add sources. Whoever may write articles may: ask an editor.",
    "change_source": "Your account may not change sources. Whoever may write articles may: ask an editor.",
}


def may(person: Person, codename: str) -> bool:
    """Whether an open account was given a permission on sources, by a group or alone."""
    given = Permission.objects.filter(Q(group__user=person.pk) | Q(user=person.pk))
    return (
        person.is_active
        and person.pk is not None
        and given.filter(content_type__app_label="references", codename=codename).exists()
    )


def wants_json(request: HttpRequest) -> bool:
    """Whether a script asks, and no person's browser."""
    return request.get_preferred_type(["text/html", "application/json"]) == "application/json"


def signed_in(view: View) -> View:
    """Let only those who are signed in see a page, and no cache keep it."""

    @wraps(view)
    def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if request.user.is_authenticated:
            response = view(request, *args, **kwargs)
        elif wants_json(request):
            response = JsonResponse({"errors": {"": ["You are no longer signed in. Sign in again."]}}, status=401)
        else:
            response = redirect_to_login(request.get_full_path())
        patch_cache_control(response, private=True, no_store=True)
        return response

    return answer


def required(codename: str) -> Callable[[View], View]:
    """Let only those with a permission on sources see a page; the others are told why on the library's list."""

    def restrict(view: View) -> View:
        @signed_in
        @wraps(view)
        def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
            if may(request.user, codename):
                return view(request, *args, **kwargs)
            if wants_json(request):
                return JsonResponse({"errors": {"": [REFUSALS[codename]]}}, status=403)
            messages.error(request, REFUSALS[codename])
            return redirect("library:list")

        return answer

    return restrict
