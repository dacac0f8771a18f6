"""Writing a comment, on a page of its own: the form has a secret for each reader, and the article's page has none."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from articles.models import Article
from articles.reader import shell
from articles.reader.commenting import CommentForm, too_many


@require_http_methods(["GET", "HEAD", "POST"])
def comment(request: HttpRequest, slug: str) -> HttpResponse:
    """The form; what is sent by it is held until an editor has read it."""
    article = get_object_or_404(Article.objects.live().select_related("edition__revision"), slug=slug)
    form = CommentForm(request.POST or None, label_suffix="")
    status = 200
    if request.method == "POST" and form.is_valid():
        if not too_many(request.META.get("REMOTE_ADDR", "")):
            if not form.is_trapped:
                form.instance.article = article
                form.save()
            return redirect(f"{reverse('comment', args=[slug])}?sent=yes")
        form.add_error(None, "These are many comments in a short time. Wait ten minutes; your text stays in the form.")
        status = 429
    context = {"article": article, "form": form, "sent": request.GET.get("sent") == "yes"}
    return shell.page(request, "reader/comment.html", context, status=status, lasting=False)
