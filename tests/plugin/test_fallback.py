"""Another plugin that changes pages one by one is noticed, and its work is kept."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY, WORLD

EVERY_PAGE = 'def on_post_page(output, page, config):\n    return output.replace("</body>", "<!-- {} --></body>")\n'


def build(tmp_path: Path, mark: str) -> tuple[Path, str]:
    (tmp_path / "hook.py").write_text(EVERY_PAGE.format(mark).replace('"<!-- ', 'f"<!-- '), encoding="utf-8")
    config = (WORLD / "mkdocs.yml").read_text(encoding="utf-8")
    config = config.replace("../../theme", str(REPOSITORY / "theme"))
    (tmp_path / "mkdocs.yml").write_text(f"{config}\nhooks:\n  - hook.py\n", encoding="utf-8")
    for folder in ("data", "theme", "content"):
        shutil.copytree(WORLD / folder, tmp_path / folder)
    command = [sys.executable, "-m", "mkdocs", "build", "--config-file", str(tmp_path / "mkdocs.yml"), "--site-dir", str(tmp_path / "site")]
    environment = {**os.environ, "C2SITE_NO_CATALOGUES": "1", "C2SITE_NO_SEARCH": "1"}
    done = subprocess.run(command, cwd=REPOSITORY, env=environment, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr
    return tmp_path / "site", done.stderr


@pytest.mark.parametrize(("mark", "warned"), [("{page.url}", True), ("same everywhere", False)])
def test_every_page_carries_the_other_plugins_mark(tmp_path: Path, mark: str, warned: bool):
    site, log = build(tmp_path, mark)
    assert ("another plugin changes pages one by one" in log) == warned
    page = (site / "en" / "companies" / "oneil" / "index.html").read_text(encoding="utf-8")
    expected = "en/companies/oneil/" if warned else "same everywhere"
    assert f"<!-- {expected} --></body>" in page
