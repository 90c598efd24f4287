"""`python -m bench.children.markdown CORPUS PROJECT LANGUAGES`: writes one Markdown page a company and language."""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from bench.children.localized import localized, records


def write_pages(root: Path, project: Path, languages: tuple[str, ...]) -> None:
    """Write the pages as an ordinary MkDocs site has them, with a list of them in every language."""
    smes, offerings = list(records(root, "smes")), list(records(root, "offerings"))
    for language in languages:
        folder = project / "docs" / language.lower() / "companies"
        folder.mkdir(parents=True, exist_ok=True)
        companies = localized(smes, offerings, language, languages)["companies"]
        for one in companies:
            (folder / f"{one['id']}.md").write_text("\n".join(_page(one)), encoding="utf-8")
        rows = [f"- [{one['name']}]({one['id']}.md) {one['summary']}" for one in companies]
        (folder / "index.md").write_text("\n".join(["# Companies", "", *rows, ""]), encoding="utf-8")
    (project / "docs" / "index.md").write_text("# Demo\n", encoding="utf-8")


def _page(one: Mapping[str, Any]) -> Iterator[str]:
    yield from ("---", f"description: {_quoted(one['summary'])}", "---", "", f"# {one['name']}", "", one["summary"], "")
    yield from (f"[{one['website']}]({one['website']}) · {one['mailbox']}", "", "| | |", "|---|---|")
    yield from (f"| {name} | {value} |" for name, value in _facts(one))
    yield from ("", "## Description", "", one.get("description", ""), "", "## Offerings", "")
    for offering in one["offerings"]:
        yield from (f"### {offering['name']}", "", offering["summary"], "", f"*{offering['kind']}*", "")
    yield from ("## Sources", "")
    yield from (f"- {fact['text']} ({fact['as_of']})" for fact in one.get("statements", ()))
    yield from (f"- {paper['type']} {paper.get('number', '')}, {paper.get('issuer', '')}" for paper in one.get("certificates", ()))
    yield ""


def _facts(one: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name in ("cluster", "country", "region", "city", "legal_name", "size", "brand", "reviewed_on"):
        if name in one:
            yield name, str(one[name])
    for name in ("keywords", "languages", "activities", "business_models", "sectors"):
        yield name, ", ".join(map(str, one.get(name, ())))
    for name in ("founded", "employees", "turnover"):
        if name in one:
            yield name, str(one[name]["value"])


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


if __name__ == "__main__":
    write_pages(Path(sys.argv[1]), Path(sys.argv[2]), tuple(sys.argv[3].split(",")))
