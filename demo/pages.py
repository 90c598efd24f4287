"""What is not a record: hand-written pages, sources, words for codes, and the settings of the host."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from demo.block import block_yaml, scalar
from demo.vocabulary import words_in
from demo.world import World

REPOSITORY = Path(__file__).resolve().parents[1]
SOURCES = {
    "demo-register": ("techreport", "Invented register of companies"),
    "demo-yearbook": ("book", "Invented yearbook of the clusters 2026"),
    "demo-market-survey": ("online", "Invented survey of five markets"),
}
# The day on which the demonstration was made up; builds without another day count it as today.
CONSULTED = "2027-03-01"


def pages(world: World) -> Iterator[tuple[str, str]]:
    """Yield every hand-written page: its place in the partnership and its Markdown."""
    for tag in world.words.written:
        state = "reviewed" if tag == "en" else "unreviewed"
        for name, page in words_in(tag)["pages"].items():
            heading = "".join(f"{field}: {scalar(page[field])}\n" for field in ("title", "description", "lede"))
            yield f"content/{tag}/{name}.md", f"---\n{heading}translation: {state}\n---\n\n{page['body']}\n"


def phrases(world: World) -> Iterator[tuple[str, str]]:
    """Yield the partnership's own words for the codes in its records, one file a language."""
    for tag in world.words.written:
        codes = words_in(tag)["codes"]
        spelled = {group: {code.replace("-", " "): words for code, words in one.items()} for group, one in codes.items()}
        state = "reviewed" if tag == "en" else "unreviewed"
        yield f"data/phrases/{tag}.yml", block_yaml({"translation": state, "phrases": spelled})


def bibliography() -> str:
    """Return references.bib."""
    entries = ["% Every source here is invented; none of the addresses leads anywhere."]
    for key, (kind, title) in SOURCES.items():
        fields = {
            "author": "{Nobody of Nowhere}",
            "title": f"{{{title}}}",
            "year": "2026",
            "publisher": "Invented House",
            "institution": "Invented House",
            "url": f"https://{key}.example/",
            "urldate": CONSULTED,
            "langid": "english",
            "note": "Invented for the demonstration",
            "keywords": "primary",
        }
        lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
        entries.append(f"@{kind}{{{key},\n{lines}}}")
    return "\n\n".join(entries) + "\n"


def host_settings() -> str:
    """Return mkdocs.yml: the repository's own, with its theme named by its full path."""
    settings = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8")
    return _replaced(settings, {"site_name": "Demo", "custom_dir": str(REPOSITORY / "theme")})


def _replaced(settings: str, values: Mapping[str, str]) -> str:
    for name, value in values.items():
        settings, found = re.subn(rf"(?m)^( *{name}:).*$", lambda line, value=value: f"{line[1]} {json.dumps(value)}", settings)
        if found != 1:
            raise RuntimeError(f"{REPOSITORY / 'mkdocs.yml'} has {found} lines with `{name}:`; one is expected")
    return settings
