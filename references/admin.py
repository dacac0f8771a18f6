"""The library in the admin: to look at. It is written through references/library.py."""

from django.contrib import admin
from django.db.models import Model, QuerySet
from django.http import HttpRequest

from references.models import Bibliography, Reference, Source


class Untouchable:
    """Lets nobody add, change or delete, superusers included."""

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


class ReadOnly(Untouchable, admin.ModelAdmin):
    """Shows each field and changes none. `heavy` names the columns that a list does without: whole texts."""

    heavy: tuple[str, ...] = ()
    list_per_page = 50
    show_full_result_count = False

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Whoever was given the right to view: one to change rows at the desk opens nothing here."""
        return request.user.has_perm(f"{self.opts.app_label}.view_{self.opts.model_name}")

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).defer(*self.heavy)


@admin.register(Source)
class SourceAdmin(ReadOnly):
    list_display = ("key", "title", "year", "doi", "merged_into", "version")
    list_filter = (("merged_into", admin.EmptyFieldListFilter),)
    list_select_related = ("merged_into",)
    search_fields = ("key", "title", "doi", "pmid", "isbn")
    heavy = ("data", "merged_into__data")


class ReferenceInline(Untouchable, admin.TabularInline):
    model = Reference
    fields = ("position", "original_label", "keys")
    readonly_fields = ("keys",)
    extra = 0

    def get_queryset(self, request: HttpRequest) -> QuerySet[Reference]:
        return super().get_queryset(request).prefetch_related("entries__source")

    @admin.display(description="sources")
    def keys(self, reference: Reference) -> str:
        return ", ".join(entry.source.key for entry in reference.entries.all())


@admin.register(Bibliography)
class BibliographyAdmin(ReadOnly):
    list_display = ("__str__", "numbering")
    inlines = (ReferenceInline,)
