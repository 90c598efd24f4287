"""The command `python -m bench`."""

import argparse
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from bench.alone import book, reading
from bench.builders import C2site
from bench.corpus import cache_of_another, corpus
from bench.interleaved import Session
from bench.machine import machine
from bench.measured import Failed
from bench.numbers import rows
from bench.peers import install_peers
from bench.places import BENCH, WORK, places
from bench.report import Report, write_report
from bench.table import book_text, reading_text, table, targets_text
from bench.targets import BOOK_COMPANIES, targets

DONE, FAILED = 0, 1
ABOUT = """Measure c2site beside Hugo, plain MkDocs with Material, and the floors under all of them: writing the same bytes,
reading the same YAML. Then reading and setting a book alone. Everything is made on invented data; bench/README.md says
what is measured and how."""
EXAMPLES = """Examples:
  python -m bench --quick            100 companies, one run: under two minutes, into build/bench/
  python -m bench                    100 and 1,000 companies, three runs in turn, into bench/
  python -m bench --full             10,000 companies too (c2site and the floors)
  make bench ARGS="--companies 500 --rounds 5 --out build/bench"
"""
# Four profiles a company: together 10,000 profiles and some more.
READ_COMPANIES = 2_500
# One run of so many is long enough to be steady.
MANY = 10_000


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what the arguments ask for, print it and write the report; return 0, or 1 where a builder failed."""
    asked = _asked(arguments)
    # Ended from outside, the builder that runs and the sites in memory go too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    try:
        report = _measured(asked)
    except Failed as error:
        print(f"bench: {error}", file=sys.stderr)
        return FAILED
    print(table(report.rows), end="\n\n")
    for (name, companies), seconds in report.prepared.items():
        print(f"Not counted: making {name}’s data for {companies:,} companies took {seconds:.1f} s.")
    print(f"{reading_text(report.reading)}\n{book_text(report.book)}\n\n{targets_text(report.targets)}\n")
    print("Wrote " + " and ".join(map(str, write_report(report, asked.out))) + ".")
    return DONE


def _measured(asked: argparse.Namespace) -> Report:
    install_peers()
    about = machine()
    session = Session(C2site(cache_of_another(asked.languages)))
    for companies in asked.companies:
        session.measure(corpus(companies, asked.languages), 1 if companies >= MANY else asked.rounds, asked.places)
    largest = corpus(max(size for size in asked.companies if size < MANY or size == asked.companies[0]), asked.languages)
    read = reading(corpus(READ_COMPANIES, asked.languages) if not asked.quick else largest)
    found = rows(session.runs)
    printed = book(largest, BOOK_COMPANIES)
    return Report(about, largest.languages, session.prepared, session.runs, found, read, printed, targets(found, read, printed))


def _asked(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=ABOUT, epilog=EXAMPLES, formatter_class=argparse.RawDescriptionHelpFormatter)
    size = parser.add_mutually_exclusive_group()
    size.add_argument("--quick", action="store_true", help="100 companies, one run")
    size.add_argument("--full", action="store_true", help="10,000 companies too; takes long and 10 GB")
    size.add_argument("--companies", type=_numbers, metavar="N,N,…", help="other numbers of companies")
    parser.add_argument("--rounds", type=int, metavar="N", help="runs of each builder (default: 3)")
    parser.add_argument("--places", type=_words, metavar="memory,disk", default=places(), help="where to write (default: both, where there is /dev/shm)")
    parser.add_argument("--languages", default="", metavar="L,L,…", help="languages of the corpus (default: all nine)")
    parser.add_argument("--out", type=Path, metavar="DIR", help="folder of report.json and report.svg (default: bench/; build/bench/ with --quick)")
    asked = parser.parse_args(arguments)
    asked.companies = asked.companies or ((100,) if asked.quick else (100, 1_000, MANY) if asked.full else (100, 1_000))
    asked.rounds = asked.rounds or (1 if asked.quick else 3)
    asked.out = asked.out or (WORK if asked.quick else BENCH)
    return asked


def _numbers(text: str) -> tuple[int, ...]:
    numbers = text.split(",")
    if not all(one.isdigit() and int(one) for one in numbers):
        raise argparse.ArgumentTypeError(f"`{text}` is no list of whole numbers, such as 100,1000")
    return tuple(sorted(map(int, numbers)))


def _words(text: str) -> tuple[str, ...]:
    unknown = set(text.split(",")) - set(places())
    if unknown:
        raise argparse.ArgumentTypeError(f"`{', '.join(sorted(unknown))}` is none of {', '.join(places())}")
    return tuple(text.split(","))
