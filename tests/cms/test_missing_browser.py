"""Where no browser is to be had its tests are skipped loudly, or fail where one is required."""

import sys

from tests.browser import MISSING
from tests.cms.project import ROOT, run

ONE_TEST = "tests/cms/test_shell_in_browser.py::test_axe_finds_a_fault_that_is_there"
NO_BROWSER = {"PATH": "", "PLAYWRIGHT_BROWSERS_PATH": "no-such-folder"}


def pytest_without_browser(**environment: str):
    return run([sys.executable, "-m", "pytest", "-p", "no:cacheprovider", ONE_TEST], ROOT, **NO_BROWSER, **environment)


def test_browser_tests_are_skipped_with_a_loud_line():
    done = pytest_without_browser()
    assert done.returncode == 0
    assert f" {MISSING} (1 skipped) " in done.stdout


def test_browser_tests_fail_where_a_browser_is_required():
    done = pytest_without_browser(REQUIRE_BROWSER="1")
    assert done.returncode == 1
    assert MISSING in done.stdout
