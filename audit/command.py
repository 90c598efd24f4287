"""The command `python -m audit`."""

import argparse
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Browser

from audit import axe, lighthouse, nu
from audit.browsing import chromium, first_visit
from audit.pages import LOST, PageOfKind, languages_of, pages_of_kinds
from audit.places import RECORD, REPOSITORY, WORK, Missing
from audit.record import record, write_record
from audit.report import write_report
from audit.results import Result, targets
from audit.serving import served
from audit.table import faults_text, table, targets_text

REACHED, MISSED, BROKEN = 0, 1, 2
ABOUT = """Audit the portal: build the real partnership and an invented one of 120 companies, and run Lighthouse (simulated slow phone), axe,
the Nu HTML checker, and a first visit that counts bytes, requests, foreign hosts and cookies, on the heaviest page of every kind."""
EXAMPLES = """Examples:
  python -m audit                 everything; writes build/audit/report.json and data/audit.yml, which the accessibility statement shows
  python -m audit --quick         the real partnership without Lighthouse, writes build/audit/report.json only
  python -m audit --site site     a site that is built already
"""
REAL, DEMO = "real", "demo"
# Left to right and right to left.
LANGUAGES = ("en", "ar")
# The colour schemes, each at a width: together they show the phone's and the desk's layout.
LOOKS = (("light", 1440), ("dark", 360), ("light", 360), ("dark", 1440))
SCORED = ("home", "offerings", "offerings/*", "markets/*")


def main(arguments: Sequence[str] | None = None) -> int:
    """Audit what the arguments ask for, print it and write it down; return 0 where every target is reached, 1 otherwise."""
    asked = _asked(arguments)
    try:
        return _audited(asked)
    except (Missing, subprocess.CalledProcessError) as error:
        print(f"audit: {error}", file=sys.stderr)
        return BROKEN


def _audited(asked: argparse.Namespace) -> int:
    sites = {REAL: asked.site} if asked.site else _built(asked.quick)
    results = [one for name, site in sites.items() for one in results_of(name, site, scored=() if asked.quick else SCORED)]
    reached = targets(results)
    print(table(results), targets_text(reached), faults_text(results), sep="\n\n")
    print(f"\nWrote {write_report(results, reached, _versions(asked.quick))}.")
    if not asked.quick and not asked.site:
        told = [one for one in results if one.site == REAL]
        write_record(RECORD, record(told, sites[REAL], languages_of(sites[REAL]), _versions(), datetime.now(UTC).date()))
        print(f"Wrote {RECORD}, which the accessibility statement shows.")
    return MISSED if any(one.met is False for one in reached) else REACHED


def results_of(name: str, site: Path, scored: Sequence[str] = ()) -> Iterator[Result]:
    """Yield what is found on each kind of page of a built site; Lighthouse looks at the `scored` kinds only."""
    pages = pages_of_kinds(site, LANGUAGES)
    files = {page: (site / (page.path if page.kind == LOST else f"{page.path}index.html")).resolve() for page in pages}
    errors = nu.markup_errors(files.values())
    with served(site) as address, chromium() as browser:
        for page in pages:
            found = [one for one in errors if one.path == files[page]]
            yield _looked_at(browser, address, name, page, found, page.kind in scored)


def _looked_at(browser: Browser, address: str, name: str, page: PageOfKind, errors: Sequence[nu.MarkupError], scored: bool) -> Result:
    print(f"\r\033[K{name} {page.path}", end="", file=sys.stderr, flush=True)
    return Result(
        site=name,
        page=page,
        visit=first_visit(browser, address + page.path),
        axed=axe.axed_in(browser, address + page.path, LOOKS),
        markup=errors,
        score=lighthouse.score(address + page.path) if scored else None,
        invented=name == DEMO,
    )


def _built(quick: bool) -> dict[str, Path]:
    """Build what is audited and return the sites by name."""
    sites = {REAL: _site(REPOSITORY, WORK / REAL)}
    if not quick:
        demo = WORK / "demo"
        subprocess.run([sys.executable, "-m", "demo", "--smes", "120", "--out", str(demo)], cwd=REPOSITORY, check=True)
        # Its long lists are looked at, its books and cards are not.
        sites[DEMO] = _site(demo, WORK / "demo-site", C2SITE_NO_CATALOGUES="1", C2SITE_NO_CARDS="1")
    return sites


def _site(root: Path, out: Path, **settings: str) -> Path:
    command = [sys.executable, "-m", "c2site", "build", "--root", str(root), "--out", str(out)]
    subprocess.run(command, cwd=REPOSITORY, env={**os.environ, **settings}, check=True)
    return out


def _versions(quick: bool = False) -> dict[str, str]:
    return {"axe": axe.version(), "Nu": nu.version().split()[0], **({} if quick else {"Lighthouse": lighthouse.version()})}


def _asked(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m audit", description=ABOUT, epilog=EXAMPLES, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="the real partnership only, without Lighthouse")
    parser.add_argument("--site", type=Path, metavar="DIR", help="a built site to audit instead of building")
    return parser.parse_args(arguments)
