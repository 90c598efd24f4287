"""The readers of a partnership: those of its portal, and those of each market's catalogue."""

from collections.abc import Mapping
from dataclasses import dataclass

from c2site.language.phrases import Phrases
from c2site.language.pseudo import MODEL, PSEUDO
from c2site.language.pseudo_reader import PseudoReader
from c2site.language.reader import Reader
from c2site.language.tags import same_language
from c2site.model import Market, Partnership
from c2site.model.partnership import Language


@dataclass(frozen=True)
class Readers:
    """`portal` are the readers in the partnership's order; `phrases` are the interface words by language tag."""

    portal: tuple[Reader, ...]
    phrases: Mapping[str, Phrases]

    def __iter__(self):
        return iter(self.portal)

    @property
    def default(self) -> Reader:
        """The partnership's first language."""
        return self.portal[0]

    def of(self, tag: str) -> Reader:
        """Return the portal's reader of `tag`; raise KeyError where the portal has none."""
        for reader in self.portal:
            if tag in (reader.tag, reader.slug):
                return reader
        raise KeyError(tag)

    def in_market(self, tag: str, market: Market | None) -> Reader:
        """Return who reads a market's catalogue in `tag`: with the market's own chain where it gives one."""
        for language in market.languages if market else ():
            if language.tag == tag or (same_language(language.tag, tag) and "-" not in tag):
                chain = tuple(dict.fromkeys((language.tag, *language.chain)))
                return Reader(language.tag, chain, self._phrases(chain), self._derived(tag))
        portal = [reader for reader in self.portal if reader.tag == tag]
        return portal[0] if portal else Reader(tag, (tag,), self._phrases((tag, *self.default.chain)))

    def _derived(self, tag: str) -> str | None:
        return next((reader.derived_from for reader in self.portal if reader.tag == tag), None)

    def _phrases(self, chain: tuple[str, ...]) -> tuple[Phrases, ...]:
        return tuple(self.phrases[tag] for tag in chain if tag in self.phrases)


def with_pseudo(partnership: Partnership) -> Partnership:
    """Return the partnership with the pseudo-language among those of its portal, made from English or else from its first language."""
    tags = [language.tag for language in partnership.languages]
    source = MODEL if MODEL in tags else tags[0]
    # No file may name it: its tag is none that an editor can write.
    added = Language.model_construct(tag=PSEUDO, fallback=(source, *tags), derived_from=source, formats=None)
    return partnership.model_copy(update={"languages": (*partnership.languages, added)})


def readers_of(partnership: Partnership, phrases: Mapping[str, Phrases]) -> Readers:
    """Return the readers of a partnership's portal. `phrases` are by language tag; derived languages are added here."""
    words = dict(phrases)
    for language in partnership.languages:
        if language.derived_from and language.tag not in words and language.derived_from in words:
            words[language.tag] = words[language.derived_from].derived(language.tag)
    portal = []
    for language in partnership.languages:
        derived = (language.derived_from,) if language.derived_from else ()
        chain = tuple(dict.fromkeys((language.tag, *derived, *language.fallback)))
        found = tuple(words[tag] for tag in dict.fromkeys((*chain, "en")) if tag in words)
        made = PseudoReader if language.tag == PSEUDO else Reader
        portal.append(made(language.tag, chain, found, language.derived_from, language.formats))
    return Readers(tuple(portal), words)
