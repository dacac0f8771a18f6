"""The library's forms."""

from references.forms.facets import FacetsForm
from references.forms.source import PastedForm, SourceForm, kind_name

__all__ = ["FacetsForm", "PastedForm", "SourceForm", "kind_name"]
