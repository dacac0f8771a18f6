"""Accounts, roles and invitations in the admin."""

from typing import cast

from django import forms
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.db import models
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from articles import inviting, roles
from articles.models import Invitation
from references.admin import ReadOnly

admin.site.unregister(Group)
admin.site.unregister(User)


@admin.register(Group)
class RoleAdmin(ReadOnly):
    """The roles, as articles/roles.py lays them at each migrate."""

    fields = ("name", "permissions")


@admin.register(User)
class PersonAdmin(admin.ModelAdmin):
    """Accounts: their roles, and whether they are open. Each person sets their own password and e-mail."""

    list_display = ("username", "full_name", "email", "in_roles", "is_active", "last_login")
    list_filter = ("groups", "is_active")
    search_fields = ("username", "first_name", "last_name", "email")
    fields = ("username", "first_name", "last_name", "email", "groups", "is_staff", "is_active", "last_login")
    readonly_fields = ("username", "email", "last_login")
    formfield_overrides = {models.ManyToManyField: {"widget": forms.CheckboxSelectMultiple}}
    show_full_result_count = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        return super().get_queryset(request).prefetch_related("groups")

    @admin.display(description="name", ordering="last_name")
    def full_name(self, person: User) -> str:
        return person.get_full_name()

    @admin.display(description="roles")
    def in_roles(self, person: User) -> str:
        return ", ".join(group.name for group in person.groups.all())

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


class InvitationForm(forms.ModelForm):
    """Whom to invite, and as what."""

    class Meta:
        model = Invitation
        fields = ("email", "role")

    def clean(self) -> dict[str, object]:
        said = super().clean() or self.cleaned_data
        if said.get("email") and said.get("role"):
            try:
                inviting.require_invitable(said["email"], said["role"].name)
            except roles.Refused as refusal:
                self.add_error("email", str(refusal))
        return said


@admin.register(Invitation)
class InvitationAdmin(admin.ModelAdmin):
    form = InvitationForm
    list_display = ("email", "role", "invited_by", "created", "standing")
    list_filter = ("role",)
    list_select_related = ("role", "invited_by")
    search_fields = ("email",)
    show_full_result_count = False

    @admin.display(description="standing")
    def standing(self, invitation: Invitation) -> str:
        if invitation.accepted:
            return "accepted"
        return "waits" if invitation.expires > timezone.now() else "no longer holds"

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: Invitation, form: forms.ModelForm, change: bool) -> None:
        address = request.build_absolute_uri(reverse("invitation", args=["TOKEN"]))
        by = cast(User, request.user)
        obj.pk = inviting.invite(obj.email, obj.role.name, by, address).pk
