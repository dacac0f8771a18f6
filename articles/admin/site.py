"""The site's policy and identity in the admin: one row each."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest

from articles.models import SiteIdentity, SitePolicy


class OneRow(admin.ModelAdmin):
    """The one row of a table: made once, never deleted."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return super().has_add_permission(request) and not self.model.objects.exists()

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: Any, form: forms.ModelForm, change: bool) -> None:
        obj.pk = 1
        obj.save()


@admin.register(SitePolicy)
class SitePolicyAdmin(OneRow):
    list_display = ("__str__", "sensitivity", "coverage", "numbering")


@admin.register(SiteIdentity)
class SiteIdentityAdmin(OneRow):
    list_display = ("name", "tagline", "contact")

    def save_model(self, request: HttpRequest, obj: SiteIdentity, form: forms.ModelForm, change: bool) -> None:
        super().save_model(request, obj, form, change)
        SiteIdentity.forget()
