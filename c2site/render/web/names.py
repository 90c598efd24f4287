"""What records and codes are called."""

from functools import cache

from c2site.catalogue import Portal
from c2site.language import Reader, Words
from c2site.model import Record


def name_of(one: Record, reader: Reader) -> str:
    """Return what a record is called, in the reader's words."""
    value = getattr(one, _name_field(type(one)), None) if _name_field(type(one)) else None
    if value:
        return value if isinstance(value, str) else reader.text(value).text
    return reader.country(one.country) if "country" in type(one).model_fields else one.id


@cache
def _name_field(kind: type[Record]) -> str:
    """Return the field that names records of a kind, empty where none does."""
    return next((field for field in ("short_name", "name", "title", "organisation") if field in kind.model_fields), "")


def words_of(one: Record, reader: Reader) -> Words:
    """Return what a record is called, with the language it is in."""
    name = getattr(one, "name", None) or getattr(one, "title", None)
    return reader.text(name) if isinstance(name, dict) and name else Words(name_of(one, reader), reader.tag, reader.direction, True)


def stage_words(portal: Portal, reader: Reader, key: str) -> Words:
    """Return what a stage of a value chain is called, with the language it is in."""
    chain, place = portal.relations.stages[key]
    return reader.text(portal.profiles.value_chains[chain].stages[place].name)
