"""README's pictures, taken from the running demonstration: .venv/bin/python -m tools.pictures [ADDRESS]."""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tests import browser as chromium

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "pictures"
ADDRESS = "http://127.0.0.1:8000"
PASSWORD = "stet-demo"  # noqa: S105 - the demonstration's, which README prints
WIDTH, HEIGHT = 1280, 860
SHOWN = 960  # pixels across, as README shows them
PASTED = "How A Starter Teaches The Dough To Rise"
INTERVIEW = "You Do Not Own It, You Wind It"


def main() -> int:
    """Take all pictures; the demonstration must be running at the address."""
    address = sys.argv[1] if len(sys.argv) > 1 else ADDRESS
    FOLDER.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**chromium.launch_options())
        with opened(browser, address) as page:
            page.goto("/articles/the-last-chain-ferry-on-the-aske/")
            keep(page, "article")
        with signed_in(browser, address, "writer") as page:
            page.goto(f"/desk/articles/{number_of(page, PASTED)}/")
            # What the editor is made of arrives after the page, and so do the marks in its text.
            page.wait_for_timeout(3_000)
            keep(page, "edit")
        with signed_in(browser, address, "checker") as page:
            page.goto(f"/desk/articles/{number_of(page, INTERVIEW)}/review/")
            keep(page, "review")
        browser.close()
    return 0


@contextmanager
def opened(browser: Browser, address: str) -> Iterator[Page]:
    """A fresh page in light colours."""
    size = {"width": WIDTH, "height": HEIGHT}
    context = browser.new_context(base_url=address, viewport=size, locale="en-GB", color_scheme="light")
    yield context.new_page()
    context.close()


@contextmanager
def signed_in(browser: Browser, address: str, name: str) -> Iterator[Page]:
    """A fresh page on which one of the demonstration's people is signed in."""
    with opened(browser, address) as page:
        page.goto("/accounts/login/")
        page.fill("[name=login]", name)
        page.fill("[name=password]", PASSWORD)
        page.press("[name=password]", "Enter")
        page.wait_for_url("**/desk/")
        yield page


def number_of(page: Page, title: str) -> str:
    """The number that the desk's address of an article has."""
    page.goto("/desk/articles/")
    link = page.get_by_role("link", name=title).first.get_attribute("href") or ""
    found = re.search(r"/desk/articles/(\d+)/", link)
    if not found:
        raise LookupError(f"The desk lists no article “{title}”. Is the demonstration loaded?")
    return found[1]


def keep(page: Page, name: str) -> None:
    """Write what the page shows, small enough for a repository."""
    with Image.open(BytesIO(page.screenshot())) as shot:
        small = shot.convert("RGB").resize((SHOWN, HEIGHT * SHOWN // WIDTH), Image.Resampling.LANCZOS)
    path = FOLDER / f"{name}.png"
    # An octree keeps the colours of small things, which the default gives up for more shades of paper.
    small.quantize(method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(path, optimize=True)
    print(f"{path} ({path.stat().st_size // 1000} kB)")


if __name__ == "__main__":
    sys.exit(main())
