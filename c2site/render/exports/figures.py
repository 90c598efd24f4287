"""The indicators as a table, for the report to whoever funds the partnership."""

from c2site.catalogue import Portal
from c2site.language import Reader
from c2site.render.counting import counted
from c2site.render.exports.csv import csv_bytes

COLUMNS = ("name", "actual", "target", "unit", "how", "counted", "stating", "day")


def figures_file(portal: Portal, reader: Reader) -> bytes:
    """Return the indicators as CSV in the reader's language, headers first; what nobody states is left empty."""
    day = portal.today.isoformat()
    rows = [
        (reader.text(one.indicator.name).text, _cell(one.actual), _cell(one.indicator.target), one.indicator.unit, counted(reader, one.indicator.formula), one.counted, one.stating, day)
        for one in portal.figures()
    ]
    return csv_bytes([tuple(reader.phrase(f"indicator.column.{name}") for name in COLUMNS), *rows])


def _cell(value: int | None) -> int | str:
    return "" if value is None else value
