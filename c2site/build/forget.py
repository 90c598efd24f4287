"""Forgetting a record: its file, what rests on it, what leads to it, and what earlier builds have kept of it."""

import shutil
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from c2site.build.leading_on import no_record
from c2site.build.prepare import latest_day
from c2site.build.remains import empty
from c2site.build.rewriting import Rewriting, rewriting
from c2site.build.settings import Settings
from c2site.build.unlisting import unlisted
from c2site.catalogue.addresses import PAGE_FOLDERS
from c2site.check.erasure import falling, left_over, linking_pages, mentions, pointers, remaining_texts
from c2site.check.findings import filed_records
from c2site.errors import DataError, Problem
from c2site.load.bibliography import BIBLIOGRAPHY
from c2site.load.cut import without_sources
from c2site.load.document import parsed
from c2site.load.files import WITHDRAWN, Key, RecordFile, content_of
from c2site.load.partnership import Loaded, load_partnership
from c2site.load.printings import printing_text, printings, without_records
from c2site.load.translations import recorded_file
from c2site.load.withdrawn import with_withdrawn, withdrawn
from c2site.model import Withdrawal, Withdrawn
from c2site.render.web import ENTITIES


@dataclass(frozen=True)
class Forgetting:
    """What forgetting a record changes, and the `mentions` of its name that a person must read."""

    settings: Settings
    records: tuple[RecordFile, ...]
    rewriting: Rewriting
    mentions: tuple[Problem, ...]

    @property
    def addresses(self) -> tuple[str, ...]:
        """Where the records' pages stood, below every language's folder."""
        paged = (one for one in self.records if one.kind.folder in ENTITIES)
        return tuple(f"{PAGE_FOLDERS.get(one.kind.folder, one.kind.folder)}/{one.id}/" for one in paged)


def forgetting(settings: Settings, key: str) -> Forgetting:
    """Return what has to change for the record `key` to be forgotten.

    Raise LookupError where there is no such record, and DataError with every place that a person must mend first.
    """
    loaded = load_partnership(settings.root)
    gone = falling(loaded, key)
    if not gone and key not in {one.id for one in withdrawn(settings.root)[0]}:
        raise no_record(key, (*loaded.files, *loaded.spoilt))
    texts = remaining_texts(settings.root, gone.values())
    rewritten, to_mend = unlisted(loaded, pointers(loaded, gone), "forgotten-reference")
    to_mend += linking_pages(texts, gone)
    if to_mend:
        raise DataError(to_mend)
    sources, media = left_over(loaded, gone, texts)
    if sources:
        rewritten[BIBLIOGRAPHY] = without_sources(texts[BIBLIOGRAPHY], sources).encode()
    rewritten = _remembered(settings, loaded, gone.values()) | rewritten | _unprinted(settings.root, gone.keys() | _former(loaded, gone))
    texts |= {path: raw.decode() for path, raw in rewritten.items()}
    said = mentions(texts, [one for one in filed_records(loaded) if one.key in gone])
    # The ids are remembered first, and the record's own file goes last: while it is there, forgetting can begin again.
    beside = filter(None, (recorded_file(settings.root, file.path) for file in gone.values()))
    removed = [*(f"data/media/{one}" for one in sorted(media)), *beside, *(file.path for file in reversed(gone.values()))]
    return Forgetting(settings, tuple(gone.values()), rewriting(settings.root, {**rewritten, **dict.fromkeys(removed)}), tuple(sorted(said)))


def forget(planned: Forgetting, sites: Sequence[Path] = ()) -> None:
    """Do what is planned. Done again after a kill, it does the rest.

    The cache is emptied, for nobody can tell which results a record went into; so are the stages beside the `sites`.
    """
    planned.rewriting.write()
    empty(planned.settings.cache)
    for site in sites:
        for stage in site.absolute().parent.glob(f".{site.name}.stage*"):
            shutil.rmtree(stage)


def _former(loaded: Loaded, gone: Collection[Key]) -> set[Key]:
    """Return the ids that records in `gone` had before; printings may know them by these."""
    renamed = loaded.profiles.renamed if loaded.profiles else {}
    return {(folder, key) for (folder, key), now in renamed.items() if (folder, now) in gone}


def _unprinted(root: Path, gone: Collection[Key]) -> dict[str, bytes]:
    """Return the recorded printings that name a record in `gone`, without it."""
    found, wrong = printings(root)
    if wrong:
        raise DataError(wrong)
    cleaned = {path: without_records(one, gone) for path, one in found.items()}
    return {path: printing_text(one).encode() for path, one in cleaned.items() if one != found[path]}


def _remembered(settings: Settings, loaded: Loaded, gone: Iterable[RecordFile]) -> dict[str, bytes]:
    """Return the list of withdrawn ids with those of `gone`, where it lacks any."""
    known, wrong = withdrawn(settings.root)
    if wrong:
        raise DataError(wrong)
    day: date = settings.today or latest_day(loaded)
    more = [Withdrawal(id=one.id, kind=one.kind.name, day=day) for one in gone if one.id not in {old.id for old in known}]
    if not more:
        return {}
    text = content_of(settings.root, WITHDRAWN).decode("utf-8-sig") if known else ""
    new = with_withdrawn(text, more)
    Withdrawn.model_validate(parsed(WITHDRAWN, new.encode()).values)
    return {WITHDRAWN: new.encode()}
