"""A record as a workbook has it: raw text by field, and the cell of every value."""

from dataclasses import dataclass, field, replace
from typing import Any

from pydantic import ValidationError

from c2site.errors import DataError, Problem
from c2site.load.cells import Cell, spot
from c2site.load.document import Path
from c2site.load.explained import explained
from c2site.model import KINDS, Record

Key = tuple[str, str]


@dataclass
class Found:
    """A record as raw text by field. `told` are fields whose words are explained already; `places` is where each value stands."""

    path: str
    kind: str
    id: str
    values: dict[str, Any] = field(default_factory=dict)
    places: dict[Path, Cell] = field(default_factory=dict)
    told: set[str] = field(default_factory=set)

    def cell(self, path: Path) -> Cell:
        """Return the cell of the value at `path`, else of one beside it, or of the nearest value around it."""
        while path not in self.places and path:
            path = path[:-1]
            beside = next((place for place in self.places if place[: len(path)] == path), None) if path else ()
            path = path if beside is None else beside
        return self.places[path]

    def place(self, path: Path) -> tuple[int, int]:
        """Return row and column of a value."""
        found = self.cell(path)
        return found.row, found.column

    key_place = place

    def record(self, **others: Any) -> Record:
        """Return the record with `others`, which the file does not hold; raise DataError with everything that is wrong."""
        model = KINDS[self.kind].record
        try:
            return model.model_validate({**self.values, **others})
        except ValidationError as error:
            problems = [one for one in explained(self, model, error) if one.field not in self.told]  # type: ignore[arg-type]
            raise DataError([self.spotted(one) for one in problems]) from None

    def spotted(self, one: Problem) -> Problem:
        """Return a problem told of the cell its field came from."""
        cell = self.cell(tuple(int(step) if step.isdecimal() else step for step in one.field.split(".")))
        return replace(one, path=spot(self.path, cell.sheet), line=cell.row, column=cell.column)
