"""The importers: one file each in `articles/importers/kinds/`, found there and nowhere else, chosen by a file name's
ending.
"""

import pkgutil
from collections.abc import Callable
from functools import cache
from importlib import import_module
from pathlib import PurePosixPath

from articles.importers import kinds as package
from articles.importers.imported import Imported

Importer = Callable[[bytes], Imported]

_REGISTERED: dict[str, Importer] = {}


def importer(*endings: str) -> Callable[[Importer], Importer]:
    """Register a function as the importer for files with these endings (".md"; "" for a name without one).

    Raises ValueError when an ending is taken.
    """

    def register(read: Importer) -> Importer:
        taken = _REGISTERED.keys() & set(endings)
        if taken:
            raise ValueError(f"Two importers read {', '.join(sorted(taken))}.")
        _REGISTERED.update(dict.fromkeys(endings, read))
        return read

    return register


def for_name(name: str) -> Importer:
    """Return the importer for a file of this name. What has no importer of its own is tried as plain text."""
    importers = _importers()
    return importers.get(PurePosixPath(name).suffix.lower(), importers[""])


@cache
def _importers() -> dict[str, Importer]:
    """Return the importers by ending; the first call imports them."""
    for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
        import_module(module.name)
    return dict(_REGISTERED)
