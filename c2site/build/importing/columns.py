"""A mapping laid onto the columns of a page: which cell fills which field, and what is wrong where they do not fit."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from c2site.build.importing.answers import answer
from c2site.build.importing.differences import Values
from c2site.build.importing.placing import placed
from c2site.build.importing.targets import Target, targets
from c2site.build.importing.vocabulary import Vocabulary
from c2site.errors import DataError, Problem, nearest, problem
from c2site.load.cells import Cell, spot
from c2site.load.edit import with_value
from c2site.load.questionnaire import Page
from c2site.model import MappedColumn, Mapping, plain_header

Pair = tuple[MappedColumn, Target]


@dataclass(frozen=True)
class Laid:
    """A mapping on a page; `path` is the mapping's file."""

    mapping: Mapping
    path: str
    page: Page
    words: Vocabulary

    def columns(self) -> dict[int, Pair]:
        """Return rules and field by the number of the column; of two columns with one name, the first rule is the first's.

        Raise DataError with everything in the mapping that does not fit.
        """
        fields, wrong, found = targets(self.mapping.kind), [], {}
        headers: dict[str, list[int]] = {}
        for cell in self.page.header:
            headers.setdefault(plain_header(cell.text), []).append(cell.column)
        for number, column in enumerate(self.mapping.columns):
            places = headers.get(plain_header(column.header), [])
            if not places:
                wrong.append(self._in_mapping("import-header", column, number, found=column.header, allowed=[one.text for one in self.page.header]))
            elif column.field and column.field not in fields:
                allowed = sorted(fields)
                wrong.append(self._in_mapping("import-field", column, number, found=column.field, allowed=allowed, nearest=nearest(column.field, allowed)))
            elif column.field:
                found[places.pop(0)] = (column, fields[column.field])
            else:
                places.pop(0)
        twice = Counter((one.field, column.language or self.mapping.language if one.sort == "text" else "") for column, one in found.values() if not one.many)
        wrong += [problem("import-twice", self.path, found=field) for (field, _), count in twice.items() if count > 1]
        if wrong:
            raise DataError(wrong)
        return found

    def _in_mapping(self, code: str, column: MappedColumn, number: int, **found: Any) -> Problem:
        near = nearest(column.header, [one.text for one in self.page.header]) if code == "import-header" else ""
        return problem(code, self.path, field=f"columns.{number}", **{"nearest": near, **found})

    def constants(self) -> Values:
        """Return the values that every record gets; raise DataError where they cannot be understood."""
        fields, values, wrong = targets(self.mapping.kind), {}, []
        for field, said in self.mapping.constants.items():
            try:
                if field not in fields:
                    raise DataError([problem("import-field", "", found=field, allowed=sorted(fields), nearest=nearest(field, fields))])
                value = answer(fields[field], MappedColumn(header=field), Cell("", 0, 0, said), self.mapping, self.words)
                for place, one in placed(fields[field], value):
                    values = with_value(values, place, one)
            except DataError as error:
                wrong += [replace(one, path=self.path, field=f"constants.{field}") for one in error.problems]
        if wrong:
            raise DataError(wrong)
        return values

    def passed_over(self, path: str) -> Iterator[Problem]:
        """Yield the columns of the table `path` of which the mapping says nothing."""
        known = self.mapping.headers
        for cell in self.page.header:
            if plain_header(cell.text) not in known:
                yield problem("import-unmapped", spot(path, cell.sheet), (cell.row, cell.column), found=cell.text)
