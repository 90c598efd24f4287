"""What became of records, in the reader's words, gathered under whom they belong to."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from c2site.catalogue import Portal
from c2site.catalogue.differences import BROKEN, CHANGED, NEW, RENAMED, Difference, Field
from c2site.errors import shown
from c2site.language import Reader
from c2site.model import KINDS, Offering, Record
from c2site.render.naming import field_word, kind_word
from c2site.render.reports.proposal import Group
from c2site.render.web.names import name_of

ISOLATED = "\u2068{}\u2069"
LONGEST_NAME = 120
KIND_OF = {kind.folder: name for name, kind in KINDS.items()} | {"partnership": "partnership"}


def called(record: Record, reader: Reader) -> str:
    """Return what a record is called, kept together."""
    return isolated(shown(name_of(record, reader), LONGEST_NAME), reader)


class _Line(NamedTuple):
    """`place` orders the groups, `owner` is their name."""

    place: tuple[int, str]
    owner: str
    words: str


def records(before: Portal, after: Portal, found: Sequence[Difference], reader: Reader) -> tuple[Group, ...]:
    """Return what became of the records: a company's offerings stand with it, everything else by itself."""
    told = _Told(before, after, reader)
    lines = sorted((*told.new_offerings(found), *(line for one in found for line in told.lines(one))), key=lambda line: line.place)
    owners = dict.fromkeys((line.place[1], line.owner) for line in lines)
    return tuple(Group(name, tuple(line.words for line in lines if (line.place[1], line.owner) == (key, name))) for key, name in owners)


def isolated(text: str, reader: Reader) -> str:
    """Return what was written elsewhere on one line, kept together where lines run from the right."""
    safe = shown(" ".join(text.split()), 2_000)
    return ISOLATED.format(safe) if reader.direction == "rtl" else safe


class _Told:
    def __init__(self, before: Portal, after: Portal, reader: Reader) -> None:
        self.smes = {**before.profiles.smes, **after.profiles.smes}
        self.reader = reader

    def new_offerings(self, found: Sequence[Difference]) -> Iterator[_Line]:
        """Yield one line a company for all its new offerings."""
        by_maker: dict[str, list[str]] = {}
        for one in found:
            if one.what == NEW and isinstance(one.record, Offering):
                by_maker.setdefault(one.record.makers[0], []).append(called(one.record, self.reader))
        for maker, names in by_maker.items():
            yield _Line((1, f"smes/{maker}"), self._company(maker), self.reader.phrase("review.new_offerings", n=len(names), names=self.reader.listed(names)))

    def lines(self, one: Difference) -> Iterator[_Line]:
        """Yield what became of one record, a line each."""
        if one.what == NEW and isinstance(one.record, Offering):
            return
        for words in self._words(one):
            yield _Line(*self._place(one), words)

    def _place(self, one: Difference) -> tuple[tuple[int, str], str]:
        if isinstance(one.record, Offering):
            maker = one.record.makers[0]
            return (1, f"smes/{maker}"), self._company(maker)
        folder, key = one.key
        name = called(one.record, self.reader) if one.record else key
        heading = name if folder == "smes" else self.reader.phrase("review.of_kind", kind=self._kind(folder), name=name)
        return (0 if folder in ("partnership", "clusters") else 1 if folder == "smes" else 2, f"{folder}/{key}"), heading

    def _words(self, one: Difference) -> Iterator[str]:
        said = [self._fate(one)] if one.what != CHANGED else []
        said += [self._field(each) for each in one.fields]
        if isinstance(one.record, Offering):
            said = [self.reader.phrase("review.of_offering", name=called(one.record, self.reader), what=each) for each in said]
        yield from (words[:1].upper() + words[1:] for words in said)

    def _fate(self, one: Difference) -> str:
        if one.what == RENAMED and one.before:
            return self.reader.phrase("review.what.renamed", former=isolated(one.before.id, self.reader), now=isolated(one.key[1], self.reader))
        key = "review.what.broken_new" if one.what == BROKEN and one.before is None else f"review.what.{one.what}"
        return self.reader.phrase(key)

    def _field(self, one: Field) -> str:
        key = "outdated" if one.outdated else "languages" if one.languages else "plain"
        word = field_word(self.reader, one.name)
        return self.reader.phrase(f"review.field.{key}", field=word, languages=self._tags(one.languages), outdated=self._tags(one.outdated))

    def _tags(self, tags: Sequence[str]) -> str:
        return self.reader.listed(isolated(tag, self.reader) for tag in tags)

    def _kind(self, folder: str) -> str:
        return kind_word(self.reader, KIND_OF[folder])

    def _company(self, key: str) -> str:
        return isolated(self.smes[key].name if key in self.smes else key, self.reader)
