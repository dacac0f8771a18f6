"""axe-core, the accessibility checker, on a page that Playwright has open."""

from pathlib import Path

from playwright.sync_api import Page

SCRIPT = Path(__file__).parent / "vendor" / "axe-core" / "4.14.1" / "axe.min.js"


def violations(page: Page, rule: str = "") -> list[str]:
    """What axe finds wrong, by all its rules or by one, one line each: rule, what it asks, the first place."""
    page.evaluate(SCRIPT.read_text())  # not as a script tag: the policy of our pages lets none in
    found = page.evaluate("async (only) => (await axe.run(only ? { runOnly: [only] } : {})).violations", rule)
    return [f"{each['id']}: {each['help']} at {each['nodes'][0]['html']}" for each in found]
