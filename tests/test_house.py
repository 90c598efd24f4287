"""The house itself: its floors, and that nothing in it is tied to one partnership."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY

CODE = [path for room in ("c2site", "theme") for path in sorted((REPOSITORY / room).rglob("*")) if path.suffix in (".py", ".html", ".typ", ".js", ".css")]
NAMES = re.compile(r"c2future|aclima|green-home|hamac|ict-net|City of the Future", re.IGNORECASE)


def test_import_contracts_are_kept():
    done = subprocess.run([str(Path(sys.executable).with_name("lint-imports"))], cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_code_is_clean():
    done = subprocess.run([sys.executable, "-m", "ruff", "check", "audit", "c2site", "demo", "tests"], cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", CODE, ids=lambda path: path.relative_to(REPOSITORY).as_posix())
def test_no_partnership_is_named_in_code_templates_or_styles(path: Path):
    text = path.read_text(encoding="utf-8")
    # Examples in help texts and messages may name a cluster; nothing else may.
    found = [line for line in text.splitlines() if NAMES.search(line) and "c2site new" not in line and "--cluster" not in line]
    assert found == []


TEMPLATES = sorted((REPOSITORY / "theme" / "templates").rglob("*.html"))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(REPOSITORY).as_posix())
def test_templates_hold_no_text(path: Path):
    text = re.sub(r"\{[{%#].*?[}%#]\}", " ", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    text = re.sub(r"<[^>]*>", " ", text, flags=re.DOTALL)
    # What every language writes alike.
    alike = {"PDF", "CSV", "JSON", "SVG", "PNG", "ZIP", "CMYK", "OpenAPI", "DCAT", "rem", "html", "doctype"}
    words = [word for word in re.findall(r"[A-Za-z]{3,}", text) if word not in alike]
    assert words == []
