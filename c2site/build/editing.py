"""Use cases of editors: check everything, begin a profile, say who reviews what, refresh the schemas."""

from pathlib import Path

from c2site.build.prepare import latest_day, phrases_and_problems
from c2site.build.settings import Settings
from c2site.check import missing
from c2site.check.ids import folded
from c2site.check.roles import Change, role_problems
from c2site.errors import Problem
from c2site.load.files import slug
from c2site.load.pages import load_pages
from c2site.load.partnership import load_partnership
from c2site.load.withdrawn import withdrawn
from c2site.model import KINDS
from c2site.model.blank import blank
from c2site.model.schema import schemas_as_text


def checked(settings: Settings, with_missing: bool = False, change: Change | None = None) -> tuple[Problem, ...]:
    """Return every problem of a partnership's records, pages and phrases; on request with what is missing, and with what of a
    change another must review. Raise ValueError where the change's cluster is none.
    """
    loaded = load_partnership(settings.root)
    pages, today = load_pages(settings.root), settings.today or latest_day(loaded)
    _, found = phrases_and_problems(settings, loaded, pages, today)
    if change and change.cluster:
        _known_cluster(settings.root, change.cluster)
    return tuple(sorted([*found, *(missing(loaded) if with_missing else ()), *(role_problems(loaded, change) if change else ())]))


def new_profile(root: Path, kind: str, name: str, cluster: str = "", identifier: str = "") -> Path:
    """Write a commented draft and return its path. Raise FileExistsError where the id is taken."""
    place = KINDS[kind]
    key = "partnership" if place.folder == "." else identifier or slug(name)
    if place.by_cluster:
        _known_cluster(root, cluster)
    taken = list((root / "data").rglob(f"{key}.yml"))
    if taken:
        raise FileExistsError(f"the id {key!r} is taken by {taken[0]}; choose another with --id")
    if folded(key) in {folded(one.id) for one in withdrawn(root)[0]}:
        raise FileExistsError(f"the id {key!r} belonged to a record that was withdrawn; choose another with --id")
    path = root / "data" / place.folder / (cluster if place.by_cluster else "") / f"{key}.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(blank(kind, name, **({"cluster": cluster} if cluster else {})), encoding="utf-8")
    return path


def _known_cluster(root: Path, cluster: str) -> None:
    known = clusters_of(root)
    if cluster not in known:
        raise ValueError(f"there is no cluster {cluster!r}; clusters are: {', '.join(known)}")


def clusters_of(root: Path) -> list[str]:
    """Return the ids of the partnership's clusters."""
    return sorted(path.stem for path in (root / "data" / KINDS["cluster"].folder).glob("*.yml"))


def code_owners(root: Path, organisation: str) -> str:
    """Return who must review which folder, as GitHub and GitLab read it; of two lines that fit, the last one counts.

    The teams are `@organisation/coordinators` and one for each cluster, named for its id.
    """
    lines = [f"* @{organisation}/coordinators"]
    for cluster in clusters_of(root):
        folders = [f"/data/{kind.folder}/{cluster}/" for kind in KINDS.values() if kind.by_cluster]
        own = f"/data/{KINDS['cluster'].folder}/{cluster}.yml"
        lines += [f"{path} @{organisation}/{cluster} @{organisation}/coordinators" for path in (own, *folders)]
    return "\n".join(lines) + "\n"


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
