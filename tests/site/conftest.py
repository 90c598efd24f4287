"""The real partnership's whole site, built once as CI publishes it: strictly."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from c2site.build.prepare import Prepared, prepared
from c2site.build.settings import settings_from
from tests.conftest import REPOSITORY


@pytest.fixture(scope="session")
def real() -> Prepared:
    return prepared(settings_from(REPOSITORY, {"SOURCE_DATE_EPOCH": real_epoch()}))


def real_epoch() -> str:
    """Return the day the real records were compiled, so that the tests do not depend on the day of a commit."""
    return "1795305600"


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("real") / "site"
    command = [sys.executable, "-m", "c2site", "build", "--strict", "--out", str(out)]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": real_epoch()}
    done = subprocess.run(command, cwd=REPOSITORY, env=environment, capture_output=True, text=True, check=False, timeout=560)
    assert done.returncode == 0, done.stderr
    return out
