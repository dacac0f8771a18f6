"""The app that holds articles."""

from django.apps import AppConfig
from django.core.checks import Tags, register
from django.db.models.signals import post_migrate, pre_migrate


class ArticlesConfig(AppConfig):
    """Articles, their editions and the way between them."""

    name = "articles"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Have triggers lifted before each migrate, triggers and roles laid after it, and the triggers checked."""
        from articles import laying  # noqa: PLC0415 - models cannot be imported before the apps are ready

        pre_migrate.connect(laying.before_migrate, sender=self)
        post_migrate.connect(laying.after_migrate, sender=self)
        register(laying.check_triggers, Tags.database)
