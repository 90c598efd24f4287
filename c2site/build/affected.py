"""Which pages two states of a portal make differently: all are made in memory, none is written but those that are pictured."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from c2site.build.output import Output
from c2site.build.prepare import Prepared
from c2site.build.progress import Progress
from c2site.build.shell import BARE
from c2site.build.site import Site
from c2site.catalogue.differences import Difference
from c2site.language import Reader
from c2site.render.web import Page, composed

MOST_PICTURED = 6
LEFT, RIGHT = "ltr", "rtl"


class Affected(NamedTuple):
    """A page that differs: `before` and `after` are None where it does not stand there."""

    path: str
    before: Page | None
    after: Page | None

    @property
    def page(self) -> Page:
        """The page as it will be, else as it was."""
        return self.after or self.before  # type: ignore[return-value]


class Compared(NamedTuple):
    """The two portals, the pages that differ by their paths, and how many pages there are now."""

    before: Site
    after: Site
    affected: Sequence[Affected]
    count: int


def compared(before: Prepared, after: Prepared, folder: Path, progress: Progress) -> Compared:
    """Make all pages of both states; what they show besides their text is written below `folder`."""
    sites = [Site(one, Output(folder / name), progress) for name, one in (("before", before), ("after", after))]
    old, new = (dict(_made(site, progress)) for site in sites)
    paths = sorted(path for path in {*old, *new} if old.get(path, (None, ""))[1] != new.get(path, (None, ""))[1])
    affected = [Affected(path, *(side[path][0] if path in side else None for side in (old, new))) for path in paths]
    return Compared(*sites, affected, len(new))


def _made(site: Site, progress: Progress) -> Iterable[tuple[str, tuple[Page, bytes]]]:
    """Yield every page by its path, with a digest of its HTML."""
    for page in progress.over("pages", list(site.pages())):
        yield page.path, (page, hashlib.sha256(html_of(site, page).encode()).digest())


def html_of(site: Site, page: Page) -> str:
    """Return a page as a whole, without any host."""
    return BARE.filled(composed(site.studio, page))


def pictured(affected: Sequence[Affected], differences: Sequence[Difference], default: Reader) -> list[Affected]:
    """Return the few pages that show most of a change: of changed records, new ones first, in the language they were written in; one page that runs
    from the right; lists that hold them; then others.
    """
    by_record = _by_record(affected)
    told = sorted((one for one in differences if one.key in by_record), key=lambda one: (one.before is not None, one.after is None, -len(one.fields)))
    own = [_best(by_record[one.key], one.record.source_language, default.tag, LEFT) for one in told]
    turned = [_best(by_record[one.key], "", "", RIGHT) for one in told]
    lists = [one for one in affected if not one.page.key and not one.page.subject.below and one.page.reader.tag == default.tag]
    chosen = [*own[:3], *[one for one in turned if one.page.reader.direction == RIGHT][:1], *_of_folders(lists, told), *own[3:], *affected]
    return list({one.path: one for one in chosen}.values())[:MOST_PICTURED]


def _by_record(affected: Sequence[Affected]) -> Mapping[tuple[str, str], list[Affected]]:
    found: dict[tuple[str, str], list[Affected]] = {}
    for one in affected:
        subject = one.page.subject
        if subject.key and not subject.listing and not subject.below:
            found.setdefault((subject.folder, subject.key), []).append(one)
    return found


def _best(pages: Sequence[Affected], source: str, default: str, direction: str) -> Affected:
    return min(pages, key=lambda one: (one.page.reader.tag != source, one.page.reader.tag != default, one.page.reader.direction != direction))


def _of_folders(lists: Sequence[Affected], told: Sequence[Difference]) -> list[Affected]:
    folders = {one.key[0] for one in told}
    return [one for one in lists if one.page.folder in folders][:1]
