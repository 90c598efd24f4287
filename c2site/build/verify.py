"""A staged site looked at once more before anybody sees it: no empty page, no dead link, the funding marks in place."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from c2site.errors import Problem, problem

LINK = re.compile(r"""<(?:a|link|script|img|source|use)\b[^>]*?\b(?:href|src)="([^"]*)\"""")
FUNDING_MARK = 'class="funding'
SMALLEST_PAGE = 500


def verified(folder: Path, root_path: str = "/", left_out: tuple[str, ...] = ()) -> list[Problem]:
    """Return what is wrong with the site in `folder`, each dead target once.

    `root_path` is the path of the site's address; links into the folders `left_out` on purpose are not followed.
    """
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    found: dict[tuple[str, str], Problem] = {}
    for path in sorted(files):
        if path.endswith(".html"):
            html = (folder / path).read_text(encoding="utf-8")
            for one in _page_problems(path, html, files, root_path, left_out):
                found.setdefault((one.code, one.message), one)
    return list(found.values())


def _page_problems(path: str, html: str, files: set[str], root_path: str, left_out: tuple[str, ...]) -> Iterator[Problem]:
    if len(html) < SMALLEST_PAGE:
        yield problem("site-empty-page", path)
    if FUNDING_MARK not in html:
        yield problem("site-funding", path)
    for link in LINK.findall(html):
        target = _target(path, link, root_path)
        if target is not None and target not in files and not target.startswith(left_out or ("\0",)):
            yield problem("site-dead-link", path, found=link)


def _target(path: str, link: str, root_path: str) -> str | None:
    """Return the file a link leads to, or None for links that leave the site or stay on the page."""
    parts = urlsplit(link.replace("&amp;", "&"))
    if parts.scheme or parts.netloc or not parts.path:
        return None
    if parts.path.startswith("/"):
        joined = os.path.normpath(unquote(parts.path).removeprefix(root_path) or ".").lstrip("/")
    else:
        joined = os.path.normpath(os.path.join(os.path.dirname(path), unquote(parts.path)))
    joined = "" if joined == "." else joined
    return f"{joined}/index.html".lstrip("/") if parts.path.endswith("/") or not joined else joined
