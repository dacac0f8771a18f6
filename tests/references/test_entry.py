"""A reference in plain words."""

from references.csl import Date, Name, SourceData
from references.entry import plain, short_name


def test_an_entry_says_what_is_known_in_the_order_of_the_numeric_styles():
    work = SourceData(
        title="Tea and pressure",
        authors=(Name("Cha", "H."), Name("Leeuw", "A.", particle="de"), Name("King", "M.", suffix="Jr")),
        issued=Date(2020),
        container_title="Leaf",
        volume="12",
        issue="3",
        page="1-9",
        doi="10.1000/x",
    )
    assert plain(work) == (
        "Cha H., de Leeuw A., King M. Jr. Tea and pressure. <cite>Leaf</cite> 12(3): 1-9. 2020. "
        '<a href="https://doi.org/10.1000/x">https://doi.org/10.1000/x</a>'
    )


def test_after_six_authors_comes_et_al():
    work = SourceData(authors=tuple(Name(f"N{number}") for number in range(7)))
    assert plain(work) == "N0, N1, N2, N3, N4, N5, et al."


def test_editors_stand_where_there_are_no_authors():
    work = SourceData(title="Teas", editors=(Name("Ng", "A."),))
    assert (plain(work), short_name(work)) == ("Ng A. Teas.", "Ng")


def test_a_work_in_press_says_so():
    assert plain(SourceData(title="Teas", issued=Date(literal="in press"))) == "Teas. in press."


def test_what_nobody_could_read_into_fields_is_shown_as_it_was():
    assert plain(SourceData(note="Tea <monthly>, June")) == "Tea &lt;monthly&gt;, June"


def test_an_organisation_is_called_by_its_name_and_a_work_without_people_by_its_title():
    assert short_name(SourceData(authors=(Name(literal="Tea Board"),), issued=Date(2019))) == "Tea Board 2019"
    assert short_name(SourceData(title="A short history of black tea")) == "A short history of"


def test_no_field_becomes_markup():
    attack = '"><script>alert(1)</script>'
    work = SourceData(
        title=attack,
        authors=(Name(attack, attack, suffix=attack), Name(literal=attack)),
        issued=Date(literal=attack),
        container_title=attack,
        volume=attack,
        issue=attack,
        page=attack,
        url=f"https://tea.example/{attack}",
    )
    assert "<script" not in plain(work)
    assert plain(work).count('"') == 2


def test_only_web_addresses_become_links():
    assert plain(SourceData(title="Teas", url="javascript:alert(1)")) == "Teas."
    assert "doi.org" not in plain(SourceData(title="Teas", doi="none"))


def test_a_doi_with_odd_characters_still_leads_to_its_work():
    link = plain(SourceData(title="Teas", doi="10.1002/(sici)1097<1::aid>3.0#a"))
    assert 'href="https://doi.org/10.1002/(sici)1097%3C1::aid%3E3.0%23a"' in link
