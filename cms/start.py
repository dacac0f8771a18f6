"""What must hold before Stet serves anybody: asked by wsgi, asgi and runserver, never when settings are imported."""

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

SHORTEST_KEY = 50
FEWEST_DIFFERENT_CHARACTERS = 5
PLACEHOLDERS = (
    "insecure",
    "changeme",
    "change-me",
    "change_me",
    "placeholder",
    "secret-key",
    "secret_key",
    "your-secret",
)


def refuse_unsafe_start() -> None:
    """Raise ImproperlyConfigured, saying what to set, where DEBUG is off and the settings would leave the site open."""
    if settings.DEBUG:
        return
    if fault := fault_of_key(secret_key()):
        raise ImproperlyConfigured(
            f"SECRET_KEY {fault}. Set it in the environment to {SHORTEST_KEY} or more random characters, "
            "or set DEBUG=on for development."
        )
    if not settings.ALLOWED_HOSTS:
        raise ImproperlyConfigured(
            "ALLOWED_HOSTS is empty. Set it in the environment to the site's host names, parted by commas, "
            "or set DEBUG=on for development."
        )
    if "*" in settings.ALLOWED_HOSTS:
        raise ImproperlyConfigured(
            'ALLOWED_HOSTS contains "*", which lets any host name through. Name the site\'s host names instead.'
        )


def secret_key() -> str:
    """The key, or "" where there is none: Django raises for that, in words that do not say what to do."""
    try:
        return settings.SECRET_KEY
    except ImproperlyConfigured:
        return ""


def fault_of_key(key: str) -> str:
    """What is wrong with a secret key, as the rest of a sentence that begins with its name; "" for a good one."""
    if not key:
        return "is not set"
    if any(placeholder in key.lower() for placeholder in PLACEHOLDERS):
        return "is a placeholder"
    if len(key) < SHORTEST_KEY:
        return f"is too short ({len(key)} characters)"
    if len(set(key)) < FEWEST_DIFFERENT_CHARACTERS:
        return "repeats a few characters"
    return ""
