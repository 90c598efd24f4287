"""A last look at the site of a production build: nothing invented, and nothing of a record that nobody may see."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from c2site.build.prepare import Prepared
from c2site.catalogue.addresses import PAGE_FOLDERS, permanent_path
from c2site.errors import Problem, problem
from c2site.render.web import ENTITIES

READABLE = frozenset({".html", ".js", ".json", ".jsonld", ".csv", ".xml", ".txt", ".webmanifest", ".ics", ".vcf"})
INVENTED = re.compile(r'<aside class="notice"|"invented": ?true')


def not_for_the_public(site: Path, names: Iterable[str], prepared: Prepared) -> Iterator[Problem]:
    """Yield the files of `site`, of all in `names`, that say they are invented, are about a record that is not published, or lead there."""
    hidden = hidden_addresses(prepared)
    leading = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, hidden))})") if hidden else None
    gone = tuple(f"{address}index.html" for address in addresses_of(prepared.portal.profiles.withdrawn))
    for name in sorted(one for one in names if PurePosixPath(one).suffix in READABLE):
        text = (site / name).read_text(encoding="utf-8", errors="replace")
        if INVENTED.search(text):
            yield problem("site-invented", name)
        # The page of a withdrawn record stands at its address, but leads nowhere either.
        found = leading and leading.search(text if name.endswith(gone) else f"{name}\n{text}")
        if found:
            yield problem("site-unpublished", name, found=found[0])


def hidden_addresses(prepared: Prepared) -> list[str]:
    """Return the addresses of the records that have files and are not published."""
    seen = prepared.portal.profiles
    files = {**prepared.loaded.files, **prepared.loaded.spoilt}
    hidden = sorted((folder, key) for folder, key in files if folder in ENTITIES and key not in getattr(seen, folder))
    return addresses_of(hidden)


def addresses_of(records: Iterable[tuple[str, str]]) -> list[str]:
    """Return where (folder, id) of records stand: below a language's folder, and at the address that belongs to none."""
    return [address for folder, key in records for address in (f"{PAGE_FOLDERS.get(folder, folder)}/{key}/", permanent_path(key))]
