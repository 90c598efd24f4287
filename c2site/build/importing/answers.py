"""What a cell says, as a record's field has it; whatever may mean two things, or nothing, is refused and never guessed."""

import re
from collections.abc import Callable
from typing import Any

from c2site.build.importing.figures import day, decimal, moment, whole
from c2site.build.importing.persons import refuse_personal
from c2site.build.importing.targets import Target
from c2site.build.importing.vocabulary import Vocabulary
from c2site.errors import DataError, fragment, nearest, problem
from c2site.load.cells import Cell
from c2site.load.faults import INVISIBLE, told_of
from c2site.model import MappedColumn, Mapping, plain_header

# What a spreadsheet would run if the text were written into one again.
FORMULA = re.compile(r"[=@]|[+\-](?![\d\s(.])")
BETWEEN = {None: re.compile(r"[;\n]"), "newline": re.compile(r"\n")}
LISTED = frozenset({"choice", "country", "language", "reference"})
UNKNOWN = {"country": "import-country", "language": "import-language"}
FIGURES: dict[str, Callable[[Cell, Mapping], str]] = {"whole": whole, "decimal": decimal, "day": day, "moment": moment}


def answer(target: Target, column: MappedColumn, cell: Cell, mapping: Mapping, words: Vocabulary) -> Any:
    """Return the value of a cell as it stands in YAML: a text, a list, or a text by its language.

    Raise DataError, told of no file yet, where the cell cannot be understood.
    """
    _refuse_hidden(cell)
    parts = _parts(target, column, cell)
    found = [_one(target, column, part, mapping, words) for part in parts]
    return found if target.many or target.items else found[0]


def _refuse_hidden(cell: Cell) -> None:
    if FORMULA.match(cell.text):
        raise DataError([problem("workbook-formula", "", found=cell.text)])
    hidden = INVISIBLE.search(cell.text)
    if hidden:
        raise DataError([problem("text-control", "", **told_of(hidden))])


def _parts(target: Target, column: MappedColumn, cell: Cell) -> list[Cell]:
    if not (target.many or target.items) or cell.typed:
        return [cell]
    between = BETWEEN.get(column.separator) or re.compile(re.escape(column.separator or ";"))
    parts = [part.strip() for part in between.split(cell.text)]
    return [cell._replace(text=part) for part in dict.fromkeys(parts) if part] or [cell]


def _one(target: Target, column: MappedColumn, cell: Cell, mapping: Mapping, words: Vocabulary) -> Any:
    own = {plain_header(word): code for word, code in column.words.items()}.get(plain_header(cell.text))
    if own is not None:
        return own
    if target.sort in FIGURES:
        return FIGURES[target.sort](cell, mapping)
    if target.sort in LISTED:
        return _code(target, cell, words)
    refuse_personal(target.field, cell.text)
    if target.sort == "text":
        return {column.language or mapping.language: cell.text}
    return _standard_code(target, cell) if target.form else cell.text


def _code(target: Target, cell: Cell, words: Vocabulary) -> str:
    known = words.codes(target)
    codes = known.get(plain_header(cell.text), frozenset())
    if len(codes) > 1:
        raise DataError([problem("import-ambiguous", "", found=cell.text, allowed=sorted(codes))])
    if not codes:
        near = nearest(plain_header(cell.text), frozenset(known))
        allowed = sorted({code for found in known.values() for code in found})
        found = {"found": cell.text, "allowed": allowed, "nearest": near and f"{words.spelled[near]} ({', '.join(sorted(known[near]))})"}
        raise DataError([problem(UNKNOWN.get(target.sort, "import-word"), "", **found)])
    return next(iter(codes))


def _standard_code(target: Target, cell: Cell) -> str:
    """Return a code of a standard, with the zero before it that a spreadsheet took for none, where its form leaves no doubt."""
    form, text = target.form, cell.text.replace(" ", "")
    assert form
    as_it_is, with_zero = bool(form.pattern.fullmatch(text)), bool(form.pattern.fullmatch(f"0{text}"))
    cut = cell.typed and bool(re.fullmatch(r"\d+\.\d", text)) and bool(form.pattern.fullmatch(f"{text}0") or form.pattern.fullmatch(f"0{text}0"))
    if cut or not (as_it_is or with_zero):
        raise DataError([problem("import-code", "", found=cell.text, kind=fragment(form.kind), nearest=f"{text.zfill(4)}0" if cut else None)])
    if as_it_is and with_zero and cell.typed and target.path[-1] != "gtin":
        raise DataError([problem("import-ambiguous", "", found=cell.text, allowed=[text, f"0{text}"])])
    return text if as_it_is else f"0{text}"
