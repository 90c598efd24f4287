"""Google's Lighthouse on a simulated slow phone."""

import json
import os
import subprocess
from dataclasses import dataclass
from statistics import median

from audit.browsing import chromium_path
from audit.places import LIGHTHOUSE, Missing

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-quic"
GOOD = 99
# A busy machine makes one run slow, seldom three.
MOST_RUNS = 3
MOST_SECONDS = 240


@dataclass(frozen=True)
class Score:
    """Categories from 0 to 100, the cumulative layout shift, bytes in all, and the ids of the checks that failed."""

    performance: float
    accessibility: float
    best_practices: float
    seo: float
    shift: float
    bytes: int
    failed: tuple[str, ...]
    runs: int = 1


def score(address: str) -> Score:
    """Return a page's score; where performance falls short, the median of several runs counts."""
    runs = [_run(address)]
    while runs[-1].performance < GOOD and len(runs) < MOST_RUNS:
        runs.append(_run(address))
    typical = median(one.performance for one in runs) if len(runs) % 2 else max(one.performance for one in runs)
    chosen = next(one for one in runs if one.performance == typical)
    return Score(**{**chosen.__dict__, "runs": len(runs)})


def _run(address: str) -> Score:
    """Return the score of one run; a run that loses its trace, as now and then one does, is made again."""
    command = ["node", str(_lighthouse()), address, "--quiet", "--output=json", f"--only-categories={','.join(CATEGORIES)}", f"--chrome-flags={FLAGS}"]
    environment = {**os.environ, "CHROME_PATH": chromium_path()}
    for _ in range(MOST_RUNS):
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=MOST_SECONDS)
        if not done.returncode:
            break
    else:
        raise Missing(f"Lighthouse ended with {done.returncode} on {address}: {done.stderr.strip()[-400:]}")
    return _told(json.loads(done.stdout))


def _told(report: dict) -> Score:
    audits, categories = report["audits"], report["categories"]
    scores = {name.replace("-", "_"): round(100 * (categories[name]["score"] or 0), 1) for name in CATEGORIES}
    shift = audits["cumulative-layout-shift"]["numericValue"]
    return Score(**scores, shift=round(shift, 4), bytes=int(audits["total-byte-weight"]["numericValue"]), failed=tuple(_failed(report)))


def _failed(report: dict) -> list[str]:
    """Return the checks that cost points, without those that only measure time."""
    weighed = {one["id"] for name in CATEGORIES[1:] for one in report["categories"][name]["auditRefs"] if one["weight"]}
    return sorted(key for key in weighed if report["audits"][key]["score"] is not None and report["audits"][key]["score"] < 1)


def version() -> str:
    """Return Lighthouse's version."""
    return json.loads((_lighthouse().parents[1] / "package.json").read_text(encoding="utf-8"))["version"]


def _lighthouse():
    if not LIGHTHOUSE.is_file():
        raise Missing(f"Lighthouse is missing at {LIGHTHOUSE}: run 'make audit'")
    return LIGHTHOUSE
