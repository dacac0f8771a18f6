"""What was typed by somebody whose session ended meanwhile: kept until they have signed in again."""

from collections.abc import Callable
from functools import wraps

from django.contrib import messages
from django.contrib.auth.models import AbstractBaseUser
from django.contrib.auth.views import redirect_to_login
from django.core import signing
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from articles import drafting
from articles.desk.access import DeskRequest
from articles.drafting import Draft
from articles.models import Article
from articles.roles import Refused
from articles.text.limits import TextTooLarge

_SALT = "articles.desk.signed_out"
_LONGEST = 14 * 24 * 3600  # seconds; as long as a session lasts
_FIELDS = ("title", "standfirst", "body", "language")


def page_token(article: Article, person: AbstractBaseUser) -> str:
    """Return what an edit page carries to prove later that this person had it."""
    return signing.dumps([article.pk, person.pk], salt=_SALT)


def keep_for_later(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Put what a signed-out person sends into their session, and send them to sign in; a stranger's goes nowhere."""

    @wraps(view)
    def answer(request: HttpRequest, pk: int) -> HttpResponseBase:
        if request.method != "POST" or request.user.is_authenticated:
            return view(request, pk)
        try:
            token = signing.loads(request.POST.get("page", ""), salt=_SALT, max_age=_LONGEST)
        except signing.BadSignature:
            token = None
        if token and token[0] == pk:
            typed = {name: request.POST.get(name, "") for name in _FIELDS}
            request.session["typed"] = {"by": token, "seen": request.POST.get("seen", ""), "text": typed}
        return redirect_to_login(request.path)

    return answer


def take_up(request: DeskRequest, article: Article) -> None:
    """Make what the person sent while they were signed out their working copy."""
    typed = request.session.get("typed")
    if not typed or typed["by"] != [article.pk, request.user.pk]:
        return
    seen = int(typed["seen"]) if typed["seen"].isdecimal() else 0
    try:
        drafting.keep(article, Draft(**typed["text"]), request.user, seen)
    except (Refused, TextTooLarge) as error:
        messages.error(request, str(error))
        return
    del request.session["typed"]
