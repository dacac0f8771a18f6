"""The command `citecheck` as a program: bytes out, exit codes, no database, a terminal."""

import json
import os
import pty
import subprocess
import sys
import termios
from pathlib import Path

from tests.cms.project import ROOT

CLAIM = "Café — rain lowers blood pressure by 12 per cent."
BARE = {"PATH": os.environ["PATH"], "ENV_FILE": "", "DATABASE_URL": "sqlite:////nowhere/at/all.sqlite3"}


def citecheck(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command in an environment without secrets, whose database cannot be opened."""
    command = [sys.executable, "manage.py", "citecheck", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, env=BARE | environment, capture_output=True, timeout=60, check=False)


def text(folder: Path, name: str = "rain.txt") -> Path:
    path = folder / name
    path.write_text(f"Rain\n\n{CLAIM}\n", encoding="utf-8")
    return path


def test_file_is_checked_with_no_database_and_no_secrets(tmp_path):
    done = citecheck(text(tmp_path))
    assert (done.returncode, done.stderr) == (1, b"")
    assert b"rain.txt:3:1 C001 " in done.stdout


def test_output_is_utf8_whatever_the_locale(tmp_path):
    locales = [{}, {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}, {"PYTHONIOENCODING": "latin-1"}]
    done = [citecheck("--format", "json", text(tmp_path), **locale).stdout for locale in locales]
    assert json.loads(done[0].decode("utf-8"))[0]["sentences"][0]["text"] == CLAIM
    assert done[1] == done[2] == done[0]


def test_same_bytes_whatever_the_hash_seed(tmp_path):
    done = [citecheck("--format", "json", text(tmp_path), PYTHONHASHSEED=seed).stdout for seed in ("1", "2")]
    assert done[0] == done[1]


def test_file_name_that_is_no_utf8_is_named_and_the_text_checked(tmp_path):
    name = os.fsdecode(b"r\xe9in.txt")
    done = citecheck("--format", "json", text(tmp_path, name))
    assert done.returncode == 1
    assert json.loads(done.stdout.decode("utf-8"))[0]["file"] == str(tmp_path / name)


def test_missing_file_is_told_without_a_traceback(tmp_path):
    done = citecheck(tmp_path / "missing.txt", text(tmp_path))
    assert done.returncode == 2
    assert done.stderr.decode().splitlines() == [f"{tmp_path}/missing.txt: There is no such file."]
    assert b"C001" in done.stdout


def test_a_closed_stream_is_no_crash(tmp_path):
    run = 'exec "$0" manage.py citecheck "$@" '
    for closed, file, code in ((">&-", text(tmp_path), 1), ("2>&-", tmp_path / "missing.txt", 2)):
        command = ["/bin/sh", "-c", run + closed, sys.executable, str(file)]
        done = subprocess.run(command, cwd=ROOT, env=BARE, capture_output=True, timeout=60, check=False)
        assert (done.returncode, done.stdout, done.stderr) == (code, b"", b"")


def test_pipe_is_read_like_a_file(tmp_path):
    os.mkfifo(tmp_path / "pipe.md")
    writer = subprocess.Popen(["/bin/sh", "-c", 'cat "$0" > "$1"', str(text(tmp_path)), str(tmp_path / "pipe.md")])
    done = citecheck(tmp_path / "pipe.md")
    assert writer.wait(timeout=60) == 0
    assert (done.returncode, b"pipe.md:3:1 C001 " in done.stdout) == (1, True)


def test_bad_usage_has_exit_code_2():
    for arguments in ([], ["--format", "yaml", "a.txt"], ["-"]):
        done = citecheck(*arguments)
        assert (done.returncode, done.stdout) == (2, b"")
        assert b"Traceback" not in done.stderr


def test_help_tells_the_options():
    done = citecheck("--help")
    assert done.returncode == 0
    for told in (b"--format", b"--sensitivity", b"--coverage", b"FILE", b"no database"):
        assert told in done.stdout


def test_progress_is_shown_on_a_terminal_only_and_never_among_the_findings(tmp_path):
    files = [text(tmp_path, f"{number}.txt") for number in range(3)]
    shown, terminal = pty.openpty()
    termios.tcsetwinsize(terminal, (24, 80))
    os.set_blocking(shown, False)
    command = [sys.executable, "manage.py", "citecheck", *map(str, files)]
    done = subprocess.run(command, cwd=ROOT, env=BARE, stdout=subprocess.PIPE, stderr=terminal, timeout=60, check=False)
    progress = os.read(shown, 4096)
    os.close(terminal)
    os.close(shown)
    assert b"/3" in progress
    assert citecheck(*files).stderr == b""
    assert done.stdout == citecheck(*files).stdout
