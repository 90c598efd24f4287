"""Recording what an edition holds when it is printed, so that the next one can say what is new."""

from c2site.build.prepare import Prepared
from c2site.catalogue.changes import printing
from c2site.load.printings import printing_path, printing_text
from c2site.model import Edition


def record_printing(prepared: Prepared, edition: Edition, again: bool = False) -> str:
    """Write down what the edition holds today and return the file's path.

    Raise ValueError where the edition has no version, and where that version is recorded and not to be recorded `again`.
    """
    portal = prepared.portal
    if not edition.version:
        raise ValueError(f'{edition.id} has no version; write `version: "1"` in its record')
    held = printing(portal.catalogue(edition), portal.profiles.smes, portal.today)
    path = printing_path(held)
    file = prepared.settings.root / path
    if file.exists() and not again:
        raise ValueError(f"{path} is there already; give {edition.id} a new version, or use --again")
    file.parent.mkdir(exist_ok=True)
    file.write_text(printing_text(held), encoding="utf-8")
    return path
