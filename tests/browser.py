"""The browser that tests use: finds Chromium, and as a program (python -m tests.browser) installs one where none is."""

import functools
import os
import shutil
import subprocess
import sys

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "google-chrome", "google-chrome-stable", "chromium-browser")
# No talk with the world: without these Chromium looks its maker's hosts up at every start.
ARGUMENTS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
MISSING = "NO BROWSER TEST WAS RUN: no Chromium is to be had. Install Debian's package chromium, or Google Chrome."
LONGEST_INSTALL = 300  # seconds; a closed network must not hold the tests up


def required() -> bool:
    """Is a missing browser a failure?"""
    return os.environ.get("REQUIRE_BROWSER") == "1"


@functools.cache
def executable() -> str | None:
    """The path of a Chromium that starts: the system's, else Playwright's own; None where there is neither."""
    return next((path for path in candidates() if starts(path)), None)


def candidates() -> list[str]:
    """Where a Chromium may be, the best first."""
    system = [path for name in NAMES if (path := shutil.which(name))]
    if system:
        return system
    with sync_playwright() as playwright:
        return [playwright.chromium.executable_path]


def starts(path: str) -> bool:
    """Does it answer? Ubuntu's chromium-browser is a stub that only says what to install."""
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False).returncode == 0
    except OSError:
        return False


def launch_options() -> dict[str, object]:
    """What Playwright needs to start it. Chromium refuses its sandbox to root, who is told so; others keep it."""
    return {"executable_path": executable(), "args": ARGUMENTS, "chromium_sandbox": os.geteuid() != 0}


def install() -> None:
    """Install Debian's package where that may be done, else Playwright's own build. Says what it does; never asks."""
    print("Installing Chromium for the browser tests", flush=True)
    if apt := apt_get():
        quietly([*apt, "update", "-qq"])
        quietly([*apt, "install", "-y", "-qq", "--no-install-recommends", "chromium"])
        executable.cache_clear()
        if executable():
            return
    quietly([sys.executable, "-m", "playwright", "install", "chromium"])
    executable.cache_clear()


def apt_get() -> list[str]:
    """How to call apt-get with the right to install, [] where there is no way."""
    if not shutil.which("apt-get"):
        return []
    silent = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    if os.geteuid() == 0:
        return silent
    sudo = shutil.which("sudo")
    may = sudo and subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode == 0
    return [sudo, "-n", *silent] if may else []


def quietly(command: list[str]) -> None:
    """Run a step; show its last lines only where it failed. The next step may still mend it."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=LONGEST_INSTALL, check=False)
    except subprocess.TimeoutExpired:
        print(f"{' '.join(command)}: gave up after {LONGEST_INSTALL} s", file=sys.stderr)
        return
    if done.returncode:
        print(
            f"{' '.join(command)}: exit code {done.returncode}",
            *done.stderr.splitlines()[-3:],
            sep="\n",
            file=sys.stderr,
        )


def main() -> int:
    """Make sure of a browser; fail only where REQUIRE_BROWSER=1 asks for it."""
    if not executable():
        install()
    if executable():
        return 0
    print(MISSING, file=sys.stderr)
    return 1 if required() else 0


if __name__ == "__main__":
    sys.exit(main())
