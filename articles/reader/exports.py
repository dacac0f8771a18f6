"""Exports: the newest edition of an article as a file."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles import exporting
from articles.exporters import Exporter, exporters
from articles.models import Edition, Notice, Public, SiteIdentity, SlugRedirect
from articles.reader import shell


@require_safe
def export(request: HttpRequest, slug: str, ending: str) -> HttpResponse:
    """Answer with the file that an exporter writes of what readers see now."""
    exporter = exporters().get(ending)
    if exporter is None:
        raise Http404(f"Nothing is exported as .{ending}.")
    edition = Edition.objects.select_related("article").filter(article__slug=slug, article__edition__isnull=False)
    newest = edition.order_by("-number").first()
    if newest is None:
        former = SlugRedirect.objects.select_related("article").exclude(article__public=Public.NEVER)
        moved = get_object_or_404(former, slug=slug)
        return HttpResponsePermanentRedirect(reverse("export", args=[moved.article.slug, ending]))
    if newest.article.public == Public.WITHDRAWN:
        return _gone(newest)
    return _file(request, newest, exporter)


def _gone(edition: Edition) -> HttpResponse:
    """Answer with the public note alone: the text is withdrawn in each of its forms."""
    notice = Notice.objects.filter(edition__article=edition.article_id, kind=Notice.Kind.WITHDRAWAL).first()
    said = f"This article was withdrawn. {notice.text if notice else ''}".strip()
    return HttpResponse(f"{said}\n", status=410, content_type="text/plain; charset=utf-8")


def _file(request: HttpRequest, newest: Edition, exporter: Exporter) -> HttpResponse:
    """Answer with the file, or 304 to who has it; it is written once for all that ask for it."""
    article = newest.article
    edition = exporting.published(
        newest,
        address=request.build_absolute_uri(reverse("article", args=[article.slug])),
        home=request.build_absolute_uri(reverse("home")),
        magazine=SiteIdentity.current().name,
    )
    answer = shell.validated(request, f"{exporter.ending} {edition}", lambda: HttpResponse(exporter.write(edition)))
    if answer.status_code == 200:
        name = f"{article.slug}.{exporter.ending}"
        answer.headers["Content-Type"] = exporter.content_type
        answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
