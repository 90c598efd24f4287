"""`python -m bench.children.hugo_data CORPUS PROJECT LANGUAGES`: writes one JSON file a language for Hugo."""

import json
import sys
from pathlib import Path

from bench.children.localized import localized, records


def write_data(root: Path, project: Path, languages: tuple[str, ...]) -> None:
    """Write all companies and offerings as Hugo's content adapters read them."""
    smes, offerings = list(records(root, "smes")), list(records(root, "offerings"))
    folder = project / "assets" / "data"
    folder.mkdir(parents=True, exist_ok=True)
    for language in languages:
        text = json.dumps(localized(smes, offerings, language, languages), ensure_ascii=False, default=str)
        (folder / f"{language.lower()}.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_data(Path(sys.argv[1]), Path(sys.argv[2]), tuple(sys.argv[3].split(",")))
