"""What a partnership needs besides records: the host's settings, and the pages that every portal leads to."""

from collections.abc import Mapping
from pathlib import Path

from c2site.build.settings import REPOSITORY
from c2site.check.pages import NEEDED
from c2site.language.phrases import Phrase, Phrases
from c2site.load.phrases import load_phrases
from c2site.model.notation import scalar

# What is made from the records and never committed.
IGNORED = "/site/\n/build/\n.cache/\n.*.lock\n.*.stage/\n.*.manifest\n.*.manifest.part\n"
THEME = "  custom_dir: theme\n"
PAGE = """\
---
title: {title}
# description: One sentence for search engines.
# lede: One sentence below the title.
---

"""


def write_foundation(root: Path, language: str, name: str) -> list[Path]:
    """Write what a partnership called `name` still lacks to be built, its pages in `language`; return the files written."""
    words = _words(language)
    pages = {f"content/{language.lower()}/{page}.md": _page(words, page, name) for page in NEEDED}
    files = {"mkdocs.yml": host_settings(), ".gitignore": IGNORED, **pages}
    return [_written(root / place, text) for place, text in files.items() if not (root / place).exists()]


def write_page(root: Path, language: str, page: str) -> Path:
    """Begin a hand-written page. Raise FileExistsError where it is there."""
    path = root / "content" / language.lower() / f"{page}.md"
    if path.exists():
        raise FileExistsError(f"{path} is there already")
    return _written(path, _page(_words(language), page, page.replace("-", " ").capitalize()))


def host_settings() -> str:
    """Return mkdocs.yml: this repository's own without its theme, which the plugin brings."""
    settings = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8")
    if THEME not in settings:
        raise RuntimeError(f"{REPOSITORY / 'mkdocs.yml'} has no line {THEME!r}")
    return settings.replace(THEME, "")


def known_words() -> Mapping[str, Phrases]:
    """Return the portal's own words, by language."""
    return load_phrases([REPOSITORY / "theme" / "phrases"])[0]


def _page(words: Mapping[str, Phrase], page: str, name: str) -> str:
    """Return a page with a heading block alone, under the title that the portal's menus give it; `name` where they give none."""
    return PAGE.format(title=scalar(str(words.get(f"nav.{page}", name))))


def _words(language: str) -> Mapping[str, Phrase]:
    found = known_words().get(language)
    return found.by_key if found else {}


def _written(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return path
