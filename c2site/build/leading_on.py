"""What every change of an id needs: the references that lead to it, the links of pages, the list of former ids, what is left to read."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from c2site.build.prepare import latest_day
from c2site.build.settings import Settings
from c2site.check.erasure import leading, place_in, portal_link
from c2site.check.findings import Filed, filed_records
from c2site.check.pages import PORTAL_LINK
from c2site.errors import DataError, Problem, nearest, problem
from c2site.load.document import Path as Place
from c2site.load.document import parsed
from c2site.load.edit import edited, value_at
from c2site.load.files import WITHDRAWN, Key, RecordFile, content_of
from c2site.load.naming import with_names
from c2site.load.pages import load_pages
from c2site.load.partnership import Loaded
from c2site.load.withdrawn import with_withdrawn, withdrawn, without_withdrawn
from c2site.model import KINDS, Indicator, Withdrawal
from c2site.model.formula import formula


def record_named(loaded: Loaded, key: str, partnership: bool = False) -> Filed:
    """Return the record with the id `key`, on request the partnership's own too; raise LookupError with the nearest id where none can be read."""
    found = next((one for one in filed_records(loaded) if one.record.id == key and (partnership or one.file.kind.folder != ".")), None)
    if found is None:
        raise no_record(key, loaded.files, " that can be read")
    return found


def no_record(key: str, known: Iterable[Key], which: str = "") -> LookupError:
    """Return that no record has the id `key`, with the nearest id that is known."""
    near = nearest(key, frozenset(one for _, one in known))
    return LookupError(f"there is no record with the id {key!r}{which}" + (f"; did you mean {near!r}?" if near else ""))


def led_on(loaded: Loaded, key: Key, new: str) -> dict[str, bytes]:
    """Return the files that lead to the record `key`, leading to the id `new` instead: records, formulas of indicators, pages."""
    changes = {file.path: _redirected(loaded, file, places, key[1], new) for file, places in leading(loaded, {key[1]})}
    for path, text in _formulas(loaded, key, new):
        changes[path] = edited(path, changes.get(path) or content_of(loaded.root, path), {("formula",): text})
    return {**changes, **_pages(loaded, key, new)}


def _redirected(loaded: Loaded, file: RecordFile, places: Sequence[Place], old: str, new: str) -> bytes:
    raw = content_of(loaded.root, file.path)
    values = parsed(file.path, raw).values
    names = [place for place in places if value_at(values, place) != old]
    changed = edited(file.path, raw, {place: _instead(values, place, new) for place in places if place not in names})
    return with_names(file.path, changed, names, new) if names else changed


def _instead(values: Mapping, place: Place, new: str) -> str | None:
    """Return what stands at the place of a former id: nothing where its list has the new one already."""
    holder = value_at(values, place[:-1])
    return None if isinstance(holder, list) and new in holder else new


def _formulas(loaded: Loaded, key: Key, new: str) -> Iterable[tuple[str, str]]:
    """Yield the indicators that count records which lead to `key`, with their formulas for the id `new`."""
    kind = next(one for one in KINDS.values() if one.folder == key[0])
    for one in filed_records(loaded):
        made = formula(one.record.formula) if isinstance(one.record, Indicator) else None
        if made and made.condition and made.condition.value == key[1]:
            counted = next(each for each in KINDS.values() if each.folder == made.folder)
            if kind.name in counted.references.get(".".join(made.condition.steps), ()):
                yield one.file.path, re.sub(rf" is {key[1]}\)$", f" is {new})", one.record.formula)


def _pages(loaded: Loaded, key: Key, new: str) -> dict[str, bytes]:
    former, now = portal_link(*key), portal_link(key[0], new)
    found = {}
    for path in load_pages(loaded.root).texts:
        text = content_of(loaded.root, f"content/{path}").decode()
        changed = PORTAL_LINK.sub(lambda one: one.group().replace(former, now) if one[1].strip("/") == former else one.group(), text)
        if changed != text:
            found[f"content/{path}"] = changed.encode()
    return found


def remembered(settings: Settings, loaded: Loaded, file: RecordFile, new: str) -> dict[str, bytes]:
    """Return the list of former ids with that of a record that has the id `new` now; an id it had before and gets back is taken out."""
    known, wrong = withdrawn(settings.root)
    if wrong:
        raise DataError(wrong)
    raw = content_of(settings.root, WITHDRAWN) if known else b""
    if new in {one.id for one in known}:
        raw = without_withdrawn(raw, new)
    entry = Withdrawal(id=file.id, kind=file.kind.name, day=settings.today or latest_day(loaded), now=new)
    return {WITHDRAWN: with_withdrawn(raw.decode("utf-8-sig"), [entry]).encode()}


def former_mentions(texts: Mapping[str, str], key: str, apart: Collection[str] = (WITHDRAWN,)) -> list[Problem]:
    """Return where the id `key` stands as a word of its own, outside addresses and names of files."""
    word = re.compile(rf"(?<![\w./@-]){re.escape(key)}(?![\w-]|\.\w)")
    places = ((path, text, one) for path, text in texts.items() if path not in apart for one in word.finditer(text))
    return [problem("former-id", path, place_in(text, one.start()), found=key) for path, text, one in places]
