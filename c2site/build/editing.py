"""Use cases of editors: check everything, say who reviews what, refresh the schemas."""

from pathlib import Path

from c2site.build.beginning import clusters_of, one_of
from c2site.build.prepare import latest_day, phrases_and_problems
from c2site.build.settings import Settings
from c2site.check import missing
from c2site.check.outdated import outdated, unreadable
from c2site.check.roles import Change, role_problems
from c2site.check.terms import term_notes, term_problems
from c2site.errors import Problem
from c2site.load.pages import load_pages
from c2site.load.partnership import load_partnership
from c2site.load.terms import terms
from c2site.load.translations import translations_path
from c2site.model import KINDS
from c2site.model.schema import schemas_as_text


def checked(settings: Settings, with_missing: bool = False, change: Change | None = None) -> tuple[Problem, ...]:
    """Return every problem of a partnership's records, pages and phrases; on request with what is missing, and with what of a
    change another must review. Raise ValueError where the change's cluster is none.
    """
    loaded = load_partnership(settings.root)
    pages, today = load_pages(settings.root), settings.today or latest_day(loaded)
    _, found = phrases_and_problems(settings, loaded, pages, today)
    if change and change.cluster:
        one_of("cluster", change.cluster, clusters_of(settings.root))
    words, unfit = terms(settings.root)
    unread = unreadable(loaded)
    notes = [*missing(loaded), *(() if unread else (*outdated(loaded), *term_notes(loaded, words)))] if with_missing else []
    return tuple(sorted([*found, *unfit, *unread, *term_problems(loaded, words), *notes, *(role_problems(loaded, change) if change else ())]))


def code_owners(root: Path, organisation: str) -> str:
    """Return who must review which folder, as GitHub and GitLab read it; of two lines that fit, the last one counts.

    The teams are `@organisation/coordinators` and one for each cluster, named for its id.
    """
    lines = [f"* @{organisation}/coordinators"]
    for cluster in clusters_of(root):
        folders = [f"/data/{kind.folder}/{cluster}/" for kind in KINDS.values() if kind.by_cluster]
        own = f"data/{KINDS['cluster'].folder}/{cluster}.yml"
        lines += [f"{path} @{organisation}/{cluster} @{organisation}/coordinators" for path in (f"/{own}", f"/{translations_path(own)}", *folders)]
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
