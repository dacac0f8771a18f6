"""Markdown with footnotes, tables and front matter."""

from tests.articles.importers.reading import cited, lost, markdown, shape


def test_footnotes_are_references_and_their_marks_citations():
    imported = markdown(
        "Tea calms.[^1] It *really* does.[^1][^2]\n\n[^1]: Quill, I. *Tea*. 2019.\n[^2]: Rush, O. Cups. 2020."
    )
    assert cited(imported) == [("Tea calms.", (1,)), ("It really does.", (1,)), ("It really does.", (2,))]
    assert [reference.original_label for reference in imported.manuscript.references] == ["1", "2"]


def test_a_footnote_that_nothing_cites_is_still_a_reference():
    imported = markdown("Tea calms.\n\n[^1]: Quill, I. Tea. 2019.")
    assert [reference.number for reference in imported.manuscript.references] == [1]


def test_named_footnotes_are_numbered_in_their_order_in_the_file():
    imported = markdown("Tea calms.[^b] Cups break.[^a]\n\n[^a]: Quill, I. A. 2019.\n[^b]: Rush, O. B. 2020.")
    assert [(r.number, r.original_label) for r in imported.manuscript.references] == [(1, "a"), (2, "b")]
    assert cited(imported) == [("Tea calms.", (2,)), ("Cups break.", (1,))]


def test_a_mark_without_a_footnote_keeps_its_number():
    imported = markdown("Tea calms.[^9] Yes.[^x]\n\n[^x]: Quill, I. Tea. 2019.")
    assert cited(imported) == [("Tea calms.", (9,)), ("Yes.", (1,))]


def test_a_note_written_in_the_text_is_a_reference():
    imported = markdown("Tea calms.^[Quill, I. Tea. 2019.]")
    assert cited(imported) == [("Tea calms.", (1,))]
    assert imported.manuscript.references[0].sources[0].year == 2019


def test_typed_markers_with_stars_are_no_emphasis():
    imported = markdown("Tea calms*1 and warms*2 us.\n\n## Sources\n\n1. Quill, I. Tea. 2019.\n2. Rush, O. Cups. 2020.")
    assert [numbers for _, numbers in cited(imported)] == [(1,), (2,)]
    assert shape(imported) == [("p", "Tea calms and warms us.")]


def test_nothing_in_code_is_a_marker():
    imported = markdown("Call `keys[1]` now [1].\n\n```\nf[1]\n```\n\n## References\n\n1. Quill, I. Tea. 2019.")
    assert len(cited(imported)) == 1
    assert shape(imported) == [("p", "Call keys[1] now."), ("pre", "f[1]")]


def test_a_line_that_opens_with_table_is_the_caption_of_the_table_below():
    imported = markdown("Words.\n\nTable 1: Cups of tea\n\n| Year | Cups |\n|---|---|\n| 1990 | 4 |")
    assert shape(imported) == [
        ("p", "Words."),
        ("caption", "Table 1: Cups of tea"),
        ("tr", "Year | Cups"),
        ("tr", "1990 | 4"),
    ]


def test_front_matter_gives_title_topics_people_and_disclosure():
    imported = markdown(
        "---\ntitle: 'Tea: a life'\ntags: [Food, \"Drink\"]\nauthors:\n  - Ida Quill\n  - Otto Rush\n"
        "disclosure: None.\ndate: 2020-01-01\n---\nTea calms.\n"
    )
    manuscript = imported.manuscript
    assert manuscript.title == "Tea: a life"
    assert manuscript.topics == ("Food", "Drink")
    assert [(person.name, person.disclosure) for person in manuscript.people] == [
        ("Ida Quill", "None."),
        ("Otto Rush", ""),
    ]
    assert lost(imported) == [(8, "date: 2020-01-01")]


def test_a_line_of_front_matter_that_cannot_be_read_is_a_loss():
    assert lost(markdown("---\ntitle: T\n  deep: [\n---\nWords.")) == [(3, "deep: [")]


def test_the_first_heading_is_the_title_and_the_others_are_headings():
    imported = markdown("# Tea\n\nWords.\n\n## Cups\n\nMore.")
    assert imported.manuscript.title == "Tea"
    assert shape(imported) == [("p", "Words."), ("h2", "Cups"), ("p", "More.")]


def test_losses_count_lines_of_the_file():
    assert lost(markdown("# Tea\n\nWords.\n\nShare this\n")) == [(5, "Share this")]


def test_a_line_with_a_colon_below_a_table_is_its_caption():
    imported = markdown("| Year | Cups |\n|---|---|\n| 1990 | 4 |\n\n: Cups of tea {#tbl:cups}\n\nWords.")
    assert shape(imported) == [("tr", "Year | Cups"), ("tr", "1990 | 4"), ("caption", "Cups of tea"), ("p", "Words.")]


def test_what_is_written_behind_a_heading_for_machines_is_gone():
    imported = markdown("# Tea {#tea}\n\n## Cups {.wide #cups}\n\nWords {sic}.")
    assert (imported.manuscript.title, shape(imported)) == ("Tea", [("h2", "Cups"), ("p", "Words {sic}.")])


def test_a_mark_in_a_block_of_html_cites_its_footnote():
    imported = markdown("<div>\nTea calms[^t]. Cups[^x].\n</div>\n\n[^t]: Quill, I. Tea. 2019.")
    assert cited(imported) == [("Tea calms.", (1,))]
    assert shape(imported) == [("p", "Tea calms. Cups[^x].")]


def test_a_command_to_the_page_s_program_is_a_loss():
    imported = markdown('Words.\n\n{{< figure src="a.png" >}}\n\n{% include x.html %}\n\nUse {{ braces }} well.')
    assert shape(imported) == [("p", "Words."), ("p", "Use {{ braces }} well.")]
    assert [line for line, _ in lost(imported)] == [3, 5]


def test_tasks_definitions_and_struck_words_are_text_without_their_signs():
    imported = markdown("- [x] dive\n- [ ] count\n\nTea\n: A leaf.\n\nIt is ~~red~~ green.")
    assert [text for _, text in shape(imported)] == ["dive", "count", "Tea", "A leaf.", "It is red green."]


def test_a_footnote_of_several_paragraphs_is_one_reference():
    imported = markdown("Tea calms.[^1]\n\n[^1]: Quill, I. Tea. 2019.\n\n    Page 3.\n\nMore words.")
    assert len(imported.manuscript.references) == 1
    assert shape(imported) == [("p", "Tea calms."), ("p", "More words.")]
