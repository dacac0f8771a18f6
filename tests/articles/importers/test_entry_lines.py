"""Entry lines: references of one paragraph, an entry a line."""

from tests.articles.importers.reading import html, markdown, shape

TITLES = ["Tea", "Cups"]


def titles(imported) -> list[str]:
    return [source.title for entry in imported.manuscript.references for source in entry.sources]


def test_numbered_lines_of_a_markdown_paragraph_are_entries():
    imported = markdown(
        "Tea calms [1]. Cups break [2].\n\n## Sources\n\n[1] Quill, I. (2019). Tea.\n[2] Rush, O. (2020). Cups."
    )
    assert titles(imported) == TITLES


def test_numbered_lines_of_a_page_s_paragraph_are_entries_with_what_is_in_them():
    imported = html(
        "<p>Tea calms [1]. Cups break [2].</p><h2>Sources</h2>"
        "<p>[1] Quill, I. (2019). <em>Tea</em>.<br>\n[2] Rush, O. (2020). <em>Cups</em>.<br></p>"
    )
    assert titles(imported) == TITLES


def test_lines_that_are_not_numbered_in_a_row_stay_one_paragraph():
    assert shape(html("<p>1 Mill Lane<br>3 Hill Road</p>")) == [("p", "1 Mill Lane 3 Hill Road")]
    assert shape(html("<p>Roses are red<br>2 violets are blue</p>")) == [("p", "Roses are red 2 violets are blue")]
