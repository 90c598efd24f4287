"""What pages lead to and lack, looked at while they are written, when their text is at hand."""

import os
import re
from collections.abc import Iterator, Set
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from c2site.errors import Problem, problem

LINK = re.compile(r"""<(?:a|link|script|img|source|use)\s[^>]*?(?:href|src)="([^"#][^"]*)\"""")
# Steps up, then a path: nothing to unquote, no query, no scheme.
PLAIN = re.compile(r"((?:\.\./)*)((?:[\w-][\w.-]*/)*(?:[\w-][\w.-]*)?)")
FUNDING_MARK = 'class="funding'
SMALLEST_PAGE = 500
# The editors' page is filled by its scripts, and no visitor's.
ADMIN = "admin/"


class Seen(NamedTuple):
    """`targets` maps each file that a page leads to, relative to the site, to one (page, link); `problems` are the pages' own."""

    targets: dict[str, tuple[str, str]]
    problems: list[Problem]

    def wrong(self, files: Set[str], root_path: str, left_out: tuple[str, ...]) -> Iterator[Problem]:
        """Give every problem, dead targets once each; links into the folders `left_out` on purpose are not followed."""
        yield from self.problems
        for target, (path, link) in self.targets.items():
            file = _index(target.removeprefix(root_path)) if target.startswith("/") else target
            if file not in files and not file.startswith(left_out):
                yield problem("site-dead-link", path, found=link)


class Links:
    """Looks at pages; a link up and away is followed once for all pages of neighbouring folders."""

    def __init__(self) -> None:
        self._followed: dict[str, set[str]] = {}
        self._outside: set[str] = set()

    def see(self, path: str, html: str, seen: Seen) -> None:
        """Add to `seen` what is wrong with a page, and what it leads to."""
        if path.startswith(ADMIN):
            return
        if len(html) < SMALLEST_PAGE:
            seen.problems.append(problem("site-empty-page", path))
        # The mark stands in the foot.
        if html.rfind(FUNDING_MARK) < 0:
            seen.problems.append(problem("site-funding", path))
        bases = bases_of(path)
        followed = self._followed.setdefault(bases[1] if len(bases) > 1 else path, set())
        for link in set(LINK.findall(html)) - followed - self._outside:
            target = target_of(bases, link)
            if target is None:
                self._outside.add(link)
                continue
            seen.targets.setdefault(target, (path, link))
            if link.startswith("../"):
                followed.add(link)


def bases_of(path: str) -> list[str]:
    """Return the folder of a page and those above it up to the site's own, "": what none, one, two … steps up lead to."""
    bases = []
    while path:
        path = path.rpartition("/")[0]
        bases.append(f"{path}/" if path else "")
    return bases


def target_of(bases: list[str], link: str) -> str | None:
    """Return the file a link on a page leads to, or None for links that leave the site or stay on the page.

    A link that begins at the server's root keeps its slash: where the site begins is not known here.
    """
    if plain := PLAIN.fullmatch(link):
        steps = len(plain[1]) // 3
        return _index(bases[steps] + plain[2]) if steps < len(bases) else link
    parts = urlsplit(link.replace("&amp;", "&"))
    if parts.scheme or parts.netloc or not parts.path:
        return None
    if parts.path.startswith("/"):
        return unquote(parts.path)
    slash = "/" if parts.path.endswith(("/", "/.", "..")) else ""
    return _index(os.path.normpath(bases[0] + unquote(parts.path)).removeprefix(".") + slash)


def _index(path: str) -> str:
    """Return the file a server sends for a path."""
    return f"{path}index.html" if not path or path.endswith("/") else path
