"""HTML pages."""

import pytest

from tests.articles.importers.reading import cited, html, lost, shape

LIST = (
    "<h2>References</h2><ol><li id=r1>Quill, I. <em>Tea</em>. 2019. <a href=#c1>↩</a>"
    "<li id=r2>Rush, O. Cups. 2020.</ol>"
)


@pytest.mark.parametrize(
    "marker",
    [
        '<sup><a href="#r1">1</a></sup>',
        "<sup>1</sup>",
        ' <a href="#r1">[1]</a>',
        "[1]",
        "*1",
        '<a href="#r1"><sup>[1]</sup></a>',
        "¹",
    ],
)
def test_all_ways_to_write_a_marker_make_a_citation(marker):
    imported = html(f"<h1>T</h1><p>Tea calms{marker}. It does.</p>{LIST}")
    assert cited(imported) == [("Tea calms.", (1,))]
    assert shape(imported) == [("p", "Tea calms. It does.")]
    assert "sup" not in imported.markup


def test_superscripts_side_by_side_are_two_citations_and_a_cluster_is_one():
    imported = html(
        f"<p>One.<sup>1</sup><sup>2</sup></p><p>Two.<sup><a href=#r1>1</a>,<a href=#r2>2</a></sup></p>{LIST}"
    )
    assert cited(imported) == [("One.", (1,)), ("One.", (2,)), ("Two.", (1, 2))]


def test_powers_and_ordinals_are_no_markers():
    imported = html(f"<p>It has 7 m<sup>2</sup> and 10<sup>6</sup> stones, the 3<sup>rd</sup> kind.</p>{LIST}")
    assert cited(imported) == []


def test_a_linked_figure_after_a_figure_is_a_marker():
    imported = html(f"<p>It rained in 1889<sup><a href=#r2>2</a></sup></p>{LIST}")
    assert cited(imported) == [("It rained in 1889", (2,))]


def test_numbers_in_parentheses_count_only_where_nothing_else_does():
    assert [numbers for _, numbers in cited(html(f"<p>Tea calms (1). Cups do not (2).</p>{LIST}"))] == [(1,), (2,)]
    assert [numbers for _, numbers in cited(html(f"<p>Tea calms (1). Cups do not [2].</p>{LIST}"))] == [(2,)]


def test_entries_keep_their_text_without_the_way_back():
    reference = html(f"<p>Tea calms [1].</p>{LIST}").manuscript.references[0]
    assert reference.original_label == "1"
    assert ("custom", '{"printed": "Quill, I. Tea. 2019."}') in reference.sources[0].other


def test_a_list_may_start_at_another_number():
    imported = html("<p>Tea calms [5].</p><h2>Notes</h2><ol start=5><li>Quill, I. Tea. 2019.</ol>")
    assert cited(imported) == [("Tea calms.", (5,))]


def test_what_stands_around_the_article_is_dropped_with_a_loss_each():
    page = (
        "<title>T - Site</title><header>Site name</header>\n<nav><a href=/>Home</a></nav>\n"
        "<main><article><h1>Tea</h1><p>Tea calms.</p></article>\n"
        "<div class=related>Other</div></main>\n<footer>Bye</footer>"
    )
    imported = html(page)
    assert imported.manuscript.title == "Tea"
    assert shape(imported) == [("p", "Tea calms.")]
    assert lost(imported) == [(1, "Site name"), (2, "Home"), (4, "Other"), (5, "Bye")]


def test_scripts_and_style_sheets_are_no_text():
    imported = html("<style>p { content: '[1]' }</style><script>var a = 'x'</script><p>Tea calms.</p>")
    assert shape(imported) == [("p", "Tea calms.")]
    assert lost(imported) == []


def test_a_breadcrumb_gives_the_topics_without_the_way_home():
    imported = html("<nav aria-label=breadcrumb><ol><li>Home<li>Food<li>Tea</ol></nav><h1>Cups</h1><p>Tea calms.</p>")
    assert imported.manuscript.topics == ("Food", "Tea")


def test_advertisements_and_key_points_become_call_outs():
    imported = html(
        "<div class='ad box'><p>Buy it.</p></div><aside class=takeaways><p>Tea.</p></aside><aside><p>Hm.</p></aside>"
    )
    assert [block.container for block in imported.manuscript.blocks] == ["promo", "key-points", "note"]


def test_credit_biography_and_disclosure_are_known_by_class():
    page = (
        "<h1>T</h1><p>Tea calms.</p><p class=credit>Contribution by Ida Quill, Chemist, Leaf Ltd</p>"
        "<p class=bio>Ida Quill drinks.</p><p class=disclosure>Disclosure: Ida Quill sells tea.</p>"
    )
    (person,) = html(page).manuscript.people
    assert (person.name, person.affiliation) == ("Ida Quill", "Chemist, Leaf Ltd")
    assert (person.bio, person.disclosure) == ("Ida Quill drinks.", "Ida Quill sells tea.")


def test_for_want_of_a_heading_the_page_gives_the_title_and_its_language():
    manuscript = html("<html lang=nl-BE><title>Thee</title><p>Thee kalmeert.</p>").manuscript
    assert (manuscript.title, manuscript.language) == ("Thee", "nl")


def test_citations_that_are_there_already_stay():
    imported = html('<p>Tea calms<cite class="cit" data-ref="quill2019">Quill</cite>.</p>')
    assert imported.manuscript.citations[0].keys == ("quill2019",)


def test_a_table_that_only_lays_the_page_out_is_no_table():
    page = "<table><tr><td>Home<td><p>One.<p>Two.<table><tr><td>1990<td>4</table><p>Three.</table>"
    assert shape(html(page)) == [("p", "Home"), ("p", "One."), ("p", "Two."), ("tr", "1990 | 4"), ("p", "Three.")]


def test_a_table_with_a_head_is_one_whatever_its_cells_hold():
    page = "<table><tr><th>Year<th>Cups<tr><td><p>1990<p>1991<p>1992<td>4</table>"
    assert [name for name, _ in shape(html(page))] == ["tr", "tr"]


def test_an_image_that_loads_late_has_its_own_address():
    late = '<img src="data:image/gif;base64,R0" data-src="/tea.jpg" alt="Tea">'
    page = f'<p>{late}<img src="/a.jpg" data-src="/b.jpg" alt=A></p>'
    assert [image.src for image in html(page).manuscript.images] == ["/tea.jpg", "/a.jpg"]


@pytest.mark.parametrize("name", ["title", "MsoTitle", "entry-title"])
def test_what_its_program_calls_the_title_is_the_title(name):
    imported = html(f"<title>Page</title><p class={name}>Tea</p><p>Tea calms.</p>")
    assert (imported.manuscript.title, shape(imported)) == ("Tea", [("p", "Tea calms.")])
