"""Exporters: an edition as a file of another format."""

from articles.exporters.published import Credit, Notice, Published
from articles.exporters.registry import Exporter, exporters

__all__ = ["Credit", "Exporter", "Notice", "Published", "exporters"]
