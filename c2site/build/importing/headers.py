"""Which field somebody most likely meant by a column's header, in any language there are words in."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from c2site.build.importing.targets import Target, targets
from c2site.build.importing.vocabulary import NAMES, Vocabulary
from c2site.language import Reader
from c2site.language.stems import stems
from c2site.model import plain_header
from c2site.render.naming import FIELDS

WORD = re.compile(r"[^\W_]+")
BRACKETS = re.compile(r"[(\[]([^)\]]*)[)\]]")
LEAST = 50
# Parts of a value that nobody names, and fields that mean something only with what they belong to.
UNSAID = frozenset({"value", "type"})
COMMON = frozenset({"year", "note", "countries", "number", "name", "scope", "kind", "since", "currency", "unit", "place", "mode", "per", "method", "issuer"})


@dataclass(frozen=True)
class Likely:
    """A field for a column, how well its name fits, in which languages it is called so, and the language the header names."""

    target: Target
    points: int
    tags: tuple[str, ...]
    language: str = ""


class Headers:
    """The names of a kind's fields in every language."""

    def __init__(self, kind: str, words: Vocabulary) -> None:
        self.kind, self.words = kind, words
        self.names: dict[tuple[str, frozenset[str]], set[str]] = defaultdict(set)
        for reader in words.readers:
            for target in targets(kind).values():
                for name in self._names(target, reader):
                    self.names[target.field, stems(name)].add(reader.tag)
        self.persons = [stems(one) for reader in words.readers for one in reader.phrase("import.persons").split(";")]

    def _names(self, target: Target, reader: Reader) -> Iterator[str]:
        *above, own = target.path
        if above and own in UNSAID:
            yield from said(reader, above[-1])
        elif above and own in COMMON:
            yield from (f"{holder} {name}" for holder in said(reader, above[-1]) for name in said(reader, own))
        else:
            yield from said(reader, own)
        if target.path[0] in NAMES and reader.has_phrase(f"workbook.code.kind.{self.kind}"):
            yield reader.phrase(f"workbook.code.kind.{self.kind}")

    def likely(self, header: str) -> Likely | None:
        """Return the field a header most likely names, None where no name is near."""
        if self.is_personal(header):
            return None
        found = stems(BRACKETS.sub(" ", header)) or stems(header)
        language = self._language(header)
        scored = [(self._points(field, name, found), field, tags) for (field, name), tags in self.names.items() if name and name <= found]
        if not scored:
            return None
        points, field, tags = max(scored, key=lambda one: (one[0], one[1]))
        return Likely(targets(self.kind)[field], points, tuple(sorted(tags)), language) if points >= LEAST else None

    def _points(self, field: str, name: frozenset[str], found: frozenset[str]) -> int:
        """Return how well a name fits: whole names best, then longer ones; a company's `name` is what is left."""
        return 100 * (name == found) + 60 + 10 * len(name) - 2 * len(found - name) - 5 * field.count(".") - 6 * (field in NAMES)

    def is_personal(self, header: str) -> bool:
        """Return whether a header asks for a person's name, telephone or the like."""
        found = stems(header)
        return any(one and one <= found for one in self.persons)

    def _language(self, header: str) -> str:
        """Return the tag of the language a header names: in brackets also by its tag."""
        inside = [plain_header(one) for one in BRACKETS.findall(header)]
        words = [word for word in WORD.findall(plain_header(header)) if len(word) > 3]
        return next((tag for one in (*inside, *words) if (tag := self.words.languages.get(one))), "")


def said(reader: Reader, field: str) -> Iterator[str]:
    """Yield a field's names in the reader's language; in English also the field itself."""
    if reader.tag == "en":
        yield field.replace("_", " ")
    yield from (reader.phrase(f"{group}.{field}") for group in FIELDS if reader.has_phrase(f"{group}.{field}"))
