"""Front matter in YAML and TOML."""

import pytest

from tests.articles.importers.reading import lost, markdown, shape


def read(fields: str, fence: str = "---"):
    return markdown(f"{fence}\n{fields}\n{fence}\n\nTea calms.\n")


def test_a_title_over_several_lines_is_folded():
    assert read("title: >\n  Tea,\n  a life").manuscript.title == "Tea, a life"
    assert read('title: "Tea,\n  a life"').manuscript.title == "Tea, a life"


def test_a_title_with_a_colon_is_read_though_it_is_no_yaml():
    assert read("title: Tea: a life").manuscript.title == "Tea: a life"


def test_topics_come_as_lists_or_between_commas():
    assert read('tags: ["black tea, green", cups]').manuscript.topics == ("black tea, green", "cups")
    assert read("tags:\n- tea\n- cups").manuscript.topics == ("tea", "cups")
    assert read("keywords: tea, cups").manuscript.topics == ("tea", "cups")


def test_authors_may_be_mappings_with_a_place_of_work():
    imported = read("author:\n  - name: Ida Quill\n    affiliation: Leaf College\n    orcid: 0-1\n  - Otto Rush")
    people = [(person.name, person.affiliation) for person in imported.manuscript.people]
    assert people == [("Ida Quill", "Leaf College"), ("Otto Rush", "")]
    assert lost(imported) == [(2, "author: orcid: 0-1")]


def test_a_fault_in_one_field_does_not_hide_the_others():
    imported = read("title: Tea\n  deep: [\ntags: [cups]\n? x")
    assert (imported.manuscript.title, imported.manuscript.topics) == ("Tea", ("cups",))
    assert lost(imported) == [(3, "deep: ["), (5, "? x")]


def test_toml_is_read_and_its_lines_are_counted():
    fields = 'title = "Tea"\ntags = ["cups"]\nauthors = ["Ida Quill"]\ndraft = true\n[params]\n  cover = "a.png"'
    imported = read(fields, "+++")
    manuscript = imported.manuscript
    assert (manuscript.title, manuscript.topics) == ("Tea", ("cups",))
    assert [person.name for person in manuscript.people] == ["Ida Quill"]
    assert lost(imported) == [(5, "draft: True"), (6, "params: cover: a.png")]
    assert shape(imported) == [("p", "Tea calms.")]


@pytest.mark.parametrize("fields", ["title = Tea", "a = " + "[" * 3000, "title"])
def test_toml_that_is_not_valid_is_a_loss_line_by_line(fields):
    assert lost(read(fields, "+++")) == [(2, fields)]


@pytest.mark.parametrize("fields", ["a: &a [x, x]\nb: *a", "a: *nobody", "a: " + "[" * 3000, "a: !!python/name:os.x y"])
def test_odd_yaml_does_no_harm(fields):
    assert shape(read(fields)) == [("p", "Tea calms.")]
    assert lost(read(fields))


def test_front_matter_that_never_seems_to_end_is_one_loss():
    imported = read("\n".join(f"a{n}: b" for n in range(5000)))
    assert len(lost(imported)) == 1
    assert shape(imported) == [("p", "Tea calms.")]
