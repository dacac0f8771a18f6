"""The command line: exit codes for what a command did not foresee, and a fresh tree that works."""

import os
import subprocess
import sys

from tests.cms.project import ROOT, copy, manage

DEVELOPMENT = {"DEBUG": "on", "SECRET_KEY": "k"}


def test_crash_has_its_own_exit_code_a_traceback_and_a_sentence(tmp_path):
    crashed = manage("migrate", DATABASE_URL=f"sqlite:///{tmp_path}/no-such-folder/db.sqlite3")
    assert crashed.returncode == 3
    assert "Traceback" in crashed.stderr
    assert crashed.stderr.endswith("Stet crashed: the command did not finish. The lines above say where it stopped.\n")


def test_bad_usage_has_exit_code_2():
    assert manage("migrate", "--no-such-option").returncode == 2


def test_reader_who_leaves_the_pipe_causes_no_traceback():
    environment = {"PATH": os.environ["PATH"], "ENV_FILE": ""}
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as pipe:
        command = [sys.executable, "manage.py", "diffsettings", "--all"]
        done = subprocess.run(command, cwd=ROOT, env=environment, stdout=pipe, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (141, b"")


def test_fresh_tree_migrates_its_default_database(tmp_path):
    tree = copy(tmp_path)
    migrated = manage("migrate", "--verbosity", "0", root=tree, **DEVELOPMENT)
    assert (migrated.returncode, migrated.stderr) == (0, "")
    assert (tree / "var" / "stet.sqlite3").is_file()


def test_fresh_tree_reads_its_env_file_and_the_environment_wins(tmp_path):
    (tmp_path / "env").write_text("SECRET_KEY=from-the-file\nALLOWED_HOSTS=file.example\n")
    shown = manage("diffsettings", ENV_FILE=str(tmp_path / "env"), ALLOWED_HOSTS="environment.example")
    assert "SECRET_KEY = 'from-the-file'" in shown.stdout
    assert "ALLOWED_HOSTS = ['environment.example']" in shown.stdout
