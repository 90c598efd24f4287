"""Reports for the partners, written beside the site and never into it."""

from collections.abc import Callable, Mapping
from pathlib import Path

from c2site.build.output import Output
from c2site.build.prepare import Prepared, brand_tokens
from c2site.language import Reader
from c2site.render.reports import dashboard, prospects_page, prospects_table, readiness_page, readiness_table
from c2site.render.reports.sheet import Sheet

REPORTS: Mapping[str, Callable[[Sheet], str | bytes]] = {
    "state.html": dashboard, "prospects.html": prospects_page, "prospects.csv": prospects_table,
    "readiness.html": readiness_page, "readiness.csv": readiness_table,
}  # fmt: skip
# What stands at the root of every published site.
SIGN = "sitemap.xml"
# What the host or the code host publishes.
SOURCES = ("content", "data", "theme", "site")


def write_report(prepared: Prepared, name: str, folder: Path, language: str = "") -> Path:
    """Write a report into `folder` and return its path; raise ValueError where the folder is published, or nobody reads the language."""
    report_folder(folder, prepared.settings.root)
    sheet = sheet_of(prepared, language)
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
