"""What is known of a proposed change, and the report on it before any medium has written it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from c2site.catalogue import Portal
from c2site.catalogue.differences import Difference
from c2site.catalogue.growth import Growth
from c2site.errors import Messages, Problem
from c2site.errors.messages import ENGLISH


class Group(NamedTuple):
    """Lines of plain text below a name, which is empty where they speak for themselves."""

    name: str
    lines: tuple[str, ...]


class Shot(NamedTuple):
    """Pictures of a page as addresses that hold them; empty where the page does not stand."""

    title: str
    path: str
    language: str
    before: str
    after: str


@dataclass(frozen=True)
class Print:
    """Which (edition, language) of the `wanted` books were `looked` at, what of them lacks room, and how many pages each has."""

    looked: tuple[tuple[str, str], ...] = ()
    wanted: int = 0
    lacking: tuple[Problem, ...] = ()
    lengths: Mapping[tuple[str, str], int] = field(default_factory=dict)


@dataclass(frozen=True)
class Proposal:
    """All that is known of a proposed change. `paths` are files of which no difference tells, with whether each holds a record; `pages` are
    (folder, language) of the pages that differ, of `count` in all; `lacking` is what would have to
    be installed for pictures, `messages` are the sentences of problems in the reader's language.
    """

    before: Portal
    after: Portal
    differences: tuple[Difference, ...]
    paths: tuple[tuple[str, bool], ...]
    new_problems: tuple[Problem, ...]
    mended: tuple[Problem, ...]
    pages: tuple[tuple[str, str], ...]
    count: int
    growths: tuple[Growth, ...]
    print: Print
    shots: tuple[Shot, ...] = ()
    lacking: str = ""
    messages: Messages = ENGLISH


class Table(NamedTuple):
    """Rows of cells below headings; the first cell of each row names it."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Section(NamedTuple):
    """A part of the report: its first words, groups of lines, a table."""

    title: str
    lead: str = ""
    groups: tuple[Group, ...] = ()
    table: Table | None = None


class Review(NamedTuple):
    """The report in one reader's words; `cut` says that a medium leaves the rest out."""

    title: str
    sections: tuple[Section, ...]
    shots: tuple[Shot, ...]
    pictures: str
    cut: str
