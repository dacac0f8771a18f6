"""The app that holds articles."""

from django.apps import AppConfig


class ArticlesConfig(AppConfig):
    """Articles, their editions and the way between them."""

    name = "articles"
    default_auto_field = "django.db.models.BigAutoField"
