"""Template tags: icons, and dates as readers like them."""

from datetime import datetime, timedelta
from functools import cache

from django import template
from django.contrib.staticfiles import finders
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.timesince import timesince

register = template.Library()

ICONS = "vendor/lucide/1.62.0"


@register.simple_tag
def icon(name: str) -> SafeString:
    """Return one of the vendored icons as inline SVG, hidden from screen readers: the word stands beside it."""
    return mark_safe(_svg(name))  # noqa: S308 - our own files


@cache
def _svg(name: str) -> str:
    """Return the file of an icon without its comment. Raises LookupError for one that is not vendored."""
    path = finders.find(f"{ICONS}/{name}.svg")
    if path is None:
        raise LookupError(f"There is no icon “{name}” in static/{ICONS}.")
    with open(path, encoding="utf-8") as file:
        svg = file.read()
    svg = " ".join(svg[svg.index("<svg") :].split())
    return svg.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1).replace('class="', 'class="icon ', 1)


@register.simple_tag
def ago(moment: datetime) -> SafeString:
    """Return a moment as "8 min ago" within a week and as a date before, with the full date and time in the title."""
    full = date_format(timezone.localtime(moment), "j F Y, H:i")
    recent = timezone.now() - moment
    since = "just now" if recent < timedelta(minutes=1) else f"{timesince(moment, depth=1)} ago"
    said = since if recent.days < 7 else date_format(timezone.localtime(moment), "j F Y")
    return format_html('<time datetime="{}" title="{}">{}</time>', moment.isoformat(timespec="seconds"), full, said)
