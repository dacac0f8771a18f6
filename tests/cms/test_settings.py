"""docs/settings.md and the settings say the same."""

import re

from tests.cms.project import ROOT

READ = re.compile(r"""env(?:iron\.get|\.\w+)\(\s*"([A-Z_]+)\"""")
ROW = re.compile(r"^\| `([A-Z_]+)` \|", re.MULTILINE)


def test_every_variable_that_settings_read_has_a_row_and_every_row_a_variable():
    read = set(READ.findall((ROOT / "cms" / "settings.py").read_text()))
    assert {"DEBUG", "SECRET_KEY", "ALLOWED_HOSTS", "DATABASE_URL", "ENV_FILE"} <= read
    assert read == set(ROW.findall((ROOT / "docs" / "settings.md").read_text()))
