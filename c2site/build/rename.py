"""Giving a record another id: its file, everything that leads to it, and the way on from its former addresses."""

from collections.abc import Mapping

from c2site.build.leading_on import former_mentions, led_on, record_named, remembered
from c2site.build.rewriting import Planned, relocated
from c2site.build.settings import Settings
from c2site.check.erasure import remaining_texts
from c2site.check.ids import folded
from c2site.load.files import RecordFile, unfit
from c2site.load.partnership import Loaded, load_partnership
from c2site.load.withdrawn import withdrawn
from c2site.model import latest_ids


def renaming(settings: Settings, old: str, new: str) -> Planned:
    """Return what has to change for the record `old` to have the id `new`; left are the places where the former id stands as a word.

    Raise LookupError where there is no such record, ValueError where it cannot have that id.
    """
    loaded = load_partnership(settings.root)
    one = record_named(loaded, old)
    if refusal := _refusal(settings, loaded, old, new):
        raise ValueError(refusal)
    files = led_on(loaded, one.key, new) | remembered(settings, loaded, one.file, new)
    rewriting = relocated(settings.root, files, _moves(loaded, one.file, new))
    texts = remaining_texts(settings.root, ()) | {path: raw.decode() for path, raw in rewriting.files.items() if raw is not None}
    there = {path: text for path, text in texts.items() if rewriting.files.get(path, b"") is not None}
    return Planned(rewriting, tuple(former_mentions(there, old)))


def _refusal(settings: Settings, loaded: Loaded, old: str, new: str) -> str:
    """Return why no record can be given the id `new`, nothing where one can."""
    if wrong := unfit(new):
        return wrong
    taken = next((file.path for file in loaded.listed if folded(file.id) == folded(new)), "")
    if taken:
        return f"the id {new!r} is taken by {taken}; `c2site merge {new} {old}` makes one company of two"
    ids = withdrawn(settings.root)[0]
    if folded(new) in {folded(one.id) for one in ids} and latest_ids(ids).get(new) != old:
        return f"the id {new!r} belonged to another record, and is never given again"
    return f"{new!r} is the partnership’s own id" if loaded.profiles and loaded.profiles.partnership.id == new else ""


def _moves(loaded: Loaded, file: RecordFile, new: str) -> Mapping[str, str]:
    """Return where files go, by where they are: the record's own, and those in the folders of a cluster."""
    moves = {file.path: f"{file.path.rpartition('/')[0]}/{new}.yml"}
    if file.kind.name == "cluster":
        for one in loaded.listed:
            if one.kind.by_cluster and one.folder == file.id:
                moves[one.path] = f"data/{one.kind.folder}/{new}/{one.id}.yml"
    return moves
