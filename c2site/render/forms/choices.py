"""The values a form lets choose from, in the reader's words: code lists, and the partnership's published records."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from c2site.catalogue import Portal
from c2site.language import Reader, Words
from c2site.language.tags import known_countries, known_currencies, known_languages
from c2site.model import KINDS
from c2site.render.exports.workbook_words import CodeLists
from c2site.render.forms.fields import Field
from c2site.render.web.names import name_of, stage_words

# Where the words for a closed list stand, if not under the field's own name.
GROUPS = {"Event.kind": "event_kind", "Need.type": "need_type"}
# Records that may be made at the same time as the one that points to them: their id can also be typed.
YOUNG = frozenset({"sme", "offering", "need", "event", "agreement"})


class Choice(NamedTuple):
    """A value, and what the reader calls it."""

    value: str
    words: Words


class Choices(NamedTuple):
    """A list to choose from; `open` says that other ids may be written. A `short` one is printed in full."""

    values: tuple[Choice, ...]
    open: bool = False

    @property
    def short(self) -> bool:
        """Whether a printed form has room for all of them."""
        return len(self.values) <= 16


def choices_of(fields: Iterable[Field], portal: Portal, reader: Reader) -> Mapping[str, Choices]:
    """Return the lists the fields choose from, by name."""
    found = {}
    for one in (inner for field in fields for inner in field.all()):
        if one.options and one.options not in found:
            found[one.options] = _coded(one, reader) if one.codes else _named(one.options, portal, reader)
    return found


def _coded(field: Field, reader: Reader) -> Choices:
    lists = CodeLists(reader)
    group = GROUPS.get(field.options, f"form.code.{field.options.rpartition('.')[2]}")
    name = "truth" if field.truth else field.options
    said = (reader.phrase(key) if reader.has_phrase(key := f"{group}.{code}") else lists.word(name, code) for code in field.codes)
    return Choices(tuple(Choice(code, _own(reader, word)) for code, word in zip(field.codes, said, strict=True)))


def _named(name: str, portal: Portal, reader: Reader) -> Choices:
    if name in _OPEN_LISTS:
        codes, said = _OPEN_LISTS[name]
        words = [Choice(code, _own(reader, said(reader, code))) for code in codes()]
        return Choices(tuple(sorted(words, key=lambda one: (reader.sort_key(one.words.text), one.value))))
    kinds = name.split("-")
    return Choices(tuple(one for kind in kinds for one in _records(kind, portal, reader)), not YOUNG.isdisjoint(kinds))


_OPEN_LISTS = {
    "country": (known_countries, Reader.country),
    "currency": (known_currencies, lambda reader, code: f"{code} · {reader.currency(code)}"),
    "language": (known_languages, Reader.language),
}


def _records(kind: str, portal: Portal, reader: Reader) -> Iterator[Choice]:
    if kind == "stage":
        yield from (Choice(key, stage_words(portal, reader, key)) for key in portal.relations.stages)
    elif kind == "partnership":
        yield Choice(portal.profiles.partnership.id, _own(reader, portal.profiles.partnership.acronym))
    else:
        named = [Choice(one.id, _own(reader, name_of(one, reader))) for one in getattr(portal.profiles, KINDS[kind].folder).values()]
        yield from sorted(named, key=lambda one: (reader.sort_key(one.words.text), one.value))


def _own(reader: Reader, text: str) -> Words:
    return Words(text, reader.tag, reader.direction, True)
