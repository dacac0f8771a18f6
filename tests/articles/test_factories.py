"""The factories give what they say."""

import pytest

from articles.models import Public, State
from tests import factories


@pytest.mark.parametrize(
    ("make", "state", "public"),
    [
        (factories.draft, State.DRAFT, Public.NEVER),
        (factories.submitted, State.IN_REVIEW, Public.NEVER),
        (factories.approved, State.APPROVED, Public.NEVER),
        (factories.scheduled, State.SCHEDULED, Public.NEVER),
        (factories.published, State.PUBLISHED, Public.LIVE),
    ],
)
def test_an_article_is_as_far_as_it_was_asked_for(db, make, state, public):
    article = make()
    assert (article.state, article.public) == (state, public)
