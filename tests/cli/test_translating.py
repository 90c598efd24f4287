"""The command for translators, asked as its help and its page show it."""

from pathlib import Path

import polib
import pytest
from click.testing import CliRunner

from c2site.cli import main
from tests.conftest import WORLD


@pytest.mark.parametrize(("states", "some"), [(["missing"], True), (["missing", "outdated"], True), (["outdated"], False)])
def test_texts_are_exported_by_how_they_stand(tmp_path: Path, states: list[str], some: bool) -> None:
    out = tmp_path / "el.po"
    asked = [option for state in states for option in ("--state", state)]
    result = CliRunner().invoke(main, ["translate", "export", "--root", str(WORLD), "--language", "el", *asked, "--out", str(out)])
    assert result.exit_code == 0, result.output
    assert bool(out.exists() and polib.pofile(str(out))) == some
