"""The one door for pictures: what comes in is read as pixels and written anew, so that nothing else of it stays."""

import uuid
from io import BytesIO

from django.core.files.base import ContentFile
from PIL import Image, ImageOps, UnidentifiedImageError

FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
MOST_BYTES = 10 * 1024 * 1024
MOST_PIXELS = 40_000_000
LONGEST_SIDE = 2_400
TOO_MANY = f"The picture has too many pixels; at most {MOST_PIXELS // 10**6} million are taken."


class ImageRefused(ValueError):
    """The picture is not taken; the message is a sentence that says why."""


def admit(data: bytes, longest: int = LONGEST_SIDE) -> ContentFile:
    """Return the picture as a file of ours, with a name that tells nothing: JPEG, or PNG where it has transparency.

    The first frame alone is kept, turned the right way up, at most `longest` pixels wide or high, without metadata,
    profile or trailing bytes. Raises ImageRefused for what is too large or no picture of FORMATS.
    """
    if len(data) > MOST_BYTES:
        raise ImageRefused(f"The file has {len(data) / 2**20:.0f} MB; at most {MOST_BYTES // 2**20} MB are taken.")
    picture = _pixels(data)
    picture.thumbnail((longest, longest), Image.Resampling.LANCZOS)
    format, suffix = ("PNG", "png") if picture.mode == "RGBA" else ("JPEG", "jpg")
    written = BytesIO()
    picture.save(written, format, quality=88, optimize=True)
    return ContentFile(written.getvalue(), f"{uuid.uuid4().hex}.{suffix}")


def _pixels(data: bytes) -> Image.Image:
    """Return the first frame as a new picture that has nothing but its pixels."""
    try:
        with Image.open(BytesIO(data), formats=FORMATS) as opened:
            width, height = opened.size
            if width * height <= MOST_PIXELS:
                return _bare(ImageOps.exif_transpose(opened))
    except UnidentifiedImageError as fault:
        raise ImageRefused(f"The file is no picture of a kind that is taken: {', '.join(FORMATS)}.") from fault
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as fault:
        raise ImageRefused(TOO_MANY) from fault
    except (OSError, SyntaxError, ValueError) as fault:
        raise ImageRefused("The picture is broken or cut off. Save it again and send that.") from fault
    raise ImageRefused(TOO_MANY)


def _bare(picture: Image.Image) -> Image.Image:
    mode = "RGBA" if picture.has_transparency_data else "RGB"
    bare = Image.new(mode, picture.size)
    bare.paste(picture.convert(mode))
    return bare
