"""What fields and kinds of records are called, in every report, table and form alike."""

from c2site.language import Reader

# Where the words of fields stand, the first that has one counts.
FIELDS = ("workbook.field", "label", "export.column", "table", "form.field")
KINDS = ("workbook.code.kind", "review.kind")


def field_word(reader: Reader, name: str) -> str:
    """Return the reader's word for a field, its name where there is none."""
    return reader.word(name, *FIELDS)


def kind_word(reader: Reader, kind: str) -> str:
    """Return what one record of a kind is called."""
    return reader.word(kind, *KINDS, otherwise=kind.replace("_", " "))
