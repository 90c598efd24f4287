"""Saying that a record was looked at and is still right."""

from collections.abc import Iterable
from datetime import date

from c2site.build.leading_on import record_named
from c2site.build.rewriting import Rewriting, rewriting
from c2site.build.settings import Settings
from c2site.load.edit import edited
from c2site.load.files import content_of
from c2site.load.partnership import load_partnership
from c2site.model.examples import editable_fields


def reviewing(settings: Settings, keys: Iterable[str], day: date) -> Rewriting:
    """Return what has to change for the records `keys` to have been reviewed on `day`; raise LookupError where one does not exist."""
    loaded = load_partnership(settings.root)
    files: dict[str, bytes | None] = {}
    for one in (record_named(loaded, key, partnership=True) for key in keys):
        path, order = one.file.path, list(editable_fields(type(one.record)))
        files[path] = edited(path, content_of(settings.root, path), {("reviewed_on",): day.isoformat()}, order)
    return rewriting(settings.root, files)
