"""Articles and their history in the admin: to look at. They are written through the writers alone."""

from django.contrib import admin

from articles.models import (
    Article,
    Byline,
    Claim,
    Comment,
    Edition,
    Notice,
    Revision,
    Ruling,
    SlugRedirect,
    Step,
    StoredReport,
    Waiver,
)
from references.admin import ReadOnly, Untouchable

ARTICLE = ("article__head__body", "article__head__standfirst")


class BylineInline(Untouchable, admin.TabularInline):
    model = Byline
    fields = ("position", "contributor", "role")
    extra = 0


class SlugRedirectInline(Untouchable, admin.TabularInline):
    model = SlugRedirect
    fields = ("slug",)
    extra = 0


@admin.register(Article)
class ArticleAdmin(ReadOnly):
    list_display = ("__str__", "slug", "state", "public", "owner", "publish_at", "changed")
    list_filter = ("state", "public", "topics")
    list_select_related = ("head", "owner")
    search_fields = ("slug", "head__title")
    heavy = ("head__body", "head__standfirst")
    inlines = (BylineInline, SlugRedirectInline)


@admin.register(Revision)
class RevisionAdmin(ReadOnly):
    list_display = ("article", "number", "kind", "title", "author", "created")
    list_filter = ("kind",)
    list_select_related = ("article__head", "author")
    search_fields = ("title", "article__slug")
    heavy = ("body", "standfirst", *ARTICLE)


@admin.register(Edition)
class EditionAdmin(ReadOnly):
    list_display = ("article", "number", "revision", "content_hash", "published_by", "created")
    list_select_related = ("article__head", "revision", "published_by")
    search_fields = ("article__slug", "content_hash")
    heavy = ("content", "html", "revision__body", "revision__standfirst", *ARTICLE)


@admin.register(Step)
class StepAdmin(ReadOnly):
    list_display = ("article", "number", "name", "from_state", "to_state", "revision", "by", "created")
    list_filter = ("name",)
    list_select_related = ("article__head", "revision", "by")
    search_fields = ("article__slug", "note")
    heavy = ("revision__body", "revision__standfirst", *ARTICLE)


@admin.register(StoredReport)
class StoredReportAdmin(ReadOnly):
    list_display = ("revision", "clean", "engine", "content_hash", "created")
    list_filter = ("clean", "engine")
    search_fields = ("content_hash",)
    list_select_related = ("revision",)
    heavy = ("content", "body", "revision__body", "revision__standfirst")


@admin.register(Notice)
class NoticeAdmin(ReadOnly):
    list_display = ("edition", "kind", "text", "by", "created")
    list_filter = ("kind",)
    list_select_related = ("edition", "by")
    heavy = ("edition__content", "edition__html")


@admin.register(Claim)
class ClaimAdmin(ReadOnly):
    list_display = ("text", "article", "first_seen", "last_seen", "predecessor")
    list_select_related = ("article__head", "first_seen", "last_seen", "predecessor")
    search_fields = ("text", "article__slug")
    heavy = (*ARTICLE, "first_seen__body", "last_seen__body")


@admin.register(Waiver)
class WaiverAdmin(ReadOnly):
    list_display = ("claim", "reason", "asked_by", "granted", "decided_by", "expires")
    list_filter = ("granted", "reason")
    list_select_related = ("claim", "asked_by", "decided_by")


@admin.register(Ruling)
class RulingAdmin(ReadOnly):
    list_display = ("claim", "kind", "by", "created", "revoked_by")
    list_filter = ("kind",)
    list_select_related = ("claim", "by", "revoked_by")


@admin.register(Comment)
class CommentAdmin(ReadOnly):
    list_display = ("name", "article", "state", "created", "decided_by")
    list_filter = ("state",)
    list_select_related = ("article__head", "decided_by")
    search_fields = ("name", "text", "article__slug")
    heavy = ARTICLE
