"""How an indicator is counted, in a reader's words."""

from c2site.language import Reader
from c2site.model.formula import STATED, Condition, Formula, formula

# Functions whose figure is a share of a hundred.
PER_CENT = ("share", "translated")


def counted(reader: Reader, written: str) -> str:
    """Return what a formula counts, as a sentence without its full stop; empty where it is no formula."""
    made = formula(written)
    if made is None:
        return ""
    how = reader.phrase(f"indicator.how.{made.function}", records=reader.word(made.folder, "nav", "indicator.records"), field=_field(reader, made.steps))
    return _limited(reader, how, made, made.condition) if made.condition else how


def figure_words(reader: Reader, written: str, value: int) -> str:
    """Return a figure of an indicator, per cent where it is a share."""
    made = formula(written)
    number = reader.number(value)
    return reader.phrase("indicator.per_cent", value=number) if made and made.function in PER_CENT else number


def _limited(reader: Reader, how: str, made: Formula, only: Condition) -> str:
    field = _field(reader, only.steps)
    if only.days is not None:
        return reader.phrase("indicator.only.within", how=how, field=field, days=reader.phrase("count.days", only.days))
    if only.value == STATED:
        return reader.phrase("indicator.only.stated", how=how, field=field)
    groups = (f"{made.folder.removesuffix('s')}_{only.steps[-1]}", only.steps[-1])
    return reader.phrase("indicator.only.is", how=how, field=field, value=reader.word(only.value, *groups))


def _field(reader: Reader, steps: tuple[str, ...]) -> str:
    return reader.word(steps[-1], "indicator.field", "nav", "label") if steps else ""
