"""What two texts are compared by."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text import parse
from articles.text.folding import folded

DISGUISED = {
    "zero width": "T\u200bea low\u200ders blo\u2060od pres\ufeffsure by 5 %.",
    "soft hyphen": "Tea lo\xadwers blood pres\xadsure by 5 %.",
    "bidirectional": "\u202aTea lowers\u202c blood \u2066pressure\u2069 by 5 %.",
    "joiners and selectors": "Te\u034fa lowers\ufe0f blood pressure\U000e0100 by 5 %.",
    "Hangul filler": "Tea\u3164 lowers\u115f blood pressure by 5 %.",
    "homoglyphs": "Теа lоwеrs blооd рrеssurе by 5 %.",
    "omicrons": "Tea lοwers blοοd pressure by 5 %.",
    "full width": "Ｔｅａ　ｌｏｗｅｒｓ　ｂｌｏｏｄ ｐｒｅｓｓｕｒｅ by ５ ％.",
    "maths": "𝐓𝐞𝐚 𝑙𝑜𝑤𝑒𝑟𝑠 𝚋𝚕𝚘𝚘𝚍 𝔭𝔯𝔢𝔰𝔰𝔲𝔯𝔢 by 𝟓 %.",
    "other digits": "Tea lowers blood pressure by ٥ %.",
    "struck through": "Tea l\u0336o\u0336w\u0336e\u0336r\u0336s\u0336 blood pressure by 5 %.",
    "underlined": "T\u0332e\u0332a\u0332 lowers blood pressure by 5 %.",
    "ringed": "Tea lowers blood pressure by 5\u20dd %.",
    "other spaces": "Tea\u2003lowers\xa0blood\u202fpressure \n by\u30005 %.",
}


@pytest.mark.parametrize("text", DISGUISED.values(), ids=DISGUISED)
def test_disguise_is_seen_through(text):
    assert folded(text) == "Tea lowers blood pressure by 5 %."


def test_small_capitals_and_boxed_letters_are_letters():
    assert folded("ᴛᴇᴀ ʟᴏᴡᴇʀs 🅑🅛🅞🅞🅓 🄿🅁🄴🅂🅂🅄🅁🄴").lower() == "tea lowers blood pressure"


@pytest.mark.parametrize("text", DISGUISED.values(), ids=DISGUISED)
def test_what_folds_to_the_same_has_the_same_verdict(text):
    [plain] = parse("<p>Tea lowers blood pressure by 5 %.</p>").sentences
    [disguised] = parse(f"<p>{text}</p>").sentences
    assert (disguised.folded, disguised.score, disguised.reasons) == (plain.folded, plain.score, plain.reasons)


@pytest.mark.parametrize(
    "text",
    [
        "Чай снижает давление.",
        "λόγος",
        "TGF-β and αSMA at ΔH",
        "naïve café in Straße",
        "茶は血圧を下げる",
        "שלום עולם",
        "Tea heals “wounds” – 5 °C.",
        "Tea heals.",
    ],
)
def test_honest_text_stays_itself(text):
    assert folded(text) == text


@pytest.mark.parametrize(
    ("one", "other"), [("Tea heals.", "tea heals."), ("naïve", "naive"), ("by 5 %", "by 6 %"), ("a b", "ab")]
)
def test_different_texts_stay_different(one, other):
    assert folded(one) != folded(other)


TRICKS = "aеоТΑβ̸́\u0338\u200b ᴛ🅣ﷺ１²\u0327\u0301c;\u037e\u1fef\u0345İẞг"


@given(st.one_of(st.text(), st.text(alphabet=st.sampled_from(TRICKS), max_size=20)))
def test_folding_again_changes_nothing(text):
    assert folded(folded(text)) == folded(text)


def test_endless_accents_are_cut_to_what_a_script_may_need():
    assert len(folded("a" + "\u0301\u0323" * 50_000)) < 40
