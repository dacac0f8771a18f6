"""What the API answers, shape by shape: checked when it answers, and printed in its description."""

from datetime import datetime
from typing import Any

from ninja import Field, Schema


class Problem(Schema):
    """Why a question has no answer."""

    detail: str = Field(description="A sentence for whoever asked.")


class Byline(Schema):
    """A contributor's part in an article, as it was when the edition was published."""

    role: str = Field(description="author, editor, reviewer, interviewer, illustrator, photographer or translator.")
    slug: str
    name: str
    credentials: str
    affiliation: str
    bio: str = Field(description="Clean HTML.")
    disclosure: str
    orcid: str


class TopicName(Schema):
    """A topic at its place in the tree."""

    path: str = Field(description="Slugs from the root, parted by a slash.")
    name: str


class ArticleSummary(Schema):
    """An article as a list shows it."""

    slug: str
    title: str
    standfirst: str
    language: str
    topics: list[TopicName]
    authors: list[str]
    edition: int = Field(description="The number of the newest edition.")
    published: datetime = Field(description="When that edition was published.")
    url: str = Field(description="The reader’s page.")


class ArticleList(Schema):
    """Live articles, the latest published first."""

    items: list[ArticleSummary]
    next: str | None = Field(description="The address of the next page; null on the last.")


class Notice(Schema):
    """What readers are told about an edition."""

    kind: str = Field(description="correction, withdrawal or retraction.")
    text: str
    edition: int
    created: datetime


class Reference(Schema):
    """A numbered entry of the list of references."""

    number: int = Field(description="The number that the text shows, counted from 1.")
    keys: list[str] = Field(description="The sources that it holds, in order.")


class Article(ArticleSummary):
    """The newest edition of an article, as it was approved and published."""

    public: str = Field(description="live, or retracted.")
    body: str = Field(description="Stored markup; a citation is a cite element whose data-ref names sources.")
    bylines: list[Byline]
    references: list[Reference]
    sources: dict[str, dict[str, Any]] = Field(description="CSL-JSON items by key.")
    notices: list[Notice] = Field(description="Of all editions, the latest first.")
    content_hash: str = Field(description="SHA-256 of what was approved and published.")


class Citing(Schema):
    """A live article that cites a source."""

    slug: str
    title: str
    url: str


class Source(Schema):
    """A source as the newest edition that cites it shows it to readers."""

    key: str
    csl: dict[str, Any] = Field(description="The work as a CSL-JSON item.")
    cited_by: list[Citing] = Field(description="At most 50, the latest published first.")


class FileReference(Schema):
    """An entry of the text’s own list of references."""

    number: int
    original_label: str
    sources: list[dict[str, Any]] = Field(description="CSL-JSON items.")


class Citation(Schema):
    """A marker in the text."""

    sentence: int | None = Field(description="Its sentence, as an index into sentences.")
    numbers: list[int] = Field(description="The references that it names, dangling ones included.")


class Sentence(Schema):
    """A sentence and what is held of it."""

    text: str
    block: str = Field(description="The element that it stands in: p, li, tr...")
    outcome: str = Field(description="needs, maybe or none: does it need a citation?")
    claim: bool = Field(description="Whether outcome is needs.")
    score: float
    reasons: list[str]
    cited: bool
    covered_by: str | None = Field(description="sentence, list, table, inferred or paragraph.")
    flagged: bool = Field(description="Whether it is an uncited claim that blocks.")


class Finding(Schema):
    """What a rule says of a place in the text."""

    code: str
    severity: str = Field(description="block, warn or note.")
    message: str
    line: int = Field(description="Counted from 1.")
    column: int = Field(description="Code points, counted from 1.")
    sentence: int | None


class Loss(Schema):
    """A piece of the text that was dropped or guessed at."""

    line: int
    what: str
    why: str


class Checked(Schema):
    """What citecheck prints of a file."""

    file: str
    title: str
    topics: list[str]
    contributors: list[str]
    references: list[FileReference]
    citations: list[Citation]
    sentences: list[Sentence]
    findings: list[Finding]
    losses: list[Loss]
    engine: str
