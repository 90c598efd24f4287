"""Whole sites of the invented world, built once for the tests that read them."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY, WORLD


def run_build(root: Path, out: Path, *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    import os

    command = [sys.executable, "-m", "c2site", "build", "--root", str(root), "--out", str(out), *options]
    return subprocess.run(command, cwd=REPOSITORY, env={**os.environ, **environment}, capture_output=True, text=True, check=False, timeout=540)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The world's whole site with its catalogues."""
    out = tmp_path_factory.mktemp("built") / "site"
    done = run_build(WORLD, out)
    assert done.returncode == 0, done.stderr
    return out
