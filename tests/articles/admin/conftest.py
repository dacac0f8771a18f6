"""Who works in the admin."""

import pytest

from tests.factories import person


@pytest.fixture
def an_admin(client, db):
    user = person("Admin")
    user.is_staff = True
    user.save()
    client.force_login(user)
    return user
