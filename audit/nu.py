"""The Nu HTML checker, the one behind validator.w3.org: a Java archive that npm carries."""

import json
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from audit.places import NU, Missing

# Enough for some thousand pages.
MOST_SECONDS = 600


@dataclass(frozen=True)
class MarkupError:
    """One error of a page's HTML; `path` is the file's, `line` counts from 1."""

    path: Path
    line: int
    message: str
    extract: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message} – {self.extract}"


def markup_errors(files: Iterable[Path]) -> list[MarkupError]:
    """Return every error the checker finds in HTML files; raise Missing where Java or the checker is not installed."""
    command = [java(), "-jar", str(checker()), "--exit-zero-always", "--errors-only", "--format", "json", *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=MOST_SECONDS)
    return [_error(one) for one in json.loads(done.stderr)["messages"]]


def _error(told: dict) -> MarkupError:
    return MarkupError(Path(told["url"].removeprefix("file:")), told.get("lastLine", 0), told["message"], told.get("extract", "").strip())


def java() -> str:
    """Return where Java is; raise Missing where it is not."""
    path = shutil.which("java")
    if not path:
        raise Missing("Java is missing, which the HTML checker needs: run 'apt-get install openjdk-17-jre-headless'")
    return path


def checker() -> Path:
    """Return where the checker is; raise Missing where it is not."""
    if not NU.is_file():
        raise Missing(f"the Nu HTML checker is missing at {NU}: run 'make checkers'")
    return NU


def version() -> str:
    """Return the checker's version."""
    return subprocess.run([java(), "-jar", str(checker()), "--version"], capture_output=True, text=True, check=True).stdout.strip()
