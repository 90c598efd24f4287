"""What was measured as one JSON file, and as a drawing."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from bench.chart import chart
from bench.numbers import Row, Run
from bench.targets import Target

DIGITS = 3


@dataclass(frozen=True)
class Report:
    """Everything that a run of the benchmarks has found."""

    machine: Mapping[str, Any]
    languages: Sequence[str]
    prepared: Mapping[tuple[str, int], float]
    runs: Sequence[Run]
    rows: Sequence[Row]
    reading: Mapping[str, Any] | None
    book: Mapping[str, Any] | None
    targets: Sequence[Target]

    def as_text(self) -> str:
        """Return the report as JSON."""
        told = {
            "machine": self.machine,
            "languages": list(self.languages),
            "preparation_seconds": [{"builder": name, "companies": companies, "seconds": seconds} for (name, companies), seconds in self.prepared.items()],
            "medians": [row.as_dict() for row in self.rows],
            "reading": self.reading,
            "book": self.book,
            "targets": [{**asdict(one), "met": one.met} for one in self.targets],
            "runs": [asdict(run) for run in self.runs],
        }
        return json.dumps(_rounded(told), ensure_ascii=False, indent=1) + "\n"

    def drawing(self) -> str:
        """Return the report's chart."""
        about = f"{self.machine['cores']} cores of {self.machine['processor']}, {len(self.languages)} languages, medians; no PDFs, no search index"
        return chart(self.rows, about)


def write_report(report: Report, folder: Path) -> list[Path]:
    """Write report.json and report.svg into a folder and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / "report.json", folder / "report.svg"]
    for path, text in zip(paths, (report.as_text(), report.drawing()), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def _rounded(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, DIGITS)
    if isinstance(value, Mapping):
        return {key: _rounded(one) for key, one in value.items()}
    return [_rounded(one) for one in value] if isinstance(value, Iterable) and not isinstance(value, str) else value
