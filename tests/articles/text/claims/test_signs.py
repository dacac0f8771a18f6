"""The signs themselves: what they are made of."""

from pathlib import Path

import pytest
import re2

from articles.text import claims
from articles.text.claims import REASONS
from articles.text.claims.engine import FINDERS
from articles.text.claims.finder import Finder
from articles.text.claims.sign import sign
from articles.text.claims.signs import SIGNS
from articles.text.claims.words import any_of, clear_verbs, either, verbs
from tests.articles.text.claims.cases import CASES

MODULES = sorted(Path(claims.__file__).parent.rglob("*.py"))


@pytest.mark.parametrize("finder", FINDERS, ids=lambda finder: finder.reason)
def test_every_pattern_runs_on_re2(finder):
    assert isinstance(finder.patterns, re2.Set)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.stem)
def test_no_module_matches_with_anything_else(module):
    lines = module.read_text(encoding="utf-8").splitlines()
    assert not {"import re", "import regex", "from re import"} & {line.strip() for line in lines}


def test_every_reason_has_a_finder_and_every_finder_a_sign():
    assert [finder.reason for finder in FINDERS] == list(REASONS)
    assert {sign.reason for sign in SIGNS} == set(REASONS)


@pytest.mark.parametrize("found", SIGNS, ids=lambda found: found.reason)
def test_a_sign_weighs_on_the_side_of_its_reason(found):
    assert (found.weight > 0) is REASONS[found.reason].needs


@pytest.mark.parametrize("found", SIGNS, ids=lambda found: f"{found.reason}:{found.patterns[0][:40]}")
def test_no_sign_is_dead(found):
    alone = Finder(found.reason, [found])
    assert any(alone.weight(carrying.encode()) for carrying, _ in CASES[found.reason])


def test_a_reason_weighs_as_much_as_its_strongest_sign():
    finder = Finder("HISTORY", [sign("HISTORY", 1.0, "mill"), sign("HISTORY", 2.0, "weir")])
    assert finder.weight(b"a mill") == 1.0
    assert finder.weight(b"a mill and a weir") == 2.0


def test_the_strongest_against_is_the_lowest():
    finder = Finder("OPINION", [sign("OPINION", -1.0, "mill"), sign("OPINION", -2.0, "weir")])
    assert finder.weight(b"a mill and a weir") == -2.0


def test_a_sign_asks_for_all_of_its_patterns():
    finder = Finder("HISTORY", [sign("HISTORY", 1.0, "mill", "weir")])
    assert finder.weight(b"weir, then mill") == 1.0
    assert finder.weight(b"only a mill") == 0.0


def test_unless_takes_a_sign_away():
    finder = Finder("HISTORY", [sign("HISTORY", 1.0, "mill", unless="wind")])
    assert finder.weight(b"a mill") == 1.0
    assert finder.weight(b"a windmill") == 0.0


def test_case_counts_only_where_a_pattern_says_so():
    finder = Finder("HISTORY", [sign("HISTORY", 1.0, "mill"), sign("HISTORY", 2.0, "(?-i:Weir)")])
    assert finder.weight(b"MILL") == 1.0
    assert finder.weight(b"Weir") == 2.0
    assert finder.weight(b"weir") == 0.0


def found_in(pattern: str, text: str) -> bool:
    return re2.search(pattern, text) is not None


def test_any_of_finds_whole_words_and_phrases():
    assert found_in(any_of("mill race_course"), "the race course")
    assert not found_in(any_of("mill race_course"), "the miller's race")


def test_either_finds_one_or_the_other():
    assert found_in(either("mill", "weir"), "a weir")
    assert not found_in(either("mill", "weir"), "a lock")


@pytest.mark.parametrize("form", ["heal", "heals", "healed", "healing", "reduces", "reduced", "reducing", "reduce"])
def test_verbs_are_found_in_every_form(form):
    assert found_in(verbs("heal reduce"), form)


@pytest.mark.parametrize("form", ["slows", "slowed", "threatens", "flushes", "flushed", "dirties", "dirtied"])
def test_clear_verbs_are_found_in_the_forms_that_are_verbs(form):
    assert found_in(clear_verbs("slow threaten flush dirty"), form)


@pytest.mark.parametrize("form", ["slow", "flush", "dirty"])
def test_clear_verbs_leave_nouns_and_adjectives_alone(form):
    assert not found_in(clear_verbs("slow flush dirty"), form)
