"""A file carried from the page that shows what was read of it to the one that writes it, by the form itself."""

import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode

from django.contrib.auth.models import AbstractBaseUser
from django.core.signing import BadSignature, TimestampSigner

from articles.roles import Refused

_LONGEST = 24 * 60 * 60  # seconds from the first page to the second


def packed(data: bytes, name: str, person: AbstractBaseUser) -> str:
    """Return a file and its name as text that only this person can hand back, and nobody can change."""
    body = urlsafe_b64encode(zlib.compress(data)).decode()
    return _signer(person).sign(f"{urlsafe_b64encode(name.encode()).decode()}.{body}")


def unpacked(text: str, person: AbstractBaseUser) -> tuple[bytes, str]:
    """Return the file and its name. Raises Refused where it was changed, is too old or was another person's."""
    try:
        name, _, body = _signer(person).unsign(text, max_age=_LONGEST).partition(".")
    except BadSignature as error:
        raise Refused("This page is too old, or not the one that you were shown. Give the file once more.") from error
    return zlib.decompress(urlsafe_b64decode(body)), urlsafe_b64decode(name).decode()


def _signer(person: AbstractBaseUser) -> TimestampSigner:
    return TimestampSigner(salt=f"articles.desk.carrying.{person.pk}")
