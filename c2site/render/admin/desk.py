"""What the forms of one editor's language are made with."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from c2site.catalogue import Portal
from c2site.language import Reader
from c2site.model import KINDS, Kind
from c2site.render.exports.workbook_words import CodeLists, sheet_word
from c2site.render.naming import FIELDS
from c2site.render.web.names import name_of, stage_words

Choice = dict[str, str]
# Kinds whose records are chosen from a list of what is published: where a field may point to several, and the keys of a map.
CHOSEN = sorted({"market", *(name for kind in KINDS.values() for names in kind.references.values() if len(names) > 1 for name in names)})


class Desk:
    """A portal and who edits it: words for fields and kinds, and what can be chosen."""

    def __init__(self, portal: Portal, reader: Reader) -> None:
        self.portal = portal
        self.reader = reader
        self.codes = CodeLists(reader)

    @cached_property
    def tongues(self) -> list[Choice]:
        """The languages texts are written in, those derived from others left out."""
        return [{"value": one.tag, "label": self.reader.language(one.tag)} for one in self.portal.readers if not one.derived_from]

    @cached_property
    def lists(self) -> dict[str, list[Choice]]:
        """What many fields offer, by name: the start script puts a list where its name stands."""
        self.codes.know("country", ())
        countries = [{"value": code, "label": word} for code, word in self.codes.lists["country"].items()]
        return {
            "country": countries,
            "language": self._languages(),
            "tongue": self.tongues,
            "truth": self.choices("truth", ("true", "false")),
            **{name: self.records(KINDS[name]) for name in CHOSEN},
            "stage": self._stages(),
        }

    def word(self, field: str) -> str:
        """Return the name of a field; one without a word of its own is said as the models name it."""
        return self.reader.word(field, *FIELDS, otherwise=field.replace("_", " ").capitalize())

    def kind_word(self, kind: Kind) -> str:
        """Return what the records of a kind are called."""
        keys = (f"nav.{kind.folder}", f"indicator.records.{kind.folder}", f"footer.{kind.name}")
        return next((self.reader.phrase(key) for key in keys if self.reader.has_phrase(key)), sheet_word(self.reader, kind.name))

    def choices(self, field: str, codes: tuple[str, ...]) -> list[Choice]:
        """Return the values of a closed field in the editor's words."""
        return [{"value": code, "label": self.codes.word(field, code)} for code in codes]

    def records(self, kind: Kind) -> list[Choice]:
        """Return the published records of a kind by name."""
        found = [{"value": key, "label": name_of(one, self.reader) or key} for key, one in self._shelf(kind).items()]
        return sorted(found, key=lambda one: (self.reader.sort_key(one["label"]), one["value"]))

    def _shelf(self, kind: Kind) -> Mapping[str, Any]:
        profiles = self.portal.profiles
        return {profiles.partnership.id: profiles.partnership} if kind.folder == "." else getattr(profiles, kind.folder)

    def _languages(self) -> list[Choice]:
        """Return the languages that have a code of two letters, and those of markets and editions, which say a country too: es-MX."""
        common = {tag: word for tag, word in self.reader.locale.languages.items() if len(tag) == 2}
        names = common | {tag: self.reader.language(tag) for tag in self._tags()}
        return [{"value": tag, "label": names[tag]} for tag in sorted(names, key=lambda tag: (self.reader.sort_key(names[tag]), tag))]

    def _tags(self) -> set[str]:
        markets = [language for market in self.portal.profiles.markets.values() for language in market.languages]
        editions = [tag for edition in self.portal.profiles.editions.values() for tag in edition.languages]
        return {*editions, *(tag for one in markets for tag in (one.tag, *one.chain))}

    def _stages(self) -> list[Choice]:
        return [{"value": key, "label": stage_words(self.portal, self.reader, key).text or key} for key in self.portal.relations.stages]
