"""The record of an audit that the portal publishes in its accessibility statement: `data/audit.yml`."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from audit.results import Result

HEADING = """\
# What `make audit` has found on the real portal; the accessibility statement shows it. Written by a full run, never by hand:
# a gap goes when the portal is mended and the audit is run again.
"""
UNREVIEWED, FOREIGN = re.compile(r'class="unreviewed"'), re.compile(r'class="foreign-page"')


def record(results: Sequence[Result], site: Path, languages: Iterable[str], versions: Mapping[str, str], day: date) -> dict:
    """Return what is published of an audit; `versions` tells the checkers and their versions."""
    return {
        "day": day.isoformat(),
        "pages": len(results),
        "checkers": [{"name": name, "version": version, **_counts(results, name)} for name, version in versions.items()],
        "gaps": [*_broken(results), *_lighthouse(results), *_markup(results)],
        "undecided": _gaps("axe", ((one, broken) for one in results for look in one.axed for broken in look.undecided)),
        "languages": [_language(site, language) for language in languages],
    }


def _counts(results: Sequence[Result], name: str) -> dict[str, int]:
    pages = {"Lighthouse": [one for one in results if one.score]}.get(name, results)
    failing = {"axe": lambda one: one.broken, "Nu": lambda one: one.markup, "Lighthouse": lambda one: one.score.accessibility < 100}[name]
    return {"pages": len(pages), "failing": sum(1 for one in pages if failing(one))}


def _broken(results: Sequence[Result]) -> list[dict]:
    return _gaps("axe", ((one, broken) for one in results for broken in one.broken))


def _gaps(checker: str, found: Iterable[tuple]) -> list[dict]:
    """Return one gap a rule, with how many pages it concerns and the first of them."""
    gaps: dict[str, dict] = {}
    pages: dict[str, dict] = {}
    for one, broken in found:
        pages.setdefault(broken.rule, {})[one.page.path] = None
        gaps[broken.rule] = {"checker": checker, "rule": broken.rule, "criteria": list(broken.criteria)}
    return [{**gap, "pages": len(pages[rule]), "example": next(iter(pages[rule]))} for rule, gap in sorted(gaps.items())]


def _lighthouse(results: Sequence[Result]) -> list[dict]:
    known = {broken.rule for one in results for broken in one.broken}
    failed: dict[str, list[str]] = {}
    for one in results:
        for rule in one.score.failed if one.score and one.score.accessibility < 100 else ():
            failed.setdefault(rule, []).append(one.page.path)
    return [
        {"checker": "Lighthouse", "rule": rule, "criteria": [], "pages": len(paths), "example": paths[0]}
        for rule, paths in sorted(failed.items())
        if rule not in known
    ]


def _markup(results: Sequence[Result]) -> list[dict]:
    paths = [one.page.path for one in results if one.markup]
    return [{"checker": "Nu", "rule": "html", "criteria": [], "pages": len(paths), "example": paths[0]}] if paths else []


def _language(site: Path, language: str) -> dict:
    """Return how many pages a language has, how many show another language's text, and how many nobody has reviewed."""
    texts = [path.read_text(encoding="utf-8") for path in (site / language).rglob("index.html")]
    tag = re.search(r'<html lang="([^"]*)"', texts[0])[1]
    count = {"pages": len(texts), "foreign": _marked(texts, FOREIGN), "unreviewed": _marked(texts, UNREVIEWED)}
    return {"tag": tag, **count}


def _marked(texts: Sequence[str], mark: re.Pattern) -> int:
    return sum(1 for text in texts if mark.search(text))


def write_record(path: Path, told: Mapping) -> None:
    """Write the record as YAML, a value a line where it is a list."""
    lines = [HEADING.rstrip()]
    for key, value in told.items():
        if isinstance(value, list):
            lines += [f"{key}:" if value else f"{key}: []", *(f"  - {json.dumps(one, ensure_ascii=False)}" for one in value)]
        else:
            lines.append(f"{key}: {value}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
