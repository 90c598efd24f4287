"""What is wrong with hand-written pages: heading blocks, links into the portal, citations, raw HTML."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from c2site.check.figures import uncited_figures
from c2site.errors import Problem, nearest, problem
from c2site.load.document import parsed
from c2site.load.faults import MOST_TOLD
from c2site.load.pages import Pages, split_page
from c2site.load.partnership import Loaded
from c2site.model import Profiles

HEADING_FIELDS = ("title", "description", "lede", "translation")
STRATEGY = "strategy"
# The pages that menus and foot of every portal lead to; what they hold is the partnership's to write.
NEEDED = ("index", "about", "how-to-buy", "value-chain", STRATEGY, "partners", "imprint", "accessibility", "privacy")
REVIEW_STATES = ("unreviewed", "reviewed")
PAGE_FOLDERS = {"companies": "smes", "catalogues": "editions"}
LISTS = (
    "clusters", "companies", "offerings", "sectors", "markets", "catalogues", "events", "bibliography", "search", "brand", "press", "needs", "together",
    "matching", "cooperation", "indicators", "codes", "editing",
)  # fmt: skip
CITATION = re.compile(r"\[(@[^\]\s][^\]]{0,300})\]")
SOURCE_KEY = re.compile(r"@([^;\s,\]]+)")
PORTAL_LINK = re.compile(r"\]\(c2:([^)\s#]*)")
RAW_HTML = re.compile(r"<(/?[a-zA-Z][^>\n]{0,60})>")
FENCED = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)


def page_problems(pages: Pages, loaded: Loaded) -> list[Problem]:
    """Return the problems of every page in content/, in order."""
    if loaded.profiles is None:
        return []
    targets = _targets(loaded.profiles, _names(pages))
    found = list(pages.problems)
    for path, text in pages.texts.items():
        found.extend(islice(_problems_of(f"content/{path}", text, loaded.profiles, targets), MOST_TOLD))
    return sorted(found)


def pages_left_out(pages: Pages, problems: Iterable[Problem]) -> dict[tuple[str, str], Problem]:
    """Return the pages that cannot be shown, as (`content`, place), each with the first problem that keeps it out."""
    found: dict[tuple[str, str], Problem] = {}
    for one in problems:
        folder, _, place = one.path.partition("/")
        if folder == "content" and (one in pages.problems or one.code == "unknown-source"):
            found.setdefault((folder, place), one)
    return found


def cited_sources(pages: Pages) -> set[str]:
    """Return the keys of the sources that hand-written pages cite."""
    return {key for text in pages.texts.values() for match in CITATION.finditer(text) for key in SOURCE_KEY.findall(match[1])}


def missing_pages(pages: Pages, loaded: Loaded) -> Iterator[Problem]:
    """Yield a problem for each page that every portal leads to and that nobody has written in any language."""
    if loaded.profiles is None:
        return
    first, names = loaded.profiles.partnership.languages[0].tag.lower(), _names(pages)
    for name in NEEDED:
        if name not in names:
            yield problem("missing-file", f"content/{first}/{name}.md", kind=f"page {name}")


def _names(pages: Pages) -> set[str]:
    return {path.rpartition("/")[2].removesuffix(".md") for path in pages.texts}


def _targets(profiles: Profiles, names: set[str]) -> set[str]:
    """Return what `c2:` links may lead to."""
    pages = {"", *LISTS, *names} - {"index"}
    back = {folder: page for page, folder in PAGE_FOLDERS.items()}
    return pages | {
        f"{back.get(folder, folder)}/{one.id}"
        for folder, one in profiles.records()
        if back.get(folder, folder) in LISTS
    }


def _problems_of(path: str, text: str, profiles: Profiles, targets: set[str]) -> Iterator[Problem]:
    heading, body, first = split_page(text)
    yield from _heading_problems(path, heading)
    plain = FENCED.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), body)
    for match in PORTAL_LINK.finditer(plain):
        link = match[1].strip("/")
        if link not in targets:
            yield problem(
                "page-link", path, _place(plain, match.start(1), first), found=match[1], nearest=nearest(link, targets)
            )
    for match in CITATION.finditer(plain):
        for key in SOURCE_KEY.findall(match[1]):
            if key not in profiles.bibliography:
                place = _place(plain, match.start(1), first)
                yield problem("unknown-source", path, place, found=key, nearest=nearest(key, profiles.bibliography))
    for match in RAW_HTML.finditer(plain):
        if not match[1].startswith(("http", "mailto")):
            yield problem("page-markup", path, _place(plain, match.start(), first), found=match.group())
    if path.rpartition("/")[2].removesuffix(".md") in strategies(profiles):
        for position, figure in uncited_figures(plain):
            yield problem("uncited-figure", path, _place(plain, position, first), found=figure)


def strategies(profiles: Profiles) -> set[str]:
    """Return the names of the pages on strategy: those that markets name."""
    return {STRATEGY, *(one.strategy for one in profiles.markets.values() if one.strategy)}


def _heading_problems(path: str, heading: str) -> Iterator[Problem]:
    if not heading.strip():
        yield problem("page-missing-title", path, (1, 1), "title")
        return
    document = parsed(path, f"\n{heading}".encode())
    for field in document.values:
        if field not in HEADING_FIELDS:
            place, near = document.key_place((field,)), nearest(field, HEADING_FIELDS)
            yield problem("page-front-matter", path, place, field, found=field, allowed=HEADING_FIELDS, nearest=near)
    if "title" not in document.values:
        yield problem("page-missing-title", path, (1, 1), "title")
    state = document.values.get("translation")
    if state not in (None, *REVIEW_STATES):
        place, near = document.place(("translation",)), nearest(str(state), REVIEW_STATES)
        yield problem("wrong-choice", path, place, "translation", found=state, allowed=REVIEW_STATES, nearest=near)


def _place(text: str, position: int, first: int) -> tuple[int, int]:
    line = text.count("\n", 0, position)
    return first + line, position - (text.rfind("\n", 0, position) + 1) + 1
