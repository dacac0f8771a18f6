"""The exporters: one file each in `articles/exporters/kinds/`, found there and nowhere else, known by a file name's
ending.
"""

import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from types import MappingProxyType

from articles.exporters import kinds as package
from articles.exporters.published import Published


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format: its name for people, the ending of its files without a stop, their media type, and what writes one."""

    name: str
    ending: str
    content_type: str
    write: Callable[[Published], bytes]


_REGISTERED: dict[str, Exporter] = {}


def exporter(
    name: str, ending: str, content_type: str
) -> Callable[[Callable[[Published], bytes]], Callable[[Published], bytes]]:
    """Register a function as what writes files with this ending. Raises ValueError when the ending is taken."""

    def register(write: Callable[[Published], bytes]) -> Callable[[Published], bytes]:
        if ending in _REGISTERED:
            raise ValueError(f"Two exporters write .{ending}.")
        _REGISTERED[ending] = Exporter(name, ending, content_type, write)
        return write

    return register


@cache
def exporters() -> Mapping[str, Exporter]:
    """Return the exporters by their endings; the first call imports them."""
    for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
        import_module(module.name)
    return MappingProxyType(dict(sorted(_REGISTERED.items())))
