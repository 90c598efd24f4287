"""Partnerships the tests of the plugin may change, built by the host itself."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY, WORLD

QUICK = {"C2SITE_NO_CATALOGUES": "1", "C2SITE_NO_SEARCH": "1"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the invented world's folder whose configuration may be changed; the cache is shared."""
    config = (WORLD / "mkdocs.yml").read_text(encoding="utf-8")
    config = config.replace("../../theme", str(REPOSITORY / "theme"))
    folder = tmp_path / "root"
    folder.mkdir()
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    for name in ("data", "theme", "content"):
        shutil.copytree(WORLD / name, folder / name)
    (WORLD / ".cache").mkdir(exist_ok=True)
    (folder / ".cache").symlink_to(WORLD / ".cache")
    return folder


def run_host(root: Path, site: Path, *options: str, host: str = "mkdocs", **environment: str) -> subprocess.CompletedProcess[str]:
    """Build with the host's own command; its temporary files go beside the site."""
    (site.parent / "tmp").mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", host, "build", "--config-file", str(root / "mkdocs.yml"), "--site-dir", str(site), *options]
    surroundings = {**os.environ, **QUICK, "TMPDIR": str(site.parent / "tmp"), **environment}
    return subprocess.run(command, cwd=REPOSITORY, env=surroundings, capture_output=True, text=True, check=False, timeout=300)
