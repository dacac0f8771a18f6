"""Portraits, drawn: nobody's photograph, and nothing to keep in the repository."""

from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageDraw

SIDE = 480
# Drawn larger and scaled down: that is what smooths the edges.
_SCALE = 3


@dataclass(frozen=True, slots=True)
class Look:
    """The colours of a portrait, and whether the hair is long and there are glasses."""

    ground: str
    skin: str
    hair: str
    coat: str
    long_hair: bool = False
    glasses: bool = False


def drawn(look: Look) -> bytes:
    """Return a portrait as PNG."""
    image = Image.new("RGB", (SIDE * _SCALE, SIDE * _SCALE), look.ground)
    pen = ImageDraw.Draw(image)
    pen.ellipse(_box(240, 40, 400, 400), fill=_lighter(look.ground))
    if look.long_hair:
        pen.rounded_rectangle(_box(240, 250, 226, 300), radius=110 * _SCALE, fill=look.hair)
    pen.ellipse(_box(240, 520, 400, 330), fill=look.coat)
    pen.rounded_rectangle(_box(240, 335, 78, 120), radius=36 * _SCALE, fill=_darker(look.skin))
    pen.polygon([_at(196, 366), _at(284, 366), _at(240, 430)], fill=_lighter(look.coat))
    pen.ellipse(_box(240, 230, 172, 214), fill=look.skin)
    pen.pieslice(_box(240, 205, 196, 196), 180, 360, fill=look.hair)
    pen.ellipse(_box(204, 190, 100, 70), fill=look.hair)
    _face(pen, look)
    # Closer: portraits are shown small.
    small = image.resize((SIDE, SIDE), Image.Resampling.LANCZOS, _box(240, 250, 350, 350))
    small.save(file := BytesIO(), "PNG")
    return file.getvalue()


def _face(pen: ImageDraw.ImageDraw, look: Look) -> None:
    ink = "#2a2422"
    for x in (206, 274):
        pen.ellipse(_box(x, 242, 13, 15), fill=ink)
        if look.glasses:
            pen.ellipse(_box(x, 242, 54, 50), outline=ink, width=5 * _SCALE)
    if look.glasses:
        pen.line([_at(232, 240), _at(248, 240)], fill=ink, width=5 * _SCALE)
    pen.line([_at(240, 252), _at(236, 274), _at(246, 276)], fill=_darker(look.skin), width=5 * _SCALE, joint="curve")
    pen.arc(_box(240, 288, 62, 34), 20, 160, fill=ink, width=5 * _SCALE)


def _at(x: float, y: float) -> tuple[float, float]:
    return x * _SCALE, y * _SCALE


def _box(x: float, y: float, width: float, height: float) -> tuple[float, float, float, float]:
    """Return the corners of a box around a centre."""
    return (*_at(x - width / 2, y - height / 2), *_at(x + width / 2, y + height / 2))


def _lighter(colour: str) -> tuple[int, ...]:
    return _blended(colour, "#ffffff")


def _darker(colour: str) -> tuple[int, ...]:
    return _blended(colour, "#3a2a20")


def _blended(colour: str, other: str, part: float = 0.18) -> tuple[int, ...]:
    pairs = ((int(colour[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return tuple(round(mine + (theirs - mine) * part) for mine, theirs in pairs)
