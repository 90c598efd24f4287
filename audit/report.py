"""Everything that a run has found as one JSON file."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from audit.places import WORK
from audit.results import Result, Target


def write_report(results: Sequence[Result], targets: Sequence[Target], versions: Mapping[str, str]) -> Path:
    """Write build/audit/report.json and return its path."""
    told = {
        "checkers": versions,
        "targets": [{**asdict(one), "met": one.met} for one in targets],
        "pages": [{"name": one.name, **asdict(one)} for one in results],
    }
    WORK.mkdir(parents=True, exist_ok=True)
    path = WORK / "report.json"
    path.write_text(json.dumps(told, ensure_ascii=False, indent=1, default=str) + "\n", encoding="utf-8")
    return path
