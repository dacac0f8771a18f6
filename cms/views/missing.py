"""The answer where there is no page."""

import re
from pathlib import PurePosixPath

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

WORD = re.compile(r"[^\W_]{2,40}")
MOST_WORDS = 10


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say so, with a search for the words of the address's last part."""
    words = WORD.findall(PurePosixPath(request.path).stem)[:MOST_WORDS]
    return render(request, "404.html", {"words": " ".join(words)}, status=404)
