"""Which words stand for which codes, in every language the software and the partnership have words in."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from c2site.build.importing.targets import Target
from c2site.language import Reader, Readers
from c2site.language.tags import known_countries, known_languages
from c2site.model import KINDS, Profiles, Record, plain_header
from c2site.render.exports.workbook_words import TRUTH, TRUTHS, CodeLists

NAMES = ("name", "short_name", "title", "legal_name", "organisation")
Codes = Mapping[str, frozenset[str]]


class Vocabulary:
    """Codes by word, for each list; a word that stands for two codes has both."""

    def __init__(self, readers: Readers, profiles: Profiles) -> None:
        self.readers = [Reader(tag, (tag,), (phrases,)) for tag, phrases in readers.phrases.items()]
        self.profiles = profiles
        self.spelled: dict[str, str] = {}
        self._codes: dict[tuple[str, ...], Codes] = {}

    def codes(self, target: Target) -> Codes:
        """Return the codes a word may stand for in a field, by the word as careless readers see it."""
        key = target.kinds or (target.words, *target.choices)
        if key not in self._codes:
            found: dict[str, set[str]] = {}
            for word, code in self._words(target):
                found.setdefault(plain_header(word), set()).add(code)
                self.spelled.setdefault(plain_header(word), word)
            self._codes[key] = {word: frozenset(codes) for word, codes in found.items()}
        return self._codes[key]

    def _words(self, target: Target) -> Iterable[tuple[str, str]]:
        if target.kinds:
            return (pair for kind in target.kinds for pair in self._records(kind))
        if target.sort == "country":
            return self._named(known_countries(), "territories")
        if target.sort == "language":
            return self._named(known_languages(), "languages")
        return self._chosen(target.words, TRUTHS if target.words == TRUTH else target.choices)

    def _named(self, codes: Iterable[str], group: str) -> Iterator[tuple[str, str]]:
        for code in codes:
            yield code, code
            for reader in self.readers:
                if name := getattr(reader.locale, group).get(code.replace("-", "_")):
                    yield name, code

    def _chosen(self, words: str, codes: Iterable[str]) -> Iterator[tuple[str, str]]:
        for reader in self.readers:
            lists = CodeLists(reader)
            for code in codes:
                yield lists.word(words, code), code
                yield code, code

    def _records(self, kind: str) -> Iterator[tuple[str, str]]:
        for record in self._of(kind):
            yield record.id, record.id
            yield from ((name, record.id) for name in names_of(record))

    def _of(self, kind: str) -> Iterable[Record]:
        if kind == "stage":
            return (stage for chain in self.profiles.value_chains.values() for stage in chain.stages)
        if kind == "partnership":
            return (self.profiles.partnership,)
        return getattr(self.profiles, KINDS[kind].folder).values()

    @cached_property
    def languages(self) -> Mapping[str, str]:
        """Tags by the names of the languages that have words here, as headers write them: `english`, `en`."""
        tags = [reader.tag for reader in self.readers]
        return {plain_header(word): tag for tag in tags for word in (tag, *(reader.language(tag) for reader in self.readers))}


def names_of(record: Record) -> Iterator[str]:
    """Yield every name of a record, in all languages."""
    for field in NAMES:
        name = getattr(record, field, None)
        yield from name.values() if isinstance(name, Mapping) else filter(None, [name])
