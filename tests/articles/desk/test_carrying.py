"""A file carried from one page to the next."""

import random

import pytest
from django.contrib.auth.models import User
from django.core import signing
from hypothesis import given
from hypothesis import strategies as st

from articles.desk.carrying import packed, unpacked
from articles.desk.forms import LARGEST_FILE
from articles.roles import Refused

ANN, BO = User(pk=1), User(pk=2)


@given(st.binary(), st.text(max_size=40).filter(lambda name: name.isprintable()))
def test_every_file_comes_back_as_it_went(data, name):
    assert unpacked(packed(data, name, ANN), ANN) == (data, name)


def test_another_person_cannot_hand_it_back():
    with pytest.raises(Refused, match="Give the file once more"):
        unpacked(packed(b"Tea.", "tea.txt", ANN), BO)


def test_it_is_too_old_after_a_day(monkeypatch):
    carried, now = packed(b"Tea.", "tea.txt", ANN), signing.time.time()
    monkeypatch.setattr(signing.time, "time", lambda: now + 25 * 60 * 60)
    with pytest.raises(Refused, match="too old"):
        unpacked(carried, ANN)


def test_it_fits_into_a_form_that_the_site_takes(settings):
    incompressible = random.Random(1).randbytes(LARGEST_FILE)  # noqa: S311 - no secret
    carried = packed(incompressible, "tea.bin", ANN)
    assert len(carried) < settings.DATA_UPLOAD_MAX_MEMORY_SIZE
