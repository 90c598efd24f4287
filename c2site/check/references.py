"""Whether what a record points to is there, is one thing, and may be shown."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from c2site.check.findings import Filed, Finding, finding
from c2site.check.surroundings import Surroundings, Target
from c2site.errors import either, nearest
from c2site.load.document import Path
from c2site.model import Cluster

# What a record cannot do without: of each group of fields one target must be there.
NEEDS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "sme": (("cluster",),),
    "offering": (("sme", "smes"),),
    "need": (("owner",),),
    "edition": (("market",),),
    "event": (("organiser",),),
}

# What is no kind of record, but a part of the value chains.
STAGE = ("stage",)


def pointed(value: Any, steps: Sequence[str], path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield the ids that the field path `steps` of a record points with, each with its place."""
    if isinstance(value, tuple):
        for number, one in enumerate(value):
            yield from pointed(one, steps, (*path, number))
    elif not steps:
        if value is not None:
            yield path, value
    elif steps[0] == "*":
        for key in value:
            yield (*path, key), key
    elif value is not None:
        yield from pointed(getattr(value, steps[0]), steps[1:], (*path, steps[0]))


def references(filed: Filed, around: Surroundings) -> Iterator[Finding]:
    """Yield what is wrong with the references of a record."""
    for field, kinds in filed.file.kind.references.items():
        for path, target in pointed(filed.record, field.split(".")):
            at_name = field.endswith("*")
            if kinds == STAGE:
                yield from _stage(path, target, around)
            else:
                yield from _judged(filed, path, target, kinds, field, around, at_name)
    if isinstance(filed.record, Cluster):
        yield from _leads(filed.record, around)


def _judged(
    filed: Filed, path: Path, target: str, kinds: tuple[str, ...], field: str, around: Surroundings, at_name: bool
) -> Iterator[Finding]:
    candidates = around.candidates(target, kinds)
    if not candidates:
        yield _unknown(path, target, kinds, around)._replace(at_name=at_name)
    elif len(candidates) > 1:
        yield finding(path, "ambiguous-reference", at_name, found=target, allowed=[one.path for one in candidates])
    elif candidates[0].state == "withdrawn" and filed.record.status != "withdrawn":
        yield finding(path, "withdrawn-reference", at_name, found=target)
    elif candidates[0].state == "draft" and filed.record.status == "published":
        code = "draft-dependency" if _is_needed(filed, field, around) else "draft-mention"
        yield finding(path, code, at_name, found=target)


def _unknown(path: Path, target: str, kinds: tuple[str, ...], around: Surroundings) -> Finding:
    known = frozenset().union(*(around.ids.get(kind, ()) for kind in kinds))
    kind = either(kinds)
    others = around.targets.get(target)
    if others:
        return finding(
            path, "wrong-kind", found=target, other=others[0].kind, kind=kind, nearest=nearest(target, known)
        )
    return finding(path, "unknown-reference", found=target, kind=kind, nearest=nearest(target, known))


def _is_needed(filed: Filed, field: str, around: Surroundings) -> bool:
    """Return whether the record falls with this reference: no other of its group leads to a published record."""
    for group in NEEDS.get(filed.file.kind.name, ()):
        if field in group:
            return not any(one.state == "published" for _, several in needed(filed, group, around) for one in several)
    return False


def needed(filed: Filed, group: tuple[str, ...], around: Surroundings) -> list[tuple[Path, list[Target]]]:
    """Return where the fields of `group` point to, each place with the records that may be meant."""
    kinds = filed.file.kind.references
    places = ((field, place) for field in group for place in pointed(filed.record, (field,)))
    return [(path, around.candidates(target, kinds[field])) for field, (path, target) in places]


def _stage(path: Path, target: str, around: Surroundings) -> Iterator[Finding]:
    chains = around.stages.get(target, ())
    if not chains:
        yield finding(
            path, "unknown-stage", found=target, allowed=list(around.stages), nearest=nearest(target, around.stages)
        )
    elif len(chains) > 1:
        yield finding(path, "ambiguous-reference", found=target, allowed=[f"{chain}.{target}" for chain in chains])


def _leads(cluster: Cluster, around: Surroundings) -> Iterator[Finding]:
    packages = [one.id for one in around.profiles.partnership.work_packages]
    for number, package in enumerate(cluster.role.leads if cluster.role else ()):
        if package not in packages:
            found = {"found": package, "allowed": packages, "nearest": nearest(package, packages)}
            yield Finding(("role", "leads", number), "unknown-work-package", found)
