"""A catalogue as one flat table in one language, for every medium that has rows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from c2site.catalogue import Catalogue, Entry, Portal
from c2site.catalogue.codes import SYSTEMS, codes_there
from c2site.language import Reader
from c2site.model.offering import MarketPresence
from c2site.render.citations import citation

Cell = str | int

COLUMNS = (
    "edition", "number", "id", "name", "kind", "company", "cluster", "country", "city", "sectors", "status", "summary",
    "language", "stage", "readiness", *SYSTEMS, "certificates", "website", "address", "sources",
)  # fmt: skip
BETWEEN = "; "


class Table(NamedTuple):
    """`columns` are the same in every language, `headers` are their names for the reader; a row is an entry."""

    columns: tuple[str, ...]
    headers: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def table(portal: Portal, catalogue: Catalogue, tag: str) -> Table:
    """Return the catalogue's entries in the order of their numbers.

    A cell nobody knows is empty, and none holds a line break. `language` names the language the entry's summary really
    is in. Rows of an invented partnership end with its notice.
    """
    reader = portal.edition_reader(catalogue.edition, tag)
    columns = (*COLUMNS, "notice") if portal.profiles.partnership.invented else COLUMNS
    rows = (_Row(portal, catalogue, reader, entry).cells() for entry in catalogue.entries)
    return Table(
        columns=columns,
        headers=tuple(reader.phrase(f"export.column.{column}") for column in columns),
        rows=tuple(tuple(_flat(cells[column]) for column in columns) for cells in rows),
    )


@dataclass(frozen=True)
class _Row:
    portal: Portal
    catalogue: Catalogue
    reader: Reader
    entry: Entry

    def cells(self) -> dict[str, Cell | None]:
        return {**self._what(), **self._who(), **self._codes()}

    def _what(self) -> dict[str, Cell | None]:
        offering, sectors = self.entry.offering, self.portal.profiles.sectors
        summary = self.reader.text(offering.summary)
        return {
            "edition": self.catalogue.id,
            "number": self.entry.number,
            "id": offering.id,
            "name": self._said(offering.name),
            "kind": self.reader.word(offering.kind, "kind"),
            "sectors": _each(self._said(sectors[key].name) for key in offering.sectors if key in sectors),
            "status": self.reader.word(self.entry.status, "status") if self.catalogue.market else None,
            "summary": summary.text,
            "language": summary.lang,
            "stage": self.reader.word(offering.stage, "stage") if offering.stage else None,
            "readiness": offering.readiness,
            "certificates": _each(one.type for one in offering.certificates),
            "address": self.portal.permanent(offering.id),
            "sources": " ".join(self._sources()),
            "notice": self._said(self.portal.profiles.partnership.notice),
        }

    def _who(self) -> dict[str, Cell | None]:
        smes, clusters = self.portal.profiles.smes, self.portal.profiles.clusters
        makers = [smes[key] for key in self.entry.offering.makers if key in smes]
        return {
            "company": _each(one.name for one in makers),
            "cluster": _each(clusters[one.cluster].short_name for one in makers if one.cluster in clusters),
            "country": _each(self.reader.country(one.country) for one in makers),
            "city": _each(one.city for one in makers),
            "website": " ".join(one.website for one in makers if one.website),
        }

    def _codes(self) -> dict[str, Cell | None]:
        known = list(codes_there(self.entry.offering, self.catalogue.edition.market))
        return {name: " ".join(code.stated for code in known if code.system == name) for name in SYSTEMS}

    def _sources(self) -> list[str]:
        """Return the addresses of the entry's sources, or the keys of those without one."""
        stated = self._stand.sources if self._stand else ()
        bibliography = self.portal.profiles.bibliography
        keys = [key for key in dict.fromkeys((*self.entry.offering.sources, *stated)) if key in bibliography]
        return [citation(bibliography[key], self.reader).url or key for key in keys]

    @property
    def _stand(self) -> MarketPresence | None:
        return self.entry.offering.markets.get(self.catalogue.edition.market or "")

    def _said(self, text: Mapping[str, str] | None) -> str:
        return self.reader.text(text).text


def _each(values: Iterable[str | None]) -> str:
    return BETWEEN.join(dict.fromkeys(value for value in values if value))


def _flat(cell: Cell | None) -> Cell:
    return " ".join(cell.split()) if isinstance(cell, str) else "" if cell is None else cell
