"""How the time of parse() grows: each shape of text in sizes doubled, as seconds of CPU and as ratios. Linear is 2.

.venv/bin/python benchmarks/text/parse.py [SHAPE...]
"""

import sys
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from articles.text import parse
from articles.text.sanitize import TextTooLarge

SENTENCE = "Tea lowers blood pressure in adults by 5 percent. "
SIZES = (240_000, 480_000, 960_000, 1_920_000)
# Fewer than the limit of elements, so that the largest text is the worst legal one.
MOST = 49_000


def repeated(unit: str, before: str = "<p>") -> Callable[[int], str]:
    """A shape: `unit` as often as fits in a size (bytes), the elements' limit allowing."""
    elements = unit.count("<") - unit.count("</")
    return lambda size: before + unit * min(size // len(unit.encode()), MOST // elements if elements else size)


SHAPES: dict[str, Callable[[int], str]] = {
    "paragraphs": repeated(f"<p>{SENTENCE * 5}</p>", ""),
    "one paragraph": repeated(SENTENCE),
    "one word": repeated("tea"),
    "stars": repeated("Tea heals.*3 "),
    "brackets": repeated("Tea heals [3]. "),
    "superscripts": repeated("heals<sup>3</sup> "),
    "code": repeated("heals.*3 <code>a</code> "),
    "citations": repeated('Tea heals.<cite class="cit" data-ref="a">A</cite> '),
    "list": repeated("<li>Tea heals wounds.", "<p>Tea:<ul>"),
    "table": repeated("<tr><td>Tea<td>4", "<table>"),
    "nested tables": repeated("<td>4", "<table><tr><td>" * 33),
    "images": repeated('<img alt="Tea heals.">'),
    "abbreviations": repeated("approx. "),
    "combining marks": repeated("\u0301\u0323", "<p>a"),
    "look-alikes": repeated("аa "),
    "closing tags": repeated("</b>"),
    "unended comments": repeated("<!-- ", "<p>"),
    "unended tags": repeated("<a b='>'", ""),
    "reopened": lambda size: "".join(f"<b lang=x{n}>" for n in range(90)) + "<p>a" * min(size // 4, 500),
}


def seconds(html: str) -> tuple[float, str]:
    """The time that parse() takes, the better of two, and why it refused the text if it did."""
    times, refusal = [], ""
    for _ in range(2):
        start = time.process_time()
        try:
            parse(html)
        except TextTooLarge as error:
            refusal = str(error)
        times.append(time.process_time() - start)
    return min(times), refusal


def main(names: list[str]) -> None:
    for name in names or SHAPES:
        measured = [seconds(SHAPES[name](size)) for size in SIZES]
        times = [taken for taken, _ in measured]
        ratios = [later / earlier for earlier, later in pairwise(times)]
        figures = "".join(f"{taken:8.3f}" for taken in times) + " " + "".join(f"{ratio:6.1f}" for ratio in ratios)
        print(f"{name:18}{figures}  {measured[-1][1]}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
