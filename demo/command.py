"""The command `python -m demo`."""

import argparse
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from c2site.build.progress import Progress
from demo.files import common_files, company_files
from demo.folder import Foreign, replaced, write_files
from demo.vocabulary import DERIVED, LANGUAGES, Vocabulary
from demo.world import OFFERINGS_PER_COMPANY, World

DONE, USAGE = 0, 2
ABOUT = """Write a large invented partnership, for demonstrations and measurements.

Six clusters, five markets and any number of companies with three offerings each, in nine languages. Everything is
invented, and every page says so. The same numbers give the same bytes."""
EXAMPLE = """Example:
  python -m demo --smes 120 --out build/demo
  c2site build --root build/demo --out build/demo-site"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the demonstration the arguments ask for; return 0, or 2 for wrong usage."""
    asked = _parser().parse_args(arguments)
    world = World(asked.seed, Vocabulary(asked.languages), asked.smes)
    begun = time.monotonic()
    try:
        with replaced(asked.out) as folder:
            number, size = write_files(folder, _files(world, Progress()))
    except (Foreign, OSError) as error:
        print(f"demo: {error}", file=sys.stderr)
        return USAGE
    print(
        f"Wrote {asked.smes:,} invented companies with {asked.smes * OFFERINGS_PER_COMPANY:,} offerings in "
        f"{len(asked.languages)} languages ({number:,} files, {size / 1e6:,.1f} MB) into {asked.out} "
        f"in {time.monotonic() - begun:.1f} s."
    )
    return DONE


def _files(world: World, progress: Progress) -> Iterator[tuple[str, bytes]]:
    yield from common_files(world)
    for company in progress.over("companies", world.companies):
        yield from company_files(world, company)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m demo", description=ABOUT, epilog=EXAMPLE, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--smes", type=_number, required=True, metavar="N", help="how many companies (at least 1)")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder to write; a former demonstration there is replaced")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="another seed gives other companies (default: 1)")
    parser.add_argument(
        "--languages", type=_languages, default=LANGUAGES, metavar="L,L,…", help=f"default: {','.join(LANGUAGES)}; the first one leads"
    )
    return parser


def _number(text: str) -> int:
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"`{text}` is not a whole number from 1 up")
    return int(text)


def _languages(text: str) -> tuple[str, ...]:
    tags = tuple(dict.fromkeys(tag.strip() for tag in text.split(",")))
    for tag in tags:
        if tag not in LANGUAGES:
            raise argparse.ArgumentTypeError(f"`{tag}` is not one of {', '.join(LANGUAGES)}")
        if tag in DERIVED and DERIVED[tag] not in tags:
            raise argparse.ArgumentTypeError(f"`{tag}` is derived from `{DERIVED[tag]}`: name that too")
    if tags[0] in DERIVED:
        raise argparse.ArgumentTypeError(f"`{tags[0]}` is derived from another language and cannot lead")
    return tags
