"""Checking any text: what citecheck does, over HTTP. Nothing of the text is kept."""

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Query, Router
from ninja.errors import HttpError

from articles.api import schemas
from articles.api.limits import PerAddress
from articles.checks import Coverage, Policy, review
from articles.importers import Unreadable, read
from articles.management.citecheck.checked import Checked
from articles.management.citecheck.record import record
from articles.text.claims import Sensitivity
from articles.text.sanitize import TextTooLarge

router = Router(tags=["Check"])

MOST_BYTES = 256 * 1024
_NAMES = {"text/plain": "text.txt", "text/markdown": "text.md", "text/html": "text.html"}
_BODY = {
    "requestBody": {
        "required": True,
        "content": {kind: {"schema": {"type": "string"}} for kind in _NAMES},
    }
}


@router.post(
    "/check",
    response={200: schemas.Checked} | dict.fromkeys((413, 415, 422, 429), schemas.Problem),
    url_name="check",
    summary="Check a text",
    throttle=[PerAddress("check", "20/m")],
    openapi_extra=_BODY,
)
def check(
    request: HttpRequest,
    sensitivity: Annotated[Sensitivity, Query(description="How readily a source is asked for.")] = Sensitivity.STANDARD,
    coverage: Annotated[Coverage, Query(description="How far a citation at a paragraph’s end reaches.")] = (
        Coverage.SENTENCE
    ),
) -> dict[str, Any]:
    """Send a text as the body, up to 256 KB; its content type says what it is. The answer is what citecheck prints."""
    name = _NAMES.get(request.content_type or "")
    if name is None:
        raise HttpError(415, f"Say what the text is in Content-Type: {', '.join(_NAMES)}.")
    if int(request.headers.get("Content-Length") or 0) > MOST_BYTES or len(request.body) > MOST_BYTES:
        raise HttpError(413, f"The text is larger than {MOST_BYTES // 1024} KB. Send its parts.")
    try:
        imported = read(request.body, name)
        report = review(imported.manuscript, Policy(sensitivity, coverage))
    except (Unreadable, TextTooLarge) as refusal:
        raise HttpError(422, str(refusal)) from refusal
    return record(Checked(name, imported, report))
