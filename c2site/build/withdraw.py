"""Withdrawing a record: it stays in its file, comments and all, and its pages say in every language that it was withdrawn."""

from c2site.build.leading_on import record_named
from c2site.build.rewriting import Planned, misplaced, relocated
from c2site.build.settings import Settings
from c2site.build.unlisting import unlisted
from c2site.check.erasure import falling, linking_pages, pointers, remaining_texts
from c2site.errors import DataError
from c2site.load.edit import edited
from c2site.load.files import content_of
from c2site.load.partnership import load_partnership


def withdrawing(settings: Settings, key: str) -> Planned:
    """Return what has to change for the record `key`, and all that cannot stand without it, to be withdrawn.

    List items that lead there are taken out; links of pages are told, for they lead to what says that it was withdrawn. Raise
    LookupError where there is no such record, ValueError where nobody can see it, DataError with every place a person must mend first.
    """
    loaded = load_partnership(settings.root)
    one = record_named(loaded, key)
    if one.record.status != "published":
        raise ValueError(f"{key!r} is not published but {'withdrawn already' if one.record.status == 'withdrawn' else 'a draft'}")
    gone = falling(loaded, key)
    files, to_mend = unlisted(loaded, pointers(loaded, gone), "lifecycle-reference")
    if to_mend:
        raise DataError(to_mend)
    for file in gone.values():
        files[file.path] = edited(file.path, content_of(settings.root, file.path), {("status",): "withdrawn"})
    links = linking_pages(remaining_texts(settings.root, gone.values()), gone, "lifecycle-link")
    return Planned(relocated(settings.root, files, misplaced(loaded, files)), tuple(sorted(links)))
