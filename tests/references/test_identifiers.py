"""Identifiers: one form for each, "" for what is none, and found where they stand in running text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from references import identifiers
from references.identifiers import find


@pytest.mark.parametrize(
    "text",
    [
        "10.1000/XYZ",
        "https://doi.org/10.1000/xyz",
        "http://dx.doi.org/10.1000/xyz",
        "doi:10.1000/xyz",
        "DOI: 10.1000/xyz.",
        "doi.org/10.1000/xyz",
        "https://doi.org/10.1000%2Fxyz",
        "  10.1000/xyz) ",
    ],
)
def test_a_doi_is_lower_case_without_its_resolver(text):
    assert identifiers.doi(text) == "10.1000/xyz"


def test_a_doi_keeps_the_brackets_that_are_its_own():
    assert identifiers.doi("10.1016/S0140-6736(05)67587-3") == "10.1016/s0140-6736(05)67587-3"


@pytest.mark.parametrize(
    "text", ["", "10.1/x", "11.1000/x", "10.1000", "10.1000/", "https://example.org/10.1000/x", "10.1000/a b"]
)
def test_what_is_no_doi_is_nothing(text):
    assert identifiers.doi(text) == ""


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("33027803", "33027803"),
        ("PMID: 33027803", "33027803"),
        ("pmid 0033", "33"),
        ("https://pubmed.ncbi.nlm.nih.gov/33027803/", "33027803"),
        ("https://www.ncbi.nlm.nih.gov/pubmed/33027803", "33027803"),
        ("0", ""),
        ("123456789", ""),
        ("PMC123", ""),
        ("٣٣", ""),
        ("", ""),
    ],
)
def test_a_pmid_is_its_number(text, number):
    assert identifiers.pmid(text) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("PMC8249239", "PMC8249239"),
        ("pmc8249239.2", "PMC8249239"),
        ("8249239", "PMC8249239"),
        ("PMCID: PMC8249239", "PMC8249239"),
        ("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC8249239/", "PMC8249239"),
        ("https://pmc.ncbi.nlm.nih.gov/articles/PMC8249239/", "PMC8249239"),
        ("PMC", ""),
        ("", ""),
    ],
)
def test_a_pmcid_begins_with_pmc(text, number):
    assert identifiers.pmcid(text) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("978-0-306-40615-7", "9780306406157"),
        ("0-306-40615-2", "9780306406157"),
        ("ISBN-13: 978 0 306 40615 7", "9780306406157"),
        ("isbn 0-8044-2957-X", "9780804429573"),
        ("978-0-306-40615-8", ""),
        ("0-306-40615-3", ""),
        ("12345", ""),
        ("", ""),
    ],
)
def test_an_isbn_is_thirteen_digits_with_a_true_check_digit(text, number):
    assert identifiers.isbn(text) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0378-5955", "0378-5955"),
        ("ISSN 03785955", "0378-5955"),
        ("eISSN: 2434-561x", "2434-561X"),
        ("0378-5954", ""),
        ("", ""),
    ],
)
def test_an_issn_has_a_hyphen_and_a_true_check_digit(text, number):
    assert identifiers.issn(text) == number


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("arXiv:2101.00001v2", "2101.00001v2"),
        ("https://arxiv.org/abs/0704.0001", "0704.0001"),
        ("https://arxiv.org/pdf/2101.00001.pdf", "2101.00001"),
        ("arXiv:math.GT/0309136", "math.GT/0309136"),
        ("hep-th/9901001", "hep-th/9901001"),
        ("2113.00001", ""),
        ("2101.001", ""),
        ("", ""),
    ],
)
def test_an_arxiv_name_is_of_the_old_scheme_or_the_new(text, name):
    assert identifiers.arxiv(text) == name


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0000-0002-1825-0097", "0000-0002-1825-0097"),
        ("https://orcid.org/0000-0002-1694-233X", "0000-0002-1694-233X"),
        ("ORCID: 0000000218250097", "0000-0002-1825-0097"),
        ("0000-0002-1825-0098", ""),
        ("0000-0002-1825", ""),
        ("", ""),
    ],
)
def test_an_orcid_has_a_true_check_digit(text, number):
    assert identifiers.orcid(text) == number


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://Example.ORG", "https://example.org/"),
        ("www.example.org/a", "https://www.example.org/a"),
        ("http://example.org:80/a", "http://example.org/a"),
        ("https://example.org:8080/", "https://example.org:8080/"),
        ("https://example.org/a?utm_source=x&id=3&fbclid=9", "https://example.org/a?id=3"),
        ("https://example.org/a?utm_medium=mail", "https://example.org/a"),
        ("https://example.org/a?b=%20c&B=1", "https://example.org/a?b=%20c&B=1"),
        ("https://example.org/a#part-2", "https://example.org/a#part-2"),
        ("https://example.org/a#:~:text=walking", "https://example.org/a"),
        ("https://пример.рф/", "https://пример.рф/"),
        ("http://127.0.0.1:8000/a", "http://127.0.0.1:8000/a"),
    ],
)
def test_an_address_loses_its_trackers_and_nothing_else(text, address):
    assert identifiers.url(text) == address


@pytest.mark.parametrize(
    "text",
    [
        "",
        "example.org",
        "javascript:alert(1)",
        "ftp://example.org/",
        "https://",
        "https://a b.org/",
        "https://[::1",
        "https://x:y/",
        'https://e.org/"',
    ],
)
def test_what_is_no_web_address_is_nothing(text):
    assert identifiers.url(text) == ""


def kinds(text: str) -> list[tuple[str, str]]:
    return [(identifier.kind, identifier.value) for identifier in find(text)]


def test_identifiers_are_found_in_order_where_they_stand():
    text = "Ferns. doi: 10.1000/Fern-1. Epub 2020. PMID: 33027803; PMCID: PMC8249239."
    assert kinds(text) == [("doi", "10.1000/fern-1"), ("pmid", "33027803"), ("pmcid", "PMC8249239")]
    assert [text[found.start : found.end] for found in find(text)] == [
        "doi: 10.1000/Fern-1",
        "PMID: 33027803",
        "PMCID: PMC8249239",
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("(https://doi.org/10.1000/a(1)b).", [("doi", "10.1000/a(1)b")]),
        (
            "10.1002/(SICI)1097(199806)49:8<693::AID-ASI4>3.0.CO;2-O.",
            [("doi", "10.1002/(sici)1097(199806)49:8<693::aid-asi4>3.0.co;2-o")],
        ),
        ("https://pubmed.ncbi.nlm.nih.gov/33027803/", [("pmid", "33027803")]),
        ("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC8249239/", [("pmcid", "PMC8249239")]),
        ("Preprint, arXiv:2101.00001v2 [cs.CL]", [("arxiv", "2101.00001v2")]),
        ("ISBN 978-0-306-40615-7. ISSN 0378-5955", [("isbn", "9780306406157"), ("issn", "0378-5955")]),
        ("ISBN 978-0-306-40615-8", []),
        ("https://orcid.org/0000-0002-1825-0097", [("orcid", "0000-0002-1825-0097")]),
        (
            "See https://example.org/a_(b), and www.example.org.",
            [("url", "https://example.org/a_(b)"), ("url", "https://www.example.org/")],
        ),
        ("<https://example.org/a>", [("url", "https://example.org/a")]),
        ("2021;89(7):1619-1626", []),
        ("In 1999 10 of 1000 walked 0378-5955 steps", []),
        ("", []),
    ],
)
def test_running_text_gives_its_identifiers(text, found):
    assert kinds(text) == found


@given(st.text(alphabet="10./doiPMC:hts www.example()<>;, \n-X", max_size=80))
def test_what_is_found_never_overlaps_and_is_normal(text):
    position = 0
    for kind, value, start, end in find(text):
        assert position <= start < end <= len(text)
        assert getattr(identifiers, kind)(value) == value
        position = end
