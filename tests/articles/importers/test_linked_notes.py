"""Linked notes: marks and notes that link to each other, whatever the page looks like."""

import pytest

from tests.articles.importers.reading import cited, html, lost, shape


def texts(imported) -> list[str]:
    """What each reference was printed as."""
    return [dict(source.other)["custom"] for entry in imported.manuscript.references for source in entry.sources[:1]]


@pytest.mark.parametrize(
    "page",
    [
        '<p>Tea calms.<a href="#n1" id="m1">1</a></p><p id="n1">Quill, I. Tea. 2019. <a href="#m1">↩</a></p>',
        '<p>Tea calms.<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a></p>'
        '<div><div id="ftn1"><p><a href="#_ftnref1" name="_ftn1"><span>[1]</span></a>'
        " Quill, I. Tea. 2019.</p></div></div>",
        '<p>Tea calms.<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup></p>'
        '<div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a>&nbsp;Quill, I. Tea. 2019.</p></div>',
        '<p>Tea calms.<a id="a-1" href="#f-1">1</a></p>'
        '<div><a id="f-1" href="#a-1">1</a><div><p>Quill, I. Tea. 2019.</p></div></div>',
        '<p>Tea calms.<a href="#fn:1" rel="footnote">1</a></p><ol><li id="fn:1"><p>Quill, I. Tea. 2019.</p></li></ol>',
        '<p>Tea calms.<a href="#fn1" role="doc-noteref"><sup>1</sup></a></p><ol><li id="fn1">Quill, I. Tea. 2019.</ol>',
    ],
)
def test_every_way_to_link_a_note_gives_a_reference_and_a_citation(page):
    imported = html(page)
    assert cited(imported) == [("Tea calms.", (1,))]
    assert shape(imported) == [("p", "Tea calms.")]
    assert texts(imported) == ['{"printed": "Quill, I. Tea. 2019."}']


def test_a_note_cited_twice_loses_all_its_ways_back():
    imported = html(
        '<p>Tea calms.<sup id="r-0"><a href="#n1">[1]</a></sup>'
        ' Cups break.<sup id="r-1"><a href="#n1">[1]</a></sup></p>'
        '<ol><li id="n1">^ <a href="#r-0"><sup>a</sup></a> <a href="#r-1"><sup>b</sup></a> Quill, I. Tea. 2019.</ol>'
    )
    assert cited(imported) == [("Tea calms.", (1,)), ("Cups break.", (1,))]
    assert texts(imported) == ['{"printed": "Quill, I. Tea. 2019."}']


def test_lettered_marks_get_the_free_numbers_and_keep_their_labels():
    imported = html(
        '<p>Tea calms.<sup id="m1"><a href="#n1">1</a></sup> Cups break.<sup id="ma"><a href="#na">[a]</a></sup></p>'
        '<ol><li id="n1">Quill, I. Tea. 2019. <a href="#m1">^</a></ol>'
        '<ol><li id="na"><a href="#ma">^</a> Rush, O. Cups. 2020.</ol>'
    )
    assert cited(imported) == [("Tea calms.", (1,)), ("Cups break.", (2,))]
    assert [entry.original_label for entry in imported.manuscript.references] == ["1", "a"]


def test_a_number_used_twice_stands_for_two_notes():
    section = (
        '<p>{0}.<sup id="{1}m"><a href="#{1}">1</a></sup></p><p id="{1}"><a href="#{1}m">^</a> {0}, I. T. 2019.</p>'
    )
    imported = html(section.format("Tea", "t1") + section.format("Cups", "c1"))
    assert cited(imported) == [("Tea.", (1,)), ("Cups.", (2,))]


def test_a_note_of_several_paragraphs_is_one_reference():
    imported = html(
        '<p>Tea calms.<sup id="m1"><a href="#n1">1</a></sup></p>'
        '<ol><li id="n1"><p>Quill, I. Tea. 2019.</p><p>Page 3. <a href="#m1">↩</a></p></li></ol>'
    )
    assert texts(imported) == ['{"printed": "Quill, I. Tea. 2019. Page 3."}']
    assert shape(imported) == [("p", "Tea calms.")]


def test_a_note_that_nothing_cites_belongs_to_the_list():
    imported = html(
        '<p>Tea calms.<sup id="m1"><a href="#n1">1</a></sup></p><h2>Notes</h2>'
        '<ol><li id="n1">Quill, I. Tea. 2019. <a href="#m1">^</a><li id="n2">Rush, O. Cups. 2020.</ol>'
    )
    assert [entry.number for entry in imported.manuscript.references] == [1, 2]
    assert shape(imported) == [("p", "Tea calms.")]


def test_links_between_brackets_stay_one_cluster():
    imported = html(
        '<p id="m">Tea calms [<a href="#n1">1</a>, <a href="#n2">2</a>].</p><ol><li id="n1">Quill, I. Tea. 2019. '
        '<a href="#m">^</a><li id="n2">Rush, O. Cups. 2020. <a href="#m">^</a></ol>'
    )
    assert cited(imported) == [("Tea calms.", (1, 2))]


def test_a_table_of_contents_is_no_list_of_notes():
    page = '<ul><li id="t1"><a href="#s1">1</a></ul><h2 id="s1">Tea <a href="#t1">^</a></h2><p>Tea calms.</p>'
    assert html(page).manuscript.references == ()


def test_a_remark_on_a_document_is_a_loss_and_no_reference():
    imported = html(
        '<p>Tea calms.<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup></p>\n'
        '<div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a>Is this so?</p></div>'
    )
    assert shape(imported) == [("p", "Tea calms.")]
    assert lost(imported) == [(2, "[a]Is this so?")]
    assert imported.manuscript.references == ()


def test_a_page_number_behind_a_marker_is_a_loss():
    imported = html(
        '<p>Tea calms.<sup id="m1" class="reference"><a href="#n1">[1]</a></sup>'
        '<sup class="reference">: 12 </sup> Yes.</p>'
        '<ol><li id="n1"><a href="#m1">^</a> Quill, I. Tea. 2019.</ol>'
    )
    assert shape(imported) == [("p", "Tea calms. Yes.")]
    assert (1, ": 12") in lost(imported)
