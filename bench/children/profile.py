"""`python -m bench.children.profile CORPUS [EVERY]`: says where the time goes, by kind of page and by function.

Pages are rendered in this process, every EVERYth company and offering (default: 10) and all other pages, and not written.
"""

import cProfile
import io
import pstats
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from c2site.build.output import Output
from c2site.build.prepare import prepared
from c2site.build.progress import Progress
from c2site.build.settings import settings_from
from c2site.build.site import Site
from c2site.render.web import Page, composed, document

NUMEROUS = frozenset({"company", "offering"})
TOP = 40


def tell(root: Path, every: int) -> None:
    """Print CPU milliseconds a page for every template, then the dearest functions of the two numerous kinds."""
    _, ready = _timed("read, check, publish", lambda: prepared(settings_from(root)))
    with TemporaryDirectory(prefix="c2site-bench-") as folder:
        _, site = _timed("assets", lambda: Site(ready, Output(Path(folder)), Progress()))
        _, pages = _timed("list of pages", lambda: list(site.pages()))
        _timed("site map", site.write_maps)
        sample = _sample(pages, every)
        _by_template(site, sample)
        _by_function(site, [page for page in sample if page.template in NUMEROUS])


def _sample(pages: list[Page], every: int) -> list[Page]:
    seen: dict[tuple[str, str], int] = defaultdict(int)
    found = []
    for page in pages:
        seen[page.reader.tag, page.template] += 1
        if page.template not in NUMEROUS or seen[page.reader.tag, page.template] % every == 1 % every:
            found.append(page)
    return found


def _by_template(site: Site, sample: list[Page]) -> None:
    spent, number, size = defaultdict(float), defaultdict(int), defaultdict(int)
    for page in sample:
        begun = time.process_time()
        html = document(composed(site.studio, page))
        spent[page.template] += time.process_time() - begun
        number[page.template] += 1
        size[page.template] += len(html.encode())
    print(f"{'template':<14}{'pages':>8}{'CPU ms/page':>14}{'kB/page':>10}{'CPU s':>9}")
    for template in sorted(spent, key=spent.get, reverse=True):
        count = number[template]
        print(f"{template:<14}{count:>8}{1000 * spent[template] / count:>14.2f}{size[template] / count / 1000:>10.1f}{spent[template]:>9.2f}")


def _by_function(site: Site, sample: list[Page]) -> None:
    profile = cProfile.Profile()
    profile.enable()
    for page in sample:
        document(composed(site.studio, page))
    profile.disable()
    for order in ("tottime", "cumtime"):
        said = io.StringIO()
        pstats.Stats(profile, stream=said).strip_dirs().sort_stats(order).print_stats(TOP)
        print(f"\n{len(sample)} pages of companies and offerings, drawings and phrases already made; by {order}\n{said.getvalue()}")


def _timed(name: str, act: Callable[[], Any]) -> tuple[float, Any]:
    begun = time.process_time()
    made = act()
    spent = time.process_time() - begun
    print(f"{name}: CPU {spent:.2f} s", flush=True)
    return spent, made


if __name__ == "__main__":
    tell(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 10)
