"""Reports for the partners, written beside the site and never into it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from c2site.build.output import Output
from c2site.build.prepare import Prepared, brand_tokens
from c2site.catalogue import Portal
from c2site.catalogue.completeness import average, completeness
from c2site.catalogue.steps import Step, next_steps, written_out
from c2site.errors import nearest
from c2site.language import Reader
from c2site.model.notation import yaml_lines
from c2site.render.reports import (
    completeness_page,
    completeness_table,
    dashboard,
    prospects_page,
    prospects_table,
    readiness_page,
    readiness_table,
)
from c2site.render.reports.sheet import Sheet

REPORTS: Mapping[str, Callable[[Sheet], str | bytes]] = {
    "state.html": dashboard, "prospects.html": prospects_page, "prospects.csv": prospects_table,
    "readiness.html": readiness_page, "readiness.csv": readiness_table, "completeness.html": completeness_page, "completeness.csv": completeness_table,
}  # fmt: skip
# What stands at the root of every published site.
SIGN = "sitemap.xml"
# What the host or the code host publishes.
SOURCES = ("content", "data", "theme", "site")


def write_report(prepared: Prepared, name: str, folder: Path, language: str = "", cluster: str = "") -> Path:
    """Write a report, or a cluster's part of it, into `folder` and return its path. Raise ValueError where the folder is published, nobody reads
    the language, or there is no such cluster.
    """
    report_folder(folder, prepared.settings.root)
    if cluster and cluster not in prepared.portal.profiles.clusters:
        raise ValueError(f"there is no cluster {cluster!r}; clusters are: {', '.join(prepared.portal.profiles.clusters)}")
    sheet = replace(sheet_of(prepared, language), cluster=cluster)
    made = REPORTS[name](sheet)
    Output(folder).write(name, made.encode() if isinstance(made, str) else made)
    return folder / name


def report_folder(folder: Path, root: Path) -> None:
    """Raise ValueError where a folder is published: no report may stand there."""
    if published := _published(folder.resolve(), root.resolve()):
        raise ValueError(f"{folder} lies in {published}, which is published; a report is for the partners alone, so choose another folder")


def sheet_of(prepared: Prepared, language: str = "") -> Sheet:
    """Return what a report is written on, in a language of the portal, else its first; raise ValueError where nobody reads the language."""
    return Sheet(prepared.portal, _reader(prepared, language), prepared.settings.theme / "reports", brand_tokens(prepared.settings.brand))


def _published(folder: Path, root: Path) -> Path | None:
    sources = {root / name for name in SOURCES}
    return next((one for one in (folder, *folder.parents) if one in sources or (one / SIGN).is_file()), None)


def _reader(prepared: Prepared, language: str) -> Reader:
    readers = {one.tag: one for one in prepared.portal.readers}
    if language and language not in readers:
        raise ValueError(f"nobody reads {language!r} here; languages are: {', '.join(readers)}")
    return readers.get(language, prepared.portal.readers.default)


def steps_of(prepared: Prepared, identifier: str) -> str:
    """Return what to write next in a profile, in the order of what it brings, as text with an example of each. Raise LookupError where the
    id is that of no cluster, company or offering.
    """
    portal = prepared.portal
    found = completeness(portal)
    key = next((one for one in found if one[1] == identifier), None)
    if key is None:
        near = nearest(identifier, [one for _, one in found])
        raise LookupError(f"there is no cluster, company or offering {identifier!r} without errors" + (f"; did you mean {near!r}?" if near else ""))
    told = [f"{identifier}: {average(found[key])} of 100", *(f"  {one.market} {one.language}: {one.points}" for one in found[key])]
    steps = [_step(portal, one) for one in next_steps(found[key])]
    return "\n".join([*told, *(steps or ["Nothing that buyers ask first is missing."])])


def _step(portal: Portal, one: Step) -> str:
    example = [f"    {line}" for line in yaml_lines(written_out(one, portal.profiles))]
    sought = f" ({', '.join(one.sought)})" if one.sought else ""
    return "\n".join([f"\n+{one.gain} {portal.files.get(one.where, one.where[1])}: {one.field}{sought}", *example])
