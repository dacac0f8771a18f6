"""The editor's document and the server's blocks agree, so that a place means the same on both sides."""

from articles.text import blocks
from articles.text.sanitize import clean
from tests.articles.desk.editor_page import EDITOR, opened, text
from tests.factories import draft

TEXTS = """async (html) => {
  const editor = CKEDITOR.instances.id_body;
  await new Promise((done) => editor.setData(html, { callback: done }));
  const { blocksOf } = await import("/static/js/block-map.js");
  return blocksOf(editor.editable().$).map((block) => block.text);
}"""
RANGES = """async () => {
  const { blocksOf, rangeOf } = await import("/static/js/block-map.js");
  return blocksOf(CKEDITOR.instances.id_body.editable().$).map((block) =>
    String(rangeOf(block, block.text.indexOf("12%"), block.text.indexOf("12%") + 3) ?? "")).filter(Boolean);
}"""
CITE = '<cite class="cit" data-ref="s1">Ng 2020</cite>'
CASES = {
    "a list in a list": "<ul><li>Outer 12% one.<ul><li>Inner 20% two.</li></ul></li><li>Third 5%.</li></ul>",
    "paragraphs in an item": "<ol><li><p>First 12%.</p><p>Second 4%.</p></li></ol>",
    "a quotation": "<blockquote><p>Quoted 12% claim.</p><p>More 1%.</p></blockquote>",
    "a table": f"<table><thead><tr><th>Year</th><th>Rate</th></tr></thead><tbody><tr><td>A 12%</td><td>3%{CITE}</td>"
    "</tr></tbody></table>",
    "paragraphs in a cell": "<table><tbody><tr><td><p>One 12%</p><p>Two</p></td><td>Three</td></tr></tbody></table>",
    "line breaks": "<p>Line one 12%.<br>Line two 20%.<br><br>Line three.</p>",
    "spaces of all kinds": "<p>R&amp;D rose&nbsp;&nbsp;12%.&nbsp; Next &lt;claim&gt; 3 &hellip; ok.</p>",
    "marks in marks": '<p><strong>Bold <em>both 12%</em></strong>, <a href="/x">link 3%</a>. CO<sub>2</sub> fell.</p>',
    "what shows nothing": "<p>zero\u200bwidth\ufeff joiner \U0001f469\u200d\U0001f467 12%. soft\u00adhyphen 3%.</p>",
    "from right to left": '<p dir="rtl">ارتفعت النسبة 12% في 2019. انخفضت 3٪.</p>',
    "lines in the source": "<p>First\n   sentence 12%.\n\tSecond   one 3%.</p>",
    "empty paragraphs": "<p>&nbsp;</p><p></p><p>Real 12%.</p><p><br></p>",
    "a picture and its caption": '<figure><img src="/a.png" alt="x"><figcaption>Caption 12%.</figcaption></figure>',
    "markers within a sentence": f"<p>A{CITE}, B 12% {CITE}{CITE}; C {CITE}. D.</p>",
    "a marker alone": f"<p>{CITE}</p><p>After 12%.</p>",
    "a marker in a heading": f"<h2>Heading 12%{CITE}</h2><p>x 3%.</p>",
    "code": "<pre>code 12%\n  more 3%</pre>",
    "a promotion": '<aside class="promo"><p>Buy 12% more.</p><ul><li>Now.</li></ul></aside>',
}


def test_both_sides_read_the_same_blocks(page, live_server):
    opened(page, live_server, draft())
    for case, html in CASES.items():
        shown = page.evaluate(TEXTS, clean(html))
        read = blocks.read(clean(text(page))).blocks
        assert shown == [block.text for block in read if block.text and block.name not in {"img", "a", "abbr"}], case
        assert page.evaluate(RANGES) == ["12%"], case


def test_what_the_editor_may_hold_comes_back_as_it_was(page, live_server):
    opened(page, live_server, draft())
    for case, html in CASES.items():
        page.evaluate(TEXTS, clean(html))
        kept = [(block.name, block.text, block.container) for block in blocks.read(clean(text(page))).blocks]
        assert kept == [(block.name, block.text, block.container) for block in blocks.read(clean(html)).blocks], case
    assert page.evaluate(f"{EDITOR}.filter.check('script')") is False
