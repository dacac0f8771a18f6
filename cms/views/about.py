"""Who makes this site, and by what rules."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def about(request: HttpRequest) -> HttpResponse:
    """The imprint and the policy, as the admin wrote them."""
    return render(request, "cms/about.html")
