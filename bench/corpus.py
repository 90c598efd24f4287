"""Invented partnerships of any size, made by `python -m demo` and kept as long as the generator stays the same."""

import hashlib
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree, rmtree

from bench.places import REPOSITORY, WORK

# The build's day; the invented records are valid from 2026 to 2030.
DAY = {"SOURCE_DATE_EPOCH": "1798761600", "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
CACHE = ".cache"
OTHER_SEED = "2"


@dataclass(frozen=True)
class Corpus:
    """A partnership of `companies` invented companies in `root`, in the languages `languages` (tags)."""

    companies: int
    root: Path
    languages: tuple[str, ...]

    def forget(self, kept: Path | None = None) -> None:
        """Remove what former builds left in the corpus; `kept` is a cache to begin with."""
        rmtree(self.root / CACHE, ignore_errors=True)
        if kept is not None:
            copytree(kept, self.root / CACHE)


def corpus(companies: int, languages: str = "", seed: str = "1") -> Corpus:
    """Return a corpus, made now where there is none yet. `languages` are tags with commas between; empty means all."""
    name = f"{companies}-{seed}-{languages or 'all'}"
    root, stamp = WORK / "corpora" / name, WORK / "corpora" / f"{name}.stamp"
    digest = _digest()
    if not root.is_dir() or not stamp.is_file() or stamp.read_text() != digest:
        root.parent.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-m", "demo", "--smes", str(companies), "--seed", seed, "--out", str(root)]
        subprocess.run([*command, *(["--languages", languages] if languages else [])], cwd=REPOSITORY, check=True, stdout=subprocess.DEVNULL)
        stamp.write_text(digest)
    tags = languages.split(",") if languages else _tags(root)
    return Corpus(companies, root, tuple(tags))


def cache_of_another(languages: str) -> Path:
    """Return the cache that the build of another partnership, of one company, leaves: cut fonts, nothing of a record."""
    other = corpus(1, languages, OTHER_SEED)
    other.forget()
    command = [sys.executable, "-m", "c2site", "build", "--root", other.root, "--out", WORK / "other-site", "--without-catalogues"]
    subprocess.run(
        command, cwd=REPOSITORY, check=True, env={**os.environ, **DAY, "C2SITE_NO_SEARCH": "1", "C2SITE_NO_CATALOGUES": "1", "C2SITE_NO_CARDS": "1"}, stdout=subprocess.DEVNULL
    )
    kept = WORK / "kept-cache"
    rmtree(kept, ignore_errors=True)
    copytree(other.root / CACHE, kept)
    return kept


def _tags(root: Path) -> list[str]:
    """Return a partnership's languages as its record lists them."""
    lines = (root / "data" / "partnership.yml").read_text(encoding="utf-8").splitlines()
    rest = lines[lines.index("languages:") + 1 :]
    end = next((number for number, line in enumerate(rest) if line and line[0] not in " -"), len(rest))
    return [line.split("tag:")[1].strip().strip("\"'") for line in rest[:end] if "tag:" in line]


def _digest() -> str:
    found = hashlib.sha256()
    for path in sorted((REPOSITORY / "demo").rglob("*")):
        if path.suffix in (".py", ".yml"):
            found.update(path.read_bytes())
    return found.hexdigest()
