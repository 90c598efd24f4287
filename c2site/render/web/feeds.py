"""Atom feeds (RFC 4287): news of the partnership, of each market and of each sector, in every language."""

from datetime import date
from xml.sax.saxutils import escape, quoteattr

from c2site.catalogue import Portal, page_path
from c2site.language import Reader, Words
from c2site.model import Record
from c2site.render.web.names import name_of
from c2site.render.web.news import day_of

FEED = "feed.xml"
FOLDERS = ("markets", "sectors")


def feed_path(reader: Reader, folder: str = "", key: str = "") -> str:
    """Return a feed's path: below the page of its market or sector, or below the language."""
    return page_path(reader, folder, key) + FEED


def feed_title(portal: Portal, reader: Reader, folder: str = "", key: str = "") -> str:
    """Return what a feed is called."""
    about = name_of(getattr(portal.profiles, folder)[key], reader) if key else portal.profiles.partnership.acronym
    return reader.phrase("act.feed_title", name=about)


def feed(portal: Portal, reader: Reader, news: list[tuple[str, str]], folder: str = "", key: str = "") -> str:
    """Return the feed of `news`, which are (folder, id) of records."""
    records = [(kind, getattr(portal.profiles, kind)[one]) for kind, one in news]
    days = [day_of(portal, one) for _, one in records]
    page = portal.address(reader, folder or "events", key)
    own = portal.site_url + feed_path(reader, folder, key)
    entries = [_entry(portal, reader, kind, one, day) for (kind, one), day in zip(records, days, strict=True)]
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(reader.tag)}>',
            f"<id>{escape(own)}</id>",
            f"<title>{escape(feed_title(portal, reader, folder, key))}</title>",
            f"<updated>{_moment(max(days, default=portal.today))}</updated>",
            f"<author>{_element('name', reader.text(portal.profiles.partnership.name), reader)}</author>",
            f'<link rel="self" type="application/atom+xml" href={quoteattr(own)}/>',
            f'<link rel="alternate" type="text/html" hreflang={quoteattr(reader.tag)} href={quoteattr(page)}/>',
            *entries,
            "</feed>\n",
        ]
    )


def _entry(portal: Portal, reader: Reader, folder: str, one: Record, day: date) -> str:
    name = getattr(one, "name", None) or getattr(one, "title", None)
    words = reader.text(name) if isinstance(name, dict) else Words(name_of(one, reader), reader.tag, reader.direction, True)
    summary = reader.text(getattr(one, "summary", None) or getattr(one, "topic", None))
    return "\n".join(
        [
            "<entry>",
            f"<id>{escape(portal.permanent(one.id))}</id>",
            _element("title", words, reader),
            f"<updated>{_moment(day)}</updated>",
            f'<link rel="alternate" type="text/html" href={quoteattr(portal.address(reader, folder, one.id))}/>',
            f'<category term={quoteattr(folder)} label={quoteattr(reader.phrase(f"nav.{folder}"))}/>',
            *([_element("summary", summary, reader)] if summary else []),
            "</entry>",
        ]
    )


def _element(name: str, words: Words, reader: Reader) -> str:
    """Return words as an element, which says so where they are not in the feed's language."""
    language = "" if words.lang == reader.tag else f" xml:lang={quoteattr(words.lang)}"
    return f"<{name}{language}>{escape(words.text)}</{name}>"


def _moment(day: date) -> str:
    """Return a day as RFC 3339 writes a moment: its beginning."""
    return f"{day.isoformat()}T00:00:00Z"
