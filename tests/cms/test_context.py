"""What each template knows without being told."""

import pytest
from django.contrib.auth.models import AnonymousUser

from articles.models import SiteIdentity
from cms.context import abilities, identity
from tests.factories import person


@pytest.fixture
def request_by(rf):
    def made(user):
        request = rf.get("/")
        request.user = user
        return request

    return made


@pytest.mark.django_db
def test_templates_hear_what_the_person_may(request_by):
    may = abilities(request_by(person("Fact-checker")))["may"]
    assert may["review"]
    assert may["moderate_comments"]
    assert not may["publish"]


def test_stranger_may_nothing_and_costs_no_question(request_by):
    assert not any(abilities(request_by(AnonymousUser()))["may"].values())


@pytest.mark.django_db
def test_identity_is_asked_for_once_in_a_while(request_by, django_assert_num_queries):
    SiteIdentity.objects.create(pk=1, name="The Kettle")
    with django_assert_num_queries(1):
        names = {identity(request_by(AnonymousUser()))["site"].name for _ in range(3)}
    assert names == {"The Kettle"}
