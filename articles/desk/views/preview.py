"""A draft as readers would see it."""

from django.http import HttpResponse
from django.shortcuts import render

from articles import publishing
from articles.content import content
from articles.desk.access import DeskRequest, desk_page, readable


@desk_page
def show(request: DeskRequest, pk: int) -> HttpResponse:
    """Show the head as it would be published now: numbered, with its references. Nobody but the desk gets it."""
    article = readable(request, pk)
    if article.head is None:
        return render(request, "desk/preview.html", {"article": article})
    data = content(article, article.head).data
    context = {"article": article, "data": data, "html": publishing.reader_html(data)}
    response = render(request, "desk/preview.html", context)
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
