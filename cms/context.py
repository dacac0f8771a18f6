"""What each template knows without being told: theme, identity, and what the person may do."""

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from articles import roles
from articles.models import SiteIdentity

THEMES = ("system", "light", "dark")


def theme(request: HttpRequest) -> dict[str, object]:
    """`theme`: "light" or "dark" where the person chose one, "" to follow the system; `themes`: what there is."""
    chosen = request.COOKIES.get("theme", "")
    return {"theme": chosen if chosen in ("light", "dark") else "", "themes": THEMES}


def identity(request: HttpRequest) -> dict[str, object]:
    """`site`: the magazine's identity; `identity` too, for allauth's pages, where `site` is the host."""
    current = SimpleLazyObject(SiteIdentity.current)
    return {"site": current, "identity": current}


def abilities(request: HttpRequest) -> dict[str, object]:
    """`may`: what the person who is signed in may do, as {"publish": True}, spaces as underscores; one query."""
    return {"may": SimpleLazyObject(lambda: _may(request))}


def _may(request: HttpRequest) -> dict[str, bool]:
    user = getattr(request, "user", None)
    held = roles.permissions(user) if user else set()
    return {action.replace(" ", "_"): permission in held for action, permission in roles.ACTIONS.items()}
