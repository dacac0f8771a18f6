"""Two manuscripts compared."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.manuscript import Manuscript
from articles.text import parse
from articles.text.compare import Fate, Kept, Pair, Words, compare, words


def manuscript(*sentences: str) -> Manuscript:
    return parse("".join(f"<p>{sentence}</p>" for sentence in sentences))


def fates(before: Manuscript, after: Manuscript) -> list[tuple[str, str | None, str | None]]:
    return [
        (pair.fate.value, pair.before.text if pair.before else None, pair.after.text if pair.after else None)
        for pair in compare(before, after).pairs
    ]


def short(before: str, after: str) -> list[str]:
    """The fates of one-letter sentences, as "fate letter"."""
    return [f"{fate} {new or old}" for fate, old, new in fates(manuscript(*before), manuscript(*after))]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("", "", []),
        ("ab", "ab", ["unchanged a", "unchanged b"]),
        ("", "ab", ["new a", "new b"]),
        ("ab", "", ["gone a", "gone b"]),
        ("abc", "ac", ["unchanged a", "gone b", "unchanged c"]),
        ("ac", "abc", ["unchanged a", "new b", "unchanged c"]),
        ("abcd", "bcda", ["unchanged b", "unchanged c", "unchanged d", "moved a"]),
        ("abcd", "dabc", ["moved d", "unchanged a", "unchanged b", "unchanged c"]),
        ("aba", "aa", ["unchanged a", "gone b", "unchanged a"]),
        ("aa", "aaa", ["unchanged a", "unchanged a", "new a"]),
        ("abx", "ya", ["new y", "unchanged a", "gone b", "gone x"]),
    ],
)
def test_sentence_stands_moves_comes_or_goes(before, after, expected):
    assert short(before, after) == expected


def test_changed_sentence_keeps_its_predecessor():
    before = manuscript("Tea is old.", "Tea lowers blood pressure in adults.", "So.")
    after = manuscript("Tea is old.", "Tea lowers blood pressure in most adults.", "So.")
    assert fates(before, after)[1] == (
        "changed",
        "Tea lowers blood pressure in adults.",
        "Tea lowers blood pressure in most adults.",
    )


@pytest.mark.parametrize(
    "lookalike",
    [
        "Tea lowers blood pressure by 6 percent.",
        "Tea lowers blood pressure by 5 percent!",
        "tea lowers blood pressure by 5 percent.",
        "Tea does not lower blood pressure by 5 percent.",
    ],
)
def test_lookalike_is_never_the_same_sentence(lookalike):
    comparison = compare(manuscript("Tea lowers blood pressure by 5 percent."), manuscript(lookalike))
    assert [pair.fate for pair in comparison.pairs] == [Fate.CHANGED]


def test_disguise_that_folds_away_is_no_change():
    assert [fate for fate, _, _ in fates(manuscript("Tea heals."), manuscript("Tеа he\u00adals."))] == ["unchanged"]


def test_duplicates_are_paired_in_order():
    comparison = compare(manuscript("a", "b", "a"), manuscript("a", "a", "b"))
    same = [(pair.before.index, pair.after.index) for pair in comparison.pairs if pair.before and pair.after]
    assert sorted(same) == [(0, 0), (1, 2), (2, 1)]


def test_unlike_sentences_are_one_gone_and_one_new():
    before = manuscript("Tea lowers blood pressure in adults.")
    after = manuscript("Nobody knows who dug the old canal.")
    assert [fate for fate, _, _ in fates(before, after)] == ["new", "gone"]


def test_likest_sentences_are_paired_first():
    before = manuscript("Tea lowers blood pressure in adults.", "Tea lowers blood sugar in adults.")
    after = manuscript("Tea lowers blood sugar in old adults.", "Tea lowers blood pressure in old adults.")
    assert {(old, new) for _, old, new in fates(before, after)} == {
        ("Tea lowers blood pressure in adults.", "Tea lowers blood pressure in old adults."),
        ("Tea lowers blood sugar in adults.", "Tea lowers blood sugar in old adults."),
    }


def test_comparison_is_asked_by_fate():
    comparison = compare(manuscript("a", "b"), manuscript("a", "c"))
    assert [pair.after.text for pair in comparison.having(Fate.UNCHANGED) if pair.after] == ["a"]
    assert comparison.having(Fate.MOVED) == ()


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("", "", ()),
        ("Tea  heals.", "Tea heals.", (Words(Kept.KEPT, "Tea heals."),)),
        ("", "Tea heals.", (Words(Kept.ADDED, "Tea heals."),)),
        ("Tea heals.", "", (Words(Kept.REMOVED, "Tea heals."),)),
        (
            "Tea lowers pressure.",
            "Tea never raises pressure.",
            (
                Words(Kept.KEPT, "Tea"),
                Words(Kept.REMOVED, "lowers"),
                Words(Kept.ADDED, "never raises"),
                Words(Kept.KEPT, "pressure."),
            ),
        ),
        ("a " * 501, "b", (Words(Kept.REMOVED, ("a " * 501).strip()), Words(Kept.ADDED, "b"))),
    ],
)
def test_words_are_kept_removed_and_added(before, after, expected):
    assert words(before, after) == expected


def test_pair_knows_its_words():
    [pair] = compare(manuscript("Tea heals wounds."), manuscript("Tea heals old wounds.")).pairs
    assert pair.words == (Words(Kept.KEPT, "Tea heals"), Words(Kept.ADDED, "old"), Words(Kept.KEPT, "wounds."))
    assert Pair(Fate.NEW, after=pair.after).words == (Words(Kept.ADDED, "Tea heals old wounds."),)


LETTERS = st.text(alphabet="abcde", max_size=12)


@given(LETTERS, LETTERS)
def test_each_sentence_is_in_exactly_one_pair(before, after):
    old, new = manuscript(*before), manuscript(*after)
    pairs = compare(old, new).pairs
    assert sorted(pair.before.index for pair in pairs if pair.before) == list(range(len(old.sentences)))
    assert [pair.after.index for pair in pairs if pair.after] == list(range(len(new.sentences)))
    stood = [pair.before.index for pair in pairs if pair.fate is Fate.UNCHANGED and pair.before]
    assert stood == sorted(stood)
    for pair in pairs:
        same = pair.before is not None and pair.after is not None and pair.before.folded == pair.after.folded
        assert same == (pair.fate in {Fate.UNCHANGED, Fate.MOVED})


@given(st.lists(st.sampled_from("abcd")), st.lists(st.sampled_from("abcd")))
def test_runs_of_words_give_back_both_texts(before, after):
    runs = words(" ".join(before), " ".join(after))
    assert " ".join(run.text for run in runs if run.kept is not Kept.ADDED) == " ".join(before)
    assert " ".join(run.text for run in runs if run.kept is not Kept.REMOVED) == " ".join(after)


def test_long_revision_is_told_apart_sentence_by_sentence():
    chance = random.Random(1)  # noqa: S311
    vocabulary = "tea coffee milk lowers raises steadies blood pressure pulse sleep adults walkers rain".split()
    before = [f"{' '.join(chance.choices(vocabulary, k=12)).capitalize()}." for _ in range(400)]
    changed = set(chance.sample(range(400), 68))
    after = [f"Perhaps {sentence}" if index in changed else sentence for index, sentence in enumerate(before)]
    comparison = compare(manuscript(*before), manuscript(*after))
    assert {pair.after.index for pair in comparison.having(Fate.CHANGED) if pair.after} == changed
    assert len(comparison.having(Fate.UNCHANGED)) == 332
