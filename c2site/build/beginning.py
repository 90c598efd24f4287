"""The use case of a new record: what there is to choose from, and a commented draft in the right folder."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from c2site.build.founding import known_words, write_foundation, write_page
from c2site.check.ids import folded
from c2site.errors import DataError, nearest
from c2site.load.files import NAMELESS, TRANSLATIONS, content_of, slug, unfit
from c2site.load.plain import values_in
from c2site.load.withdrawn import withdrawn
from c2site.model import KINDS
from c2site.model.blank import blank

PARTNERSHIP = "data/partnership.yml"


@dataclass(frozen=True)
class Wish:
    """What an editor has said of a new record; what is empty is not known, and `sme` is an offering's company."""

    kind: str
    name: str
    cluster: str = ""
    language: str = ""
    sme: str = ""
    identifier: str = ""


def new_profile(root: Path, wish: Wish) -> Path:
    """Write a commented draft and return its path. Raise FileExistsError where the id is taken, ValueError where something is unknown."""
    place = KINDS[wish.kind]
    key = "partnership" if place.folder == "." else wish.identifier or slug(wish.name, _language(root, wish))
    if wrong := unfit(key):
        raise ValueError(wrong)
    if key == NAMELESS and not wish.identifier:
        raise ValueError(f"no id can be made of the name {wish.name!r}; give one with --id")
    cluster = wish.cluster or (cluster_of_company(root, wish.sme) if wish.sme else "")
    if place.by_cluster or cluster:
        one_of("cluster", cluster, clusters_of(root))
    if wish.sme:
        one_of(f"company of {cluster}", wish.sme, companies_of(root, cluster))
    _refuse_taken(root, key)
    path = root / "data" / place.folder / (cluster if place.by_cluster else "") / f"{key}.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    known = _known(root, wish, cluster)
    path.write_text(blank(wish.kind, wish.name, **known), encoding="utf-8", newline="\n")
    if place.folder == ".":
        write_foundation(root, known["source_language"], wish.name)
    return path


def new_page(root: Path, wish: Wish) -> Path:
    """Write a page that has a title and no text, in the wished language, and return its path. Raise as `new_profile` does."""
    return write_page(root, _language(root, wish), slug(wish.name, _language(root, wish)))


def _known(root: Path, wish: Wish, cluster: str) -> dict[str, Any]:
    """Return what is known of the record's fields."""
    language = _language(root, wish)
    fields = KINDS[wish.kind].record.model_fields
    languages = [{"tag": language}] if wish.kind == "partnership" else None
    given = {"cluster": cluster, "source_language": language, "sme": wish.sme, "languages": languages}
    return {name: value for name, value in given.items() if value and name in fields}


def _language(root: Path, wish: Wish) -> str:
    tags = languages_of(root)
    return one_of("language", wish.language, tags) if wish.language else tags[0]


def _refuse_taken(root: Path, key: str) -> None:
    taken = [one for one in (root / "data").rglob(f"{key}.yml") if one.parent.name != TRANSLATIONS]
    if taken:
        raise FileExistsError(f"the id {key!r} is taken by {taken[0]}; choose another with --id")
    if folded(key) in {folded(one.id) for one in withdrawn(root)[0]}:
        raise FileExistsError(f"the id {key!r} belonged to a record that was withdrawn; choose another with --id")


def one_of(what: str, given: str, allowed: Iterable[str]) -> str:
    """Return what is given where it is allowed; else raise ValueError with the nearest of what is."""
    known = list(allowed)
    if given in known:
        return given
    near = nearest(given, known)
    meant = f"did you mean {near!r}?" if near else f"there are: {', '.join(known) or 'none yet'}"
    raise ValueError(f"there is no {what} {given!r}; {meant}" if given else f"no {what} is said; {meant}")


def clusters_of(root: Path) -> list[str]:
    """Return the ids of the partnership's clusters."""
    return sorted(path.stem for path in (root / "data" / KINDS["cluster"].folder).glob("*.yml"))


def companies_of(root: Path, cluster: str) -> list[str]:
    """Return the ids of a cluster's companies."""
    return sorted(path.stem for path in (root / "data" / KINDS["sme"].folder / cluster).glob("*.yml")) if cluster else []


def cluster_of_company(root: Path, company: str) -> str:
    """Return the cluster whose folder holds a company. Raise ValueError where there is no such company."""
    clusters = {key: cluster for cluster in clusters_of(root) for key in companies_of(root, cluster)}
    return clusters[one_of("company", company, clusters)]


def languages_of(root: Path) -> list[str]:
    """Return the languages in which the partnership writes, its first one first; before it has written them down, all that the portal knows, English first."""
    try:
        written = values_in(PARTNERSHIP, content_of(root, PARTNERSHIP)).get("languages", ())
        found = [one["tag"] for one in written if not one.get("derived_from")]
    except (DataError, AttributeError, KeyError, TypeError):
        found = []
    return found or sorted(known_words(), key=lambda tag: (tag != "en", tag))
