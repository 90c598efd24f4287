"""Which pages a portal has besides the hand-written ones, for one reader."""

from collections.abc import Iterator

from c2site.catalogue import Portal
from c2site.language import Reader
from c2site.model import Record
from c2site.render.web.lookups import name_of, reads_record
from c2site.render.web.page import Page

# Kinds of record with pages of their own: folder → (list's template, record's template).
ENTITIES = {
    "clusters": ("clusters", "cluster"),
    "smes": ("companies", "company"),
    "offerings": ("offerings", "offering"),
    "sectors": ("sectors", "sector"),
    "markets": ("markets", "market"),
    "editions": ("catalogues", "catalogue"),
    "events": ("events", "event"),
}
DESCRIPTION_LENGTH = 155


def record_pages(portal: Portal, reader: Reader) -> Iterator[Page]:
    """Yield every page made from records, lists before their records."""
    for folder, (list_template, template) in ENTITIES.items():
        yield list_page(portal, reader, list_template, folder)
        for record in getattr(portal.profiles, folder).values():
            yield record_page(portal, reader, template, folder, record)
    yield list_page(portal, reader, "bibliography", "bibliography")
    yield list_page(portal, reader, "search", "search")


def list_page(portal: Portal, reader: Reader, template: str, folder: str) -> Page:
    """Return a page that lists records; its words are interface words, so every language has it."""
    return Page(
        reader=reader,
        template=template,
        title=reader.phrase(f"{template}.title"),
        description=reader.phrase(f"{template}.description", partnership=reader.text(portal.profiles.partnership.name).text),
        folder=folder,
        written_in=tuple(one.tag for one in portal.readers),
        unreviewed=not words_reviewed(reader),
    )


def record_page(portal: Portal, reader: Reader, template: str, folder: str, record: Record) -> Page:
    """Return the page of one record."""
    return Page(
        reader=reader,
        template=template,
        title=title_of(record, reader),
        description=described(record, reader, portal),
        folder=folder,
        key=record.id,
        record=record,
        written_in=tuple(one.tag for one in portal.readers if reads_record(one, record)) or (portal.readers.default.tag,),
        unreviewed=not (reviewed(record, reader) and words_reviewed(reader)),
    )


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
