"""Use cases of editors: check everything, begin a profile, refresh the schemas."""

from pathlib import Path

from c2site.build.prepare import latest_day, phrases_and_problems
from c2site.build.settings import Settings
from c2site.check import missing
from c2site.check.ids import folded
from c2site.errors import Problem
from c2site.load.files import slug
from c2site.load.partnership import load_partnership
from c2site.load.withdrawn import withdrawn
from c2site.model import KINDS
from c2site.model.blank import blank
from c2site.model.schema import schemas_as_text


def checked(settings: Settings, with_missing: bool = False) -> tuple[Problem, ...]:
    """Return every problem of a partnership's records, pages and phrases; with what is missing, on request."""
    loaded = load_partnership(settings.root)
    _, found = phrases_and_problems(settings, loaded, settings.today or latest_day(loaded))
    return tuple(sorted([*found, *(missing(loaded) if with_missing else ())]))


def new_profile(root: Path, kind: str, name: str, cluster: str = "", identifier: str = "") -> Path:
    """Write a commented draft and return its path. Raise FileExistsError where the id is taken."""
    place = KINDS[kind]
    key = "partnership" if place.folder == "." else identifier or slug(name)
    if place.by_cluster and not (root / "data" / "clusters" / f"{cluster}.yml").exists():
        known = ", ".join(sorted(path.stem for path in (root / "data" / "clusters").glob("*.yml")))
        raise ValueError(f"there is no cluster {cluster!r}; clusters are: {known}")
    taken = list((root / "data").rglob(f"{key}.yml"))
    if taken:
        raise FileExistsError(f"the id {key!r} is taken by {taken[0]}; choose another with --id")
    if folded(key) in {folded(one.id) for one in withdrawn(root)[0]}:
        raise FileExistsError(f"the id {key!r} belonged to a record that was withdrawn; choose another with --id")
    path = root / "data" / place.folder / (cluster if place.by_cluster else "") / f"{key}.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(blank(kind, name, **({"cluster": cluster} if cluster else {})), encoding="utf-8")
    return path


def write_schemas(root: Path, only_check: bool = False) -> list[str]:
    """Write the schemas that are not fresh and return their paths; write nothing when only checking."""
    folder = root / "data" / "schema"
    stale = []
    for name, text in schemas_as_text().items():
        path = folder / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(str(path))
            if not only_check:
                folder.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
    return stale
