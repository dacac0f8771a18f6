"""The rich text editor of an article's body: what may stand in it, its plugins and its style sheets."""

from ckeditor.widgets import CKEditorWidget
from django.templatetags.static import static

from articles.text.sanitize import ATTRIBUTES, CALLOUTS, TAGS

_VENDORED = "vendor/ckeditor4-plugins/4.22.1"
# django-ckeditor's bundle lacks all but our own.
_PLUGINS = {
    "textwatcher": f"{_VENDORED}/textwatcher/",
    "textmatch": f"{_VENDORED}/textmatch/",
    "autocomplete": f"{_VENDORED}/autocomplete/",
    "citation": "citation/",
}
_STYLES = ("css/tokens.css", "citation/contents.css")
_CLASSES = {"aside": sorted(CALLOUTS), "cite": ["cit"]}


def allowed_content() -> dict[str, dict[str, str]]:
    """Return what stored markup may hold, as CKEditor's filter takes it: what it does not name, the editor drops."""
    everywhere = ATTRIBUTES["*"]
    return {
        tag: {
            "attributes": ",".join(sorted((everywhere | ATTRIBUTES.get(tag, set())) - {"class"})),
            "classes": ",".join(_CLASSES.get(tag, [])),
        }
        for tag in sorted(TAGS)
    }


class BodyWidget(CKEditorWidget):
    """The editor with the citation plugin; without JavaScript a plain text area with the stored markup."""

    def __init__(self) -> None:
        super().__init__(
            config_name="desk",
            extra_plugins=list(_PLUGINS),
            external_plugin_resources=[(name, static(path), "plugin.js") for name, path in _PLUGINS.items()],
            attrs={"rows": 24},
        )
        self.config |= {"allowedContent": allowed_content(), "contentsCss": [static(path) for path in _STYLES]}
