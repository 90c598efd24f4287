"""Companies and offerings of a corpus as every peer gets them: plain values, texts in one language, joined beforehand."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import cyrtranslit
import yaml

SERBIAN = {"sr-Latn": "sr"}
FIRST = "en"


def records(root: Path, folder: str) -> Iterator[dict[str, Any]]:
    """Yield the records of one folder, each with its id."""
    for path in sorted((root / "data" / folder).rglob("*.yml")):
        yield {"id": path.stem, **yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)}


def localized(smes: list[dict[str, Any]], offerings: list[dict[str, Any]], language: str, languages: tuple[str, ...]) -> dict[str, list[dict[str, Any]]]:
    """Return companies with their offerings and offerings with their company, in the words of one language."""
    tags = frozenset(languages)
    companies = {one["id"]: _in(one, language, tags) for one in smes}
    offered = {one["id"]: _in(one, language, tags) for one in offerings}
    by_company: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for one in offered.values():
        one["makers"] = one.get("smes") or [one["sme"]]
        for maker in one["makers"]:
            by_company[maker].append(_card(one))
    for one in companies.values():
        one["offerings"] = by_company[one["id"]]
    for one in offered.values():
        maker = companies[one["makers"][0]]
        one["company"] = {key: maker.get(key) for key in ("id", "name", "city", "country")}
        related = {*one.get("works_with", ()), *one.get("needs_components", ())} | {card["id"] for card in by_company[maker["id"]]}
        one["related"] = [_card(offered[key]) for key in sorted(related) if key in offered and key != one["id"]]
    return {"companies": list(companies.values()), "offerings": list(offered.values())}


def _card(one: Mapping[str, Any]) -> dict[str, Any]:
    return {key: one.get(key, "") for key in ("id", "name", "summary", "kind")}


def _in(value: Any, language: str, tags: frozenset[str]) -> Any:
    if isinstance(value, dict):
        if value and value.keys() <= tags:
            return _text(value, language)
        return {key: _in(one, language, tags) for key, one in value.items()}
    return [_in(one, language, tags) for one in value] if isinstance(value, list) else value


def _text(text: Mapping[str, str], language: str) -> str:
    if language in SERBIAN and SERBIAN[language] in text:
        return cyrtranslit.to_latin(text[SERBIAN[language]], "sr")
    return text.get(language) or text.get(FIRST) or next(iter(text.values()))
