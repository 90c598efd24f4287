"""Which pages a portal has besides the hand-written ones."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from c2site.catalogue import Portal
from c2site.language import Reader
from c2site.model import Market, Record
from c2site.render.web.lists import ENTRIES, FIRST, GLANCE, RECORDS, count_of, pages_of
from c2site.render.web.lookups import reads_record
from c2site.render.web.names import name_of
from c2site.render.web.page import Page, Subject
from c2site.render.web.values import label_of, listed_elsewhere
from c2site.render.web.ways import NAMES, updates

# Kinds of record with pages of their own: folder → (list's template, record's template).
ENTITIES = {
    "clusters": ("clusters", "cluster"),
    "smes": ("companies", "company"),
    "offerings": ("offerings", "offering"),
    "sectors": ("sectors", "sector"),
    "markets": ("markets", "market"),
    "editions": ("catalogues", "catalogue"),
    "events": ("events", "event"),
    "needs": ("needs", "need"),
}
# Lists with pages of their own below a record's page, by the record's template.
LISTINGS = {
    "cluster": ("offerings_of_cluster", "smes_of_cluster"),
    "sector": ("offerings_in_sector", "smes_in_sector"),
    "market": ("offerings_in_market",),
}
# What the other pages of a list are called.
WAYS = {"letters": "facets.a-z", "updated": "facets.by_updated"}
DESCRIPTION_LENGTH = 155


def subjects(portal: Portal) -> Iterator[Subject]:
    """Yield what every page made from records is about, lists before their records; languages do not matter here."""
    for folder, (list_template, template) in ENTITIES.items():
        yield from _list(portal, Subject(list_template, folder), folder)
        yield from _ways_in(portal, folder)
        for key in getattr(portal.profiles, folder):
            yield from _about(portal, Subject(template, folder, key))
    yield Subject("bibliography", "bibliography")
    yield Subject("search", "search")
    yield Subject("shortlist", "shortlist")
    yield Subject("request", "request")
    yield Subject("brand", "brand")
    yield Subject("matching", "matching")
    yield Subject("together", "together")
    yield Subject("press_kit", "press")
    yield Subject("cooperation", "cooperation")
    yield Subject("indicator", "indicators")
    yield Subject("codes", "codes")
    yield from _codes(portal)
    yield from _edits(portal)


def _codes(portal: Portal) -> Iterator[Subject]:
    """Yield the pages of the codes that more offerings state than the list of codes names."""
    for key in sorted(portal.relations.offerings_with_code):
        if count_of(portal, "offerings_with_code", key) > GLANCE:
            yield from _list(portal, Subject("code", "codes", key), "offerings_with_code", key)


def _edits(portal: Portal) -> Iterator[Subject]:
    """Yield the editors' page, and where the files can be opened those of each cluster's companies."""
    yield Subject("editing", "editing")
    for key in portal.profiles.clusters if portal.repo_url else ():
        if count_of(portal, "smes_of_cluster", key):
            yield from _list(portal, Subject("edits", "editing", key), "smes_of_cluster", key)


def _about(portal: Portal, subject: Subject) -> Iterator[Subject]:
    """Yield a record's page, and the pages of its long lists."""
    if subject.template == "catalogue":
        yield from _list(portal, subject, ENTRIES, subject.key)
        return
    yield subject
    if subject.template == "market":
        yield subject._replace(template="mission", below="mission")
    for name in LISTINGS.get(subject.template, ()):
        if count_of(portal, name, subject.key) > FIRST:
            yield from _list(portal, subject._replace(template="listing", listing=name), name, subject.key)


def _ways_in(portal: Portal, folder: str) -> Iterator[Subject]:
    """Yield the other pages of a list that can be many: by a value, from A to Z, by the month of the last change."""
    for group, choices in portal.facets.get(folder, {}).items():
        for key, choice in choices.items():
            if not listed_elsewhere(folder, group, choice.value, len(choice.ids)):
                yield from _list(portal, Subject("by", folder, below=f"by/{group}/{key}"), f"{folder}_by", f"{group}/{key}")
    if folder in portal.facets:
        yield from _pages(Subject("letters", folder, below="by/name"), count_of(portal, folder, ""), NAMES)
        yield from _pages(Subject("updated", folder, below="by/date"), len(updates(portal, folder)))


def _pages(subject: Subject, count: int, most: int = 0) -> Iterator[Subject]:
    yield from (subject._replace(number=number) for number in range(1, pages_of(count, most) + 1))


def _list(portal: Portal, subject: Subject, name: str, key: str = "") -> Iterator[Subject]:
    """Yield the pages of a list; only companies, offerings and entries can be many."""
    count = count_of(portal, name, key) if name in RECORDS or name == ENTRIES else 0
    yield from _pages(subject, count)


def pages_about(portal: Portal, subject: Subject, readers: Iterable[Reader] = ()) -> list[Page]:
    """Return the pages about a subject, one for each reader, or for some of them."""
    chosen = readers or portal.readers
    if not subject.key:
        return [list_page(portal, reader, subject) for reader in chosen]
    if subject.template == "code":
        return [code_page(portal, reader, subject) for reader in chosen]
    if subject.template == "edits":
        return [edits_page(portal, reader, subject) for reader in chosen]
    record = getattr(portal.profiles, subject.folder)[subject.key]
    written_in = tuple(one.tag for one in portal.readers if reads_record(one, record)) or (portal.readers.default.tag,)
    make = mission_page if subject.template == "mission" else record_page
    return [make(portal, reader, subject, record, written_in) for reader in chosen]


def record_pages(portal: Portal, reader: Reader) -> Iterator[Page]:
    """Yield one reader's page about every subject."""
    place = list(portal.readers).index(reader)
    for subject in subjects(portal):
        yield pages_about(portal, subject)[place]


def list_page(portal: Portal, reader: Reader, subject: Subject) -> Page:
    """Return a page that lists records; its words are interface words, so every language has it."""
    words = subject.template if subject.template != "by" else ENTITIES[subject.folder][0]
    return Page(
        reader=reader,
        subject=subject,
        title=_numbered(reader, _list_title(portal, reader, subject), subject.number),
        description=reader.phrase(f"{words}.description", partnership=reader.text(portal.profiles.partnership.name).text),
        written_in=tuple(one.tag for one in portal.readers),
        unreviewed=not words_reviewed(reader),
    )


def _list_title(portal: Portal, reader: Reader, subject: Subject) -> str:
    if not subject.below:
        return reader.phrase(f"{subject.template}.title")
    title = reader.phrase(f"nav.{subject.folder}")
    if subject.template != "by":
        return reader.phrase("list.of", title=title, name=reader.phrase(WAYS[subject.template]))
    _, group, key = subject.below.split("/")
    choice = portal.facets[subject.folder][group][key]
    return reader.phrase("facets.by", title=title, group=reader.phrase(f"facets.{group}"), value=label_of(portal, reader, group, choice.value).text)


def code_page(portal: Portal, reader: Reader, subject: Subject) -> Page:
    """Return a page that lists the offerings which state a code."""
    system, _, code = subject.key.partition("-")
    title = f"{reader.phrase(f'label.{system}')} {code}"
    return replace(list_page(portal, reader, subject._replace(template="codes")), subject=subject, title=_numbered(reader, title, subject.number))


def edits_page(portal: Portal, reader: Reader, subject: Subject) -> Page:
    """Return a page that lists the files of a cluster's companies and offerings."""
    title = reader.phrase("list.of", title=reader.phrase("editing.title"), name=name_of(portal.profiles.clusters[subject.key], reader))
    return replace(list_page(portal, reader, subject._replace(template="editing")), subject=subject, title=_numbered(reader, title, subject.number))


def mission_page(portal: Portal, reader: Reader, subject: Subject, market: Market, written_in: tuple[str, ...]) -> Page:
    """Return the page of the partnership's work in a market; it is told in the languages of the market's own page."""
    words = {"partnership": portal.profiles.partnership.acronym, "market": name_of(market, reader)}
    page = record_page(portal, reader, subject, market, written_in)
    return replace(page, title=reader.phrase("mission.title", **words), description=reader.phrase("mission.description", **words))


def record_page(portal: Portal, reader: Reader, subject: Subject, record: Record, written_in: tuple[str, ...]) -> Page:
    """Return the page of one record, or of a list that belongs to it."""
    title = title_of(record, reader)
    if subject.listing:
        title = reader.phrase("list.of", title=reader.phrase(f"nav.{RECORDS[subject.listing]}"), name=title)
    return Page(
        reader=reader,
        subject=subject,
        title=_numbered(reader, title, subject.number),
        description=described(record, reader, portal),
        record=record,
        written_in=written_in,
        unreviewed=not (reviewed(record, reader) and words_reviewed(reader)),
    )


def _numbered(reader: Reader, title: str, number: int) -> str:
    return reader.phrase("list.numbered", title=title, number=reader.number(number)) if number > 1 else title


def words_reviewed(reader: Reader) -> bool:
    """Return whether a person has reviewed the interface words of the reader's language."""
    return bool(reader.phrases) and reader.phrases[0].reviewed


def reviewed(record: Record, reader: Reader) -> bool:
    """Return whether a person wrote or reviewed the record's words in the reader's language."""
    tag = reader.derived_from or reader.tag
    return record.reviewed_in(tag) or not _has_text(record, tag)


def _has_text(record: Record, tag: str) -> bool:
    texts = (getattr(record, field, None) for field in ("summary", "name", "title"))
    return any(isinstance(text, dict) and tag in text for text in texts) or any(tag in one.text for one in record.statements)


def title_of(record: Record, reader: Reader) -> str:
    """Return the record's full name."""
    name = getattr(record, "name", None)
    if isinstance(name, dict) and name:
        return reader.text(name).text
    return name_of(record, reader)


def described(record: Record, reader: Reader, portal: Portal) -> str:
    """Return one sentence for search results, cut at a word."""
    summary = getattr(record, "summary", None) or getattr(record, "description", None) or getattr(record, "foreword", None)
    text = reader.text(summary).text if summary else ""
    if not text:
        text = reader.phrase("page.described", name=title_of(record, reader), partnership=portal.profiles.partnership.acronym)
    return text if len(text) <= DESCRIPTION_LENGTH else text[:DESCRIPTION_LENGTH].rsplit(" ", 1)[0].rstrip(",;:–— ") + "…"
