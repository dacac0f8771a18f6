"""What every test may use."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.db import connection
from django.db.backends.base.operations import BaseDatabaseOperations
from hypothesis import settings as hypothesis_settings
from playwright.sync_api import Browser, Page, sync_playwright

from articles import triggers
from tests import browser as chromium

# A busy machine is no fault of the code under test.
hypothesis_settings.register_profile("stet", deadline=None)
hypothesis_settings.load_profile("stet")

DATABASE_FIXTURES = {"db", "transactional_db", "live_server", "admin_user", "admin_client"}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what touches a database by a fixture, so that `-m django_db` selects it for the run on PostgreSQL."""
    for item in items:
        if DATABASE_FIXTURES & set(getattr(item, "fixturenames", ())) and not item.get_closest_marker("django_db"):
            item.add_marker(pytest.mark.django_db)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say loudly that browser tests were skipped: a dot among hundreds goes unseen."""
    skipped = [
        report for report in terminalreporter.stats.get("skipped", []) if chromium.MISSING in str(report.longrepr)
    ]
    if skipped:
        terminalreporter.write_sep("!", f"{chromium.MISSING} ({len(skipped)} skipped)", red=True, bold=True)


@pytest.fixture(scope="session", autouse=True)
def _flush_past_the_triggers() -> Iterator[None]:
    """Let a transactional test's flush empty the guarded tables too; post_migrate lays the triggers again."""
    ops = type(connection.ops)
    flush = ops.sql_flush

    def sql_flush(self: BaseDatabaseOperations, *args: object, **kwargs: object) -> list[str]:
        statements = flush(self, *args, **kwargs)
        return triggers.lifting(self.connection) + statements if statements else []

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ops, "sql_flush", sql_flush)
        yield


@pytest.fixture(autouse=True)
def _nothing_kept() -> None:
    """Begin each test with an empty cache: what another kept of its database, and counted of log-ins, is not true
    here.
    """
    cache.clear()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A running Chromium, for one module: while it runs, its event loop does, and no test may start another."""
    if not chromium.executable():
        (pytest.fail if chromium.required() else pytest.skip)(chromium.MISSING)
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # Django refuses its ORM where an event loop runs. Playwright's runs, but no test is a coroutine.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        running = playwright.chromium.launch(**chromium.launch_options())
        yield running
        running.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page, 1280 wide, in a profile of its own."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@pytest.fixture
def console_errors(page: Page) -> list[str]:
    """What the page's console says of errors, as it comes: uncaught exceptions and missing files too."""
    errors: list[str] = []
    page.on("console", lambda message: message.type == "error" and errors.append(message.text))
    page.on("pageerror", lambda error: errors.append(str(error)))
    return errors
