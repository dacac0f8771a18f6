"""The app that holds sources and bibliographies."""

from django.apps import AppConfig


class ReferencesConfig(AppConfig):
    """The library of sources and the numbered references made of them."""

    name = "references"
    default_auto_field = "django.db.models.BigAutoField"
