"""Markup for tests to read: what people paste, and what nobody should."""

from hypothesis import strategies as st

PIECES = (
    "<p> </p> <div> </div> <b> </b> <i> <a> </a> <table> </table> <tr> <td> <th> </td> <caption> <ul> "
    "<li> </ul> <cite> </cite> <pre> <svg> <math> <script> </script> <style> </style> <!-- --> <![CDATA[ "
    "]]> < > </ <! &amp; &#1; &lt; &#10; <select> <option> <h1> <h2> </h2> <textarea> <title> <template> "
    "<aside> </aside> <blockquote> <sup> </sup> <code> 3 *3 [3] ¹ Tea heals. . <br> <hr> </br> <form> "
    "<button> <object> <frameset> <plaintext> <body> <tfoot> <col> <figure> <figcaption> = ' \""
).split(" ")
WITH_ATTRIBUTES = (
    '<cite class="cit" data-ref="cha2020 hu2016" data-locator="p. 4|">',
    "<img alt='Tea heals.' title=Tea>",
    '<a href="https://example.org/" title="Tea heals.">',
    "<b lang='x'>",
    '<a href="',
    "\n",
    " ",
    "\0",
    "\ud800",
    "\u200b",
)


def tangled() -> st.SearchStrategy[str]:
    """A strategy for markup that was put together in the dark."""
    piece = st.one_of(st.sampled_from(PIECES), st.sampled_from(WITH_ATTRIBUTES), st.text(max_size=3))
    return st.lists(piece, max_size=25).map("".join)
