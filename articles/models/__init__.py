"""What articles, their people and their history are kept in; one module for each noun."""

from articles.models.article import Article, Public, SlugRedirect, State
from articles.models.contributor import Byline, Contributor
from articles.models.discussion import Comment
from articles.models.edition import Edition, Notice
from articles.models.invitation import Invitation
from articles.models.ledger import Claim, Ruling, Waiver
from articles.models.policy import SiteIdentity, SitePolicy
from articles.models.report import StoredReport
from articles.models.revision import Revision, WorkingCopy
from articles.models.step import Step
from articles.models.topic import Topic

__all__ = [
    "Article",
    "Byline",
    "Claim",
    "Comment",
    "Contributor",
    "Edition",
    "Invitation",
    "Notice",
    "Public",
    "Revision",
    "Ruling",
    "SiteIdentity",
    "SitePolicy",
    "SlugRedirect",
    "State",
    "Step",
    "StoredReport",
    "Topic",
    "Waiver",
    "WorkingCopy",
]
