"""Citations by author and year."""

import pytest

from tests.articles.importers.reading import cited, plain, shape

REFERENCES = """

References

Omar, F., Lindgren, P., & Sato, K. (2020). Shouting and biting. Early Years, 31(4), 211–230.

Perez, J., & Ng, L. (2016). When they bite. Harbour Press.

van der Meer, D. (2012). Biting at school. Nursery Letters, 3, 4-9.

World Bite Board. (2011). Bites in figures. Geneva.

Roe, A. (2010). One. Leaf Press.

Roe, A. (2010). Two. Leaf Press.
"""


@pytest.mark.parametrize(
    ("paragraph", "read", "numbers"),
    [
        ("Biting peaks early (Perez & Ng, 2016).", "Biting peaks early.", (2,)),
        ("It stops (Omar et al., 2020; Perez and Ng, 2016).", "It stops.", (1, 2)),
        ("It stops (see Omar, Lindgren & Sato, 2020).", "It stops.", (1,)),
        ("Half of them bite (World Bite Board, 2011).", "Half of them bite.", (4,)),
        ("As Perez and Ng (2016) say, it hurts.", "As Perez and Ng say, it hurts.", (2,)),
        ("Omar, Lindgren & Sato (2020) say so.", "Omar, Lindgren & Sato say so.", (1,)),
        ("Here van der Meer (2012) agrees.", "Here van der Meer agrees.", (3,)),
    ],
)
def test_author_and_year_cite_the_entry_that_has_both(paragraph, read, numbers):
    imported = plain(f"A Title\n\n{paragraph}{REFERENCES}")
    assert cited(imported) == [(read, numbers)]


@pytest.mark.parametrize(
    "paragraph",
    [
        "It was two of them (Roe, 2010).",
        "Nobody knows (Nemo, 2016).",
        "Only a part is known (Perez & Ng, 2016; Nemo, 1999).",
        "It was cold (in 2016).",
        "The harvest (2016) was poor.",
        "It hurts (Perez & Ng, 2016, p. 4).",
    ],
)
def test_where_it_is_not_certain_who_is_meant_the_text_stays(paragraph):
    imported = plain(f"A Title\n\n{paragraph}{REFERENCES}")
    assert cited(imported) == []
    assert shape(imported) == [("p", paragraph)]


def test_a_text_with_numbers_is_cited_by_numbers_alone():
    imported = plain("A Title\n\nIt stops [1]. It peaks (Perez, 2016).\n\nReferences\n\n[1] Perez J. Bites. 2016.")
    assert cited(imported) == [("It stops.", (1,))]
