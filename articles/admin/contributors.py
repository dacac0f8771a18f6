"""Contributors in the admin: who they are, their photo, bio and disclosure, and what is missing."""

from ckeditor.widgets import CKEditorWidget
from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminFileWidget
from django.core.files.uploadedfile import UploadedFile
from django.db.models import Count, Model, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.decorators import method_decorator
from django.utils.html import format_html

from articles import images
from articles.editor import editor_page
from articles.models import Contributor
from articles.text.sanitize import TextTooLarge, clean

LARGEST_PHOTO = 800  # pixels; a face in a box
MISSING = ("photo", "bio", "disclosure")


class ContributorForm(forms.ModelForm):
    """A contributor. The photo goes through the one door for pictures, the bio through the one for markup."""

    # Not an ImageField: its own check would open the file before ours has looked at it.
    photo = forms.FileField(
        required=False,
        widget=AdminFileWidget,
        help_text="JPEG, PNG, WebP or GIF, up to 10 MB. Shown as a square, cut from the middle.",
    )

    class Meta:
        model = Contributor
        fields = (
            "name", "slug", "kind", "photo", "photo_alt", "photo_credit", "credentials", "affiliation", "bio",
            "disclosure", "orcid", "user", "active",
        )  # fmt: skip
        widgets = {"bio": CKEditorWidget(config_name="bio")}
        help_texts = {
            "photo_alt": "What the photo shows, for who does not see it: “Ada Ng at her desk”.",
            "orcid": "Such as 0000-0002-1825-0097.",
        }

    def clean_bio(self) -> str:
        try:
            return clean(self.cleaned_data["bio"])
        except TextTooLarge as fault:
            raise forms.ValidationError(str(fault)) from fault

    def clean_photo(self) -> object:
        photo = self.cleaned_data["photo"]
        if not isinstance(photo, UploadedFile):
            return photo
        try:
            return images.admit(photo.read(images.MOST_BYTES + 1), LARGEST_PHOTO)
        except images.ImageRefused as fault:
            raise forms.ValidationError(str(fault)) from fault

    def clean(self) -> dict[str, object]:
        said = super().clean() or self.cleaned_data
        if said.get("photo") and not said.get("photo_alt"):
            self.add_error("photo_alt", "Say in words what the photo shows.")
        return said


class MissingFilter(admin.SimpleListFilter):
    """Contributors in whose box readers would find a gap."""

    title = "what is missing"
    parameter_name = "missing"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        return [("any", "anything"), *((each, each) for each in MISSING)]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Contributor]) -> QuerySet[Contributor]:
        wanted = MISSING if self.value() == "any" else [each for each in MISSING if each == self.value()]
        gaps = Q()
        for field in wanted:
            gaps |= Q(**{field: ""})
        return queryset.filter(gaps)


@admin.register(Contributor)
class ContributorAdmin(admin.ModelAdmin):
    form = ContributorForm
    list_display = ("portrait", "name", "kind", "articles_signed", "missing", "active")
    list_display_links = ("name",)
    list_filter = (MissingFilter, "bylines__role", ("orcid", admin.EmptyFieldListFilter), "kind", "active")
    search_fields = ("name", "slug", "affiliation")
    prepopulated_fields = {"slug": ("name",)}
    readonly_fields = ("portrait",)
    actions = ("deactivate", "activate")
    show_full_result_count = False
    fieldsets = (
        ("Identity", {"fields": ("name", "slug", "kind", "credentials", "affiliation")}),
        ("Photo", {"fields": ("portrait", "photo", "photo_alt", "photo_credit")}),
        ("Bio and disclosure", {"fields": ("bio", "disclosure")}),
        ("Links", {"fields": ("orcid", "user", "active")}),
    )

    @method_decorator(editor_page)
    def changeform_view(self, *args: object, **kwargs: object) -> HttpResponse:
        return super().changeform_view(*args, **kwargs)  # type: ignore[arg-type]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Contributor]:
        return super().get_queryset(request).annotate(signed=Count("bylines__article", distinct=True))

    @admin.display(description="portrait")
    def portrait(self, contributor: Contributor) -> str:
        if not contributor.photo:
            return "none yet"
        return format_html('<img class="portrait" src="{}" alt="">', contributor.photo.url)

    @admin.display(description="articles", ordering="signed")
    def articles_signed(self, contributor: Contributor) -> int:
        return contributor.signed  # type: ignore[attr-defined]

    @admin.display(description="what is missing")
    def missing(self, contributor: Contributor) -> str:
        return ", ".join(field for field in MISSING if not getattr(contributor, field)) or "nothing"

    @admin.action(description="Deactivate: no longer offered for bylines", permissions=["change"])
    def deactivate(self, request: HttpRequest, queryset: QuerySet[Contributor]) -> None:
        self._set_active(request, queryset, False)

    @admin.action(description="Activate", permissions=["change"])
    def activate(self, request: HttpRequest, queryset: QuerySet[Contributor]) -> None:
        self._set_active(request, queryset, True)

    def _set_active(self, request: HttpRequest, queryset: QuerySet[Contributor], active: bool) -> None:
        for contributor in queryset.exclude(active=active):
            Contributor.objects.filter(pk=contributor.pk).update(active=active)
            self.log_change(request, contributor, "Activated." if active else "Deactivated.")
        self.message_user(request, "Activated." if active else "Deactivated. What they signed stays as it is.")

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False
