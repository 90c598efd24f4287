"""Which files a partnership has: ordinary files in the folders that hold records, and nothing else."""

import os
import re
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from c2site.errors import DataError, Problem, fragment, nearest, problem
from c2site.language.scripts import latin_name
from c2site.model import KINDS, Kind
from c2site.model.base import ID_PATTERN

NOT_RECORDS = frozenset({"schema", "media", "phrases", "private", "withdrawn.yml", "audit.yml", "matching.yml", "completeness.yml", "printed", "mappings", "terms"})
WITHDRAWN, AUDIT, MATCHING, PRINTED = "data/withdrawn.yml", "data/audit.yml", "data/matching.yml", "data/printed"
COMPLETENESS, MAPPINGS, TERMS = "data/completeness.yml", "data/mappings", "data/terms"
# The folder beside records in which lies what their translations were made from.
TRANSLATIONS = ".translations"
IGNORED_FILES = frozenset({"README.md", "references.bib", ".gitkeep", ".DS_Store", "Thumbs.db"})
Key = tuple[str, str]
# The id of a name without a letter that ids are made of.
NAMELESS = "record"
# No file that is read may be larger than this; each kind of file has a smaller limit of its own.
MOST_READ = 32 * 1024 * 1024


@dataclass(frozen=True)
class RecordFile:
    """A file that holds one record; `path` is relative to the root, `folder` the cluster's where the kind has one."""

    kind: Kind
    id: str
    path: str
    folder: str = ""

    @property
    def key(self) -> Key:
        """The record's folder and id, as `Profiles` knows it."""
        return ("partnership" if self.kind.folder == "." else self.kind.folder, self.id)


def record_files(root: Path) -> tuple[list[RecordFile], list[Problem]]:
    """Return the record files below `root`/data in order of their paths, and what is wrong with the tree."""
    files: list[RecordFile] = []
    problems: list[Problem] = []
    if not (root / "data" / "partnership.yml").exists():
        problems.append(problem("missing-file", "data/partnership.yml", kind="partnership"))
    for path in _ordinary_files(root, "data", problems):
        try:
            files.append(record_file(path))
        except DataError as error:
            problems.extend(error.problems)
    return files, problems


def page_files(root: Path) -> tuple[list[str], list[Problem]]:
    """Return the paths of the hand-written pages, `content/<language>/<name>.md`, and what is wrong with the tree.

    Other ordinary files there are no pages, and nobody reads them.
    """
    problems: list[Problem] = []
    pages: list[str] = []
    for path in _ordinary_files(root, "content", problems):
        _, *folders, name = path.split("/")
        stem = name.removesuffix(".md")
        if stem == name:
            continue
        if len(folders) != 1:
            problems.append(problem("file-place", path, found=path, allowed="content/<language>"))
        elif not all(re.fullmatch(ID_PATTERN, one) for one in (stem, *folders)):
            problems.append(problem("file-name", path, found=f"{folders[0]}/{name}", nearest=f"{slug(folders[0])}/{slug(stem)}.md"))
        else:
            pages.append(path)
    return pages, problems


def refuse_link(folder: Path, told: str) -> None:
    """Raise DataError where a folder is a link; `told` is the name an editor knows it by."""
    if folder.is_symlink():
        raise DataError([problem("file-not-regular", told, found=fragment("link"))])


def _ordinary_files(root: Path, folder: str, problems: list[Problem]) -> list[str]:
    """Return the ordinary files below a folder of `root`, in order; links and devices are told and never followed."""
    try:
        refuse_link(root / folder, folder)
    except DataError as error:
        problems.extend(error.problems)
        return []
    return list(_walk(root, folder, problems))


def _walk(root: Path, folder: str, problems: list[Problem], depth: int = 0) -> Iterator[str]:
    """Yield the paths of the ordinary files below `folder`, relative to `root`, in order."""
    try:
        entries = sorted(os.scandir(root / folder), key=lambda one: one.name)
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name in IGNORED_FILES or (depth == 0 and entry.name in NOT_RECORDS):
            continue
        path = f"{folder}/{entry.name}"
        if entry.is_dir(follow_symlinks=False) and depth < 4:
            yield from _walk(root, path, problems, depth + 1)
        elif entry.is_file(follow_symlinks=False):
            yield path
        else:
            problems.append(problem("file-not-regular", path, found=fragment("link" if entry.is_symlink() else "special-file")))


def record_file(path: str) -> RecordFile:
    """Return the record whose place `path` is, by its folders alone; raise DataError where no record may lie."""
    parts = path.split("/")[1:]
    name = parts[-1]
    if not name.endswith(".yml"):
        raise DataError([problem("file-ending", path, found=name, nearest=re.sub(r"\.[^.]*$", "", name) + ".yml")])
    stem = name.removesuffix(".yml")
    if not re.fullmatch(ID_PATTERN, stem):
        raise DataError([problem("file-name", path, found=name, nearest=slug(stem) + ".yml")])
    for kind in KINDS.values():
        if kind.folder == "." and parts == [f"{kind.name}.yml"]:
            return RecordFile(kind, stem, path)
        if parts[0] == kind.folder and len(parts) == (3 if kind.by_cluster else 2):
            return RecordFile(kind, stem, path, parts[1] if kind.by_cluster else "")
    folders = [kind.folder + ("/<cluster>" if kind.by_cluster else "") for kind in KINDS.values() if kind.folder != "."]
    raise DataError([problem("file-place", path, found=path, allowed=folders, nearest=nearest(parts[0], folders))])


def slug(name: str, tag: str = "") -> str:
    """Return `name` as an id, at most 80 lower-case ascii letters, digits and hyphens: Cyrillic as the language `tag` writes it in Latin letters."""
    plain = unicodedata.normalize("NFKD", latin_name(name, tag).casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:80].rstrip("-") or NAMELESS


def unfit(key: str) -> str:
    """Return why no record can have the id `key`, nothing where its form is right."""
    return "" if re.fullmatch(ID_PATTERN, key) else f"{key!r} cannot be an id: lower-case letters a–z, digits and hyphens; perhaps {slug(key)!r}"


def content_of(root: Path, path: str) -> bytes:
    """Return the bytes of an ordinary file below `root`; raise DataError for links, devices and unreadable files."""
    try:
        descriptor = os.open(os.path.join(root, path), os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | getattr(os, "O_CLOEXEC", 0))
    except OSError as error:
        raise DataError([problem("file-unreadable", path, found=error.strerror)]) from None
    with os.fdopen(descriptor, "rb", buffering=0) as file:
        about = os.fstat(descriptor)
        if not stat.S_ISREG(about.st_mode):
            raise DataError([problem("file-not-regular", path, found=fragment("special-file"))])
        return file.read(min(about.st_size, MOST_READ))
