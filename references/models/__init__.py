"""What the library and the bibliographies are kept in."""

from references.models.bibliography import Bibliography, Numbering, Reference, ReferenceSource
from references.models.source import Source, folded, title_stem

__all__ = ["Bibliography", "Numbering", "Reference", "ReferenceSource", "Source", "folded", "title_stem"]
