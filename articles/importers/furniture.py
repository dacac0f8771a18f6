"""Page furniture: what a web page says around an article, pasted along with it."""

import re

from articles.importers.draft import Draft
from references.formats.raw.dates import DATE

_NETWORKS = (
    r"(?:facebook|twitter|linkedin|pinterest|whatsapp|telegram|reddit|instagram|bluesky|mastodon|e-?mail|copy link)"
)
_DATED = rf"(?: on| at| am)?:? (?:\w+,? )?{DATE}(?:,? (?:at |um )?\d{{1,2}}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: \w{{2,4}})?)?"
# Whole lines only: a sentence that merely contains such words is text.
_PHRASES = re.compile(
    r"leave a (?:comment|reply)|(?:post|add|write) a comment|(?:no |\d+ )?comments?(?: \(\d+\))?|comments are closed"
    r"|share(?: this)?(?: (?:article|post|story|page))?|share (?:on|via) \w+|tweet(?: this)?|pin it"
    rf"|{_NETWORKS}(?:[\s,|/·•]+(?:{_NETWORKS}|print|share|x))*"
    r"|print(?: this)?(?: (?:article|page))?|e-?mail this"
    r"|(?:subscribe|sign up)(?: (?:to|for) (?:our|the) (?:\w+ )?newsletter)?|follow us(?: on \w+)?"
    r"|.{1,60} (?:in|to) your inbox"
    r"|read (?:more|next|also)(?:: .{1,100})?|continue reading|back to top"
    r"|skip to (?:main )?content|click here(?: to .{1,40})?"
    r"|advertisement|sponsored(?: (?:content|post)| by .{1,40})?|for immediate release|press release"
    r"|menu|search|toggle navigation|log ?in|sign in|accept (?:all|cookies|all cookies)|reject all"
    r"|we value your privacy"
    r"|(?:cookie|privacy) (?:settings|policy|preferences)|manage (?:cookies|preferences)"
    r"|(?:was|did you find) this (?:(?:article|page|information) )?helpful\?(?: yes,? no)?|sent from my \w+"
    r"|(?:previous|next) (?:post|article)|(?:copyright|©).{0,80}|all rights reserved"
    r"|\d+ min(?:ute)?s? read|reading time:? \d+ min(?:ute)?s?"
    rf"|(?:page |article |content |medically |first |last |next )*"
    rf"(?:updated|published|posted|modified|reviewed|review due){_DATED}"
    rf"|(?:zuletzt )?(?:aktualisiert|veröffentlicht|geändert){_DATED}"
    r"|teilen|drucken|nach oben|weiterlesen|anzeige|zum inhalt springen|(?:einen )?kommentar (?:schreiben|hinterlassen)"
    r"|partager|laisser un commentaire|publicité",
    re.IGNORECASE,
)
# Such a line heads titles of other articles.
_OTHER_ARTICLES = re.compile(
    r"(?:related|recommended|more|popular|recent) (?:posts?|articles?|stories|reading)"
    r"|you (?:may|might) also like|most read|das könnte (?:sie|dich) auch interessieren",
    re.IGNORECASE,
)
# A notice speaks of cookies and of what it asks for; a recipe speaks of cookies alone.
_COOKIES = re.compile(r"\bcookies\b", re.IGNORECASE)
_CONSENT = re.compile(
    r"\b(?:consent|privacy|accept all|reject all|partners|your (?:browsing )?experience|this (?:web)?site)\b",
    re.IGNORECASE,
)
# The head of a mail, as mail programs write it above a text.
_MAIL = re.compile(r"(?:from|to|cc|date|sent|subject|reply-to|von|an|datum|gesendet|betreff): .{1,100}", re.IGNORECASE)
_LEAST_MAIL = 2
_LONGEST, _LONGEST_NOTICE = 120, 500
_WHY = "It belongs to the web page, not to the article; it was dropped."
_WHY_MAIL = "It is the head of a mail, not of the article; it was dropped."


def is_furniture(text: str) -> bool:
    """Whether a line, as a whole, is furniture."""
    line = text.strip().rstrip(" .:!»›>→…")
    short = len(line) <= _LONGEST and bool(_PHRASES.fullmatch(line) or _OTHER_ARTICLES.fullmatch(line))
    return short or (len(line) <= _LONGEST_NOTICE and bool(_COOKIES.search(line) and _CONSENT.search(line)))


def is_mail_head(text: str) -> bool:
    """Whether a line, as a whole, could be one of the head of a mail."""
    return bool(_MAIL.fullmatch(text))


def drop(draft: Draft) -> None:
    """Drop a mail's head, furniture and, under a heading like "Related posts", the titles that follow it. Each is a
    loss.
    """
    _drop_mail_head(draft)
    in_titles = False
    for piece in draft.pieces():
        title = len(piece.text) <= _LONGEST and piece.text[-1] not in ".:;,"
        if is_furniture(piece.text):
            in_titles = bool(_OTHER_ARTICLES.fullmatch(piece.text.rstrip(" .:!")))
            draft.lose(piece, _WHY)
        elif in_titles and title:
            draft.lose(piece, _WHY)
        else:
            in_titles = False


def _drop_mail_head(draft: Draft) -> None:
    """Drop the lines of a mail's head that open the text, if they are several: one alone may be anything."""
    head = []
    for piece in draft.pieces():
        if not is_mail_head(piece.text):
            break
        head.append(piece)
    for piece in head if len(head) >= _LEAST_MAIL else ():
        draft.lose(piece, _WHY_MAIL)
