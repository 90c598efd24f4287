"""What a reader would miss in a catalogue: logos, words where they look first, texts in their language."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

from c2site.build.prepare import Prepared
from c2site.catalogue import Catalogue, Portal, Selection
from c2site.check.languages import translatable
from c2site.check.spots import Spot
from c2site.errors import DataError, Part, Problem, problem
from c2site.language import Reader
from c2site.load.media import picture
from c2site.model import Record
from c2site.render import printed

# What of a record a reader looks for first; without all of these it stands there empty.
SAID = {"clusters": ("summary", "statements", "topics", "services"), "smes": ("summary", "description", "statements"), "offerings": ("summary",)}
MARKET = ("requirements", "procurement", "trade_terms", "priorities")
# Texts that no catalogue prints.
UNPRINTED = ("keywords", "images")


class Sheaf(NamedTuple):
    """A catalogue in one language: its records, its document and where its PDF would stand."""

    prepared: Prepared
    catalogue: Catalogue
    tag: str
    document: dict[str, Any]
    path: str

    @property
    def portal(self) -> Portal:
        """The portal it leads to."""
        return self.prepared.portal

    @property
    def reader(self) -> Reader:
        """Who reads it."""
        return self.portal.edition_reader(self.catalogue.edition, self.tag)

    def file(self, record: tuple[str, str]) -> str:
        """Return the file of a record, the PDF's own path where it has none."""
        return self.portal.files.get(record, self.path)


def gaps(sheaf: Sheaf) -> Iterator[Problem]:
    """Yield what of the printed records is missing."""
    records = list(_records(sheaf))
    yield from _pictures(sheaf, records)
    yield from _empty(sheaf, records)
    yield from _untranslated(sheaf, records)


def _records(sheaf: Sheaf) -> Iterator[tuple[str, Record]]:
    """Yield the records that the catalogue prints; of a line card the company and its offerings alone."""
    catalogue = sheaf.catalogue
    if printed.is_line_card(catalogue.edition):
        yield "smes", sheaf.portal.profiles.smes[catalogue.edition.smes[0]]
        yield from (("offerings", entry.offering) for entry in catalogue.entries)
        return
    if not isinstance(catalogue.edition, Selection):
        yield "editions", catalogue.edition
    if catalogue.market:
        yield "markets", catalogue.market
    for chapter in catalogue.chapters:
        yield "clusters", chapter.cluster
        for sheet in chapter.sheets:
            yield "smes", sheet.sme
            yield from (("offerings", entry.offering) for entry in sheet.entries)
        yield from (("smes", one) for one in chapter.others)


def _pictures(sheaf: Sheaf, records: list[tuple[str, Record]]) -> Iterator[Problem]:
    """Yield logos that are named and cannot be printed, and in one line who has none."""
    without = []
    for folder, one in records:
        name = getattr(one, "logo", "")
        if name:
            try:
                picture(sheaf.prepared.settings.root, name)
            except DataError as error:
                why = Part(error.problems[0], "message")
                yield problem("preflight-logo", sheaf.file((folder, one.id)), field="logo", found=name, why=why)
        elif folder == "smes":
            without.append(one.id)
    if without:
        yield problem("preflight-no-logo", sheaf.path, found=without)


def _empty(sheaf: Sheaf, records: list[tuple[str, Record]]) -> Iterator[Problem]:
    """Yield the parts that say nothing, or nearly nothing."""
    if sheaf.catalogue.empty:
        yield problem("preflight-no-entries", sheaf.path)
    for folder, one in records:
        if not any(getattr(one, name) for name in SAID.get(folder, ("id",))):
            yield problem("preflight-empty", sheaf.file((folder, one.id)), found=SAID[folder])
    market = sheaf.document.get("market")
    if market is not None and not market["sections"]:
        yield problem("preflight-empty", sheaf.file(("markets", market["id"])), found=MARKET)


def _untranslated(sheaf: Sheaf, records: list[tuple[str, Record]]) -> Iterator[Problem]:
    """Yield one warning for each record and language that its texts fall back to, and the counts for the whole catalogue."""
    fallen: dict[tuple[str, str], list[str]] = defaultdict(list)
    texts = [(sheaf.file((folder, one.id)), spot) for folder, one in records for spot in translatable(one) if _printed(spot, sheaf.catalogue)]
    for path, spot in texts:
        words = sheaf.reader.text(spot.value)
        if not words.own:
            fallen[path, words.lang].append(".".join(map(str, spot.path)))
    for (path, language), fields in fallen.items():
        yield problem("preflight-untranslated", path, language=sheaf.tag, found=fields, other=language)
    yield from _fallen(sheaf, Counter({key: len(fields) for key, fields in fallen.items()}), len(texts))


def _printed(spot: Spot, catalogue: Catalogue) -> bool:
    """Return whether a catalogue prints a text; what is said of another market it does not."""
    return spot.path[0] not in UNPRINTED and (spot.path[0] != "markets" or spot.path[1] == catalogue.edition.market)


def _fallen(sheaf: Sheaf, found: Counter[tuple[str, str]], texts: int) -> Iterator[Problem]:
    """Yield the counts of texts and of the software's own words that are not in the catalogue's language."""
    phrases = [one.place for one in printed.placed_strings(sheaf.document) if not one.string.get("own", True) and "code" not in one.string]
    if phrases:
        yield problem("preflight-words", sheaf.path, language=sheaf.tag, found=phrases)
    counts: Counter[str] = Counter()
    for (_, language), count in found.items():
        counts[language] += count
    if counts:
        listed = [f"{language} {count}" for language, count in sorted(counts.items())]
        yield problem("preflight-fallen", sheaf.path, language=sheaf.tag, count=counts.total(), all=texts, found=listed)
