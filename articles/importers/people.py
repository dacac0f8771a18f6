"""People: who is credited with a text, what is said of them, and what they disclose."""

import re
from dataclasses import replace

from articles.importers import bibliography
from articles.importers.credit_lines import LONGEST, people_in, says_more
from articles.importers.draft import Draft, Piece
from articles.importers.names import credited, introduced, mentions
from articles.manuscript import Person

_DISCLOSURE = re.compile(
    r"(?:disclosures?|(?:conflicts?|declarations?) of interests?|competing interests?|interessenkonflikte?)"
    r"(?: statement)?(?:\s?:\s?|$)",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"about (?:the )?(?:authors?|contributors?|writers?)|über (?:die autorin|den autor)", re.IGNORECASE)
_ABOUT_NAME = re.compile(r"(?:about|über) (.+)", re.IGNORECASE)
# What a paragraph of a biography speaks of that says who pays whom: a disclosure that nobody called one.
_INTERESTS = re.compile(
    r"\b(?:conflicts? of interests?|competing interests?|(?:nothing|no interests?) to (?:disclose|declare)"
    r"|financial (?:interest|tie|relationship)s?|(?:do|does|did) not (?:employ|pay|sponsor|work (?:with|for))"
    r"|advertis(?:es?|ed|ing|ements?) (?:in|with|on)"
    r"|(?:accepts?|accepted|receives?|received) (?:fees?|payments?|honorari\w+)"
    r"|(?:holds?|owns?) (?:shares|stock)|interessenkonflikte?)\b",
    re.IGNORECASE,
)
_POST = re.compile(
    r"\b(?:director|editor|professor|lecturer|officer|head|chair(?:man|woman)?|fellow|reporter|correspondent|manager|consultant"
    r"|founder|president|chemist|engineer|physician|surgeon|nurse|scientist|researcher|trainer|columnist|critic|writer)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\b(?:he|she|they|him|her|his|hers|their|them|er|sie)\b", re.IGNORECASE)
# A stop in the text, perhaps with a marker at it; "Dr. med." and "St. Ives" do not look so.
_SENTENCE_END = re.compile(r"[a-zß-ÿ]{4,}[.!?][\d*,\[\]¹²³–-]*(?:\s|$)")
_CLASSES = {
    "credit": {"byline", "credit", "author", "contributor", "post-author", "entry-author"},
    "bio": {"bio", "author-bio", "about-author", "author-box", "biography"},
    "disclosure": {"disclosure", "disclosures", "conflict-of-interest", "competing-interests"},
}
# A byline ("By Jane Doe") stands at the top; further down the same words may be anything.
_NEAR_TOP = 4
_MOST_POSTS, _LONGEST_POST = 4, 100


def opens_disclosure(text: str) -> bool:
    """Whether a text is a disclosure, or the heading of one."""
    return bool(_DISCLOSURE.match(text))


def read(draft: Draft) -> None:
    """Take credits, posts, biographies and disclosures out of the text and make people of them."""
    reader = _Reader(draft)
    reader.credits()
    reader.biographies()
    reader.disclosures()


def _says(piece: Piece, what: str) -> bool:
    """Whether the piece, or an element right around it, says by its class that it is a credit, bio or disclosure."""
    holder = piece.node.parent
    return any(
        _CLASSES[what] & set((node.attributes.get("class") or "").lower().split())
        for node in (piece.node, holder)
        if node is not None
    )


class _Reader:
    """Reads one draft's people; each pass takes out what it has understood."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        # Lines credited in a row share the biographies that follow.
        self.people = draft.people

    def credits(self) -> None:
        """Read the credits, each with the posts and the biography that follow it."""
        pieces = self.draft.pieces()
        body = [piece for piece in pieces if piece.name != "h1"]
        near_top = {piece.node.mem_id for piece in body[:_NEAR_TOP]}
        at = 0
        while at < len(pieces):
            piece = pieces[at]
            at += 1
            by_class = _says(piece, "credit")
            found = people_in(piece.text, near_top=by_class or piece.node.mem_id in near_top)
            if not found and by_class and len(piece.text) <= LONGEST:
                found = credited(piece.text, "author")
            if found:
                self.draft.take(piece)
                if says_more(piece.text):
                    self.draft.guess(piece, "It credits people; what else it says of the page was dropped.")
                self.add(found)
                at = self.after_credit(pieces, at)

    def add(self, found: list[Person]) -> None:
        known = {person.name for person in self.people}
        self.people += [person for person in found if person.name not in known]

    def after_credit(self, pieces: list[Piece], at: int) -> int:
        """Read posts and biography from `at` on; return where the text goes on."""
        posts = at
        while posts < len(pieces) and posts - at < _MOST_POSTS and _is_short(pieces[posts]):
            posts += 1
        if posts < len(pieces) and self.opens_bio(pieces[posts]):
            end = posts
        else:
            end = at
            while end < posts and not pieces[end].is_heading and _POST.search(pieces[end].text):
                end += 1
        for piece in pieces[at:end]:
            self.draft.take(piece)
            self.tell(self.people[-1], affiliation=piece.text)
        if end < len(pieces) and self.opens_bio(pieces[end]):
            return self.bio(pieces, end)
        return end

    def opens_bio(self, piece: Piece) -> bool:
        return _is_prose(piece) and mentions(self.people[-1], piece.text.split(" ", 3)[:3])

    def bio(self, pieces: list[Piece], at: int) -> int:
        """Read a biography's paragraphs from `at` on: they go on as long as they speak of her or him."""
        person, first = self.people[-1], at
        while at < len(pieces) and _is_prose(pieces[at]) and not opens_disclosure(pieces[at].text):
            if not _speaks_of(person, pieces[at]):
                break
            person = self.take_bio(person, pieces[at], disclosure=at > first)
            at += 1
        return at

    def take_bio(self, person: Person, piece: Piece, disclosure: bool) -> Person:
        """Take a paragraph for a biography or, where it may be one and says who pays whom, for a disclosure."""
        discloses = disclosure and bool(_INTERESTS.search(piece.text))
        self.draft.take(piece)
        self.draft.guess(
            piece, f"It was taken for {'a disclosure' if discloses else 'the biography'} of {person.name}."
        )
        return self.tell(person, **{"disclosure" if discloses else "bio": piece.text})

    def biographies(self) -> None:
        """Read what says by its class or heading that it is a biography, or opens with a name at the end of the
        text.
        """
        pieces = self.draft.pieces()
        at = 0
        while at < len(pieces):
            at += 1
            if self.heads_bio(pieces[at - 1]):
                at = self.headed_bio(pieces, at)
            elif _says(pieces[at - 1], "bio"):
                self.give_bio(pieces[at - 1])
        self.last_words()

    def heads_bio(self, piece: Piece) -> bool:
        """Whether a piece is a heading like "About the author", or "About" with the name of somebody credited."""
        text = piece.text.rstrip(" .:")
        named = _ABOUT_NAME.fullmatch(text)
        return bool(_ABOUT.fullmatch(text) or (named and any(person.name == named[1] for person in self.people)))

    def headed_bio(self, pieces: list[Piece], at: int) -> int:
        """Read the biography that a heading before `at` announces, and take the heading; return where the text goes
        on. What follows the first paragraph belongs to it as long as it speaks of her or him.
        """
        first = at
        while at < len(pieces) and _is_prose(pieces[at]) and not opens_disclosure(pieces[at].text):
            person = self.spoken_of(pieces[at])
            if person is None or (at > first and not _speaks_of(person, pieces[at])):
                break
            self.take_bio(person, pieces[at], disclosure=at > first)
            at += 1
        if at > first:
            self.draft.take(pieces[first - 1])
        return at

    def spoken_of(self, piece: Piece) -> Person | None:
        """Return whom a biography under a heading speaks of: somebody credited, else whom it introduces by name."""
        new = introduced(piece.text)
        if new and not any(mentions(person, new.name.split()) for person in self.people):
            self.add([new])
            return new
        return self.named_in(piece)

    def last_words(self) -> None:
        """Read as a biography a last paragraph, or the last before the references, that opens with the whole name of
        somebody credited.
        """
        rest = [piece for piece in self.draft.pieces() if not opens_disclosure(piece.text)]
        ends = [at for at, piece in enumerate(rest) if at and bibliography.is_heading(piece.text)]
        for at in {len(rest), *ends} if len(rest) > 1 else ():
            last = rest[at - 1]
            if _is_prose(last) and any(last.text.startswith(person.name) for person in self.people):
                self.give_bio(last)
                self.draft.guess(last, "It was taken for a biography.")

    def give_bio(self, piece: Piece) -> None:
        """Give a biography to whom it names, else to the only person there is; else it stays in the text."""
        person = self.named_in(piece)
        if person:
            self.draft.take(piece)
            self.tell(person, bio=piece.text)

    def disclosures(self) -> None:
        """Read the disclosures: paragraphs that open with the word or stand under it as a heading, or say so by
        class.
        """
        heading: Piece | None = None
        for piece in self.draft.pieces():
            match = _DISCLOSURE.match(piece.text)
            text = piece.text[match.end() :] if match else piece.text
            person = self.named_in(piece)
            if match and not text:
                heading = piece
            elif person and (match or heading or _says(piece, "disclosure")):
                for taken in filter(None, (heading, piece)):
                    self.draft.take(taken)
                self.tell(person, disclosure=text)
                heading = None
            else:
                heading = None

    def named_in(self, piece: Piece) -> Person | None:
        """Return the person whom a piece names, else the first person credited, if there is any."""
        words = piece.text.split()
        return next((person for person in self.people if mentions(person, words)), next(iter(self.people), None))

    def tell(self, person: Person, **said: str) -> Person:
        """Add to what is known of a person, and return the person as it now stands."""
        joined = {
            what: ("; " if what == "affiliation" else "\n\n").join(filter(None, (getattr(person, what), text)))
            for what, text in said.items()
        }
        told = replace(person, **joined)
        self.people[self.people.index(person)] = told
        return told


def _speaks_of(person: Person, piece: Piece) -> bool:
    return mentions(person, piece.text.split()) or bool(_PRONOUN.search(piece.text))


def _is_short(piece: Piece) -> bool:
    """Whether a piece could say what somebody is: a short line, no sentence and not the heading of the references."""
    short = len(piece.text) <= _LONGEST_POST and piece.text[-1] not in ".!?:;"
    return short and not _SENTENCE_END.search(piece.text) and not bibliography.is_heading(piece.text)


def _is_prose(piece: Piece) -> bool:
    return not piece.is_heading and piece.text[-1] in '.!?”"’)'
