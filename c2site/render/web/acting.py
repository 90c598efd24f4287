"""What a template asks so that visitors can act: permanent addresses, codes to read them with, feeds, hours."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, get_args

from markupsafe import Markup, escape

from c2site.catalogue import Portal, moments, permanent_path
from c2site.language import Reader
from c2site.model import Event
from c2site.model.offering import IncotermsRule
from c2site.render.jsonld import script
from c2site.render.qr import on_screen
from c2site.render.web.feeds import FOLDERS, feed_path, feed_title
from c2site.render.web.handed import request_data, shortlist_data


def acting(portal: Portal, reader: Reader) -> dict[str, Callable[..., Any]]:
    """Return the functions by which a template lets people act."""

    def qr_code(key: str) -> Markup:
        address = portal.permanent(key)
        return Markup(on_screen(address, escape(reader.phrase("act.qr", address=address))))

    return {
        "permanent_path": permanent_path,
        "qr_code": qr_code,
        "moments": _hours,
        "feed_path": lambda folder="", key="": feed_path(reader, folder, key),
        "feeds_of": lambda page: [("", ""), *([(page.folder, page.key)] if page.key and page.folder in FOLDERS else [])],
        "shortlist_data": lambda base: Markup(script(shortlist_data(portal, reader, base))),
        "request_data": lambda base: Markup(script(request_data(portal, reader, base))),
        "incoterms_rules": get_args(IncotermsRule),
        "feed_title": lambda folder="", key="": feed_title(portal, reader, folder, key),
    }


def _hours(event: Event) -> str:
    """Return an event's first and last moment as ISO 8601 writes them, parted by a stroke; empty where its hours are unknown."""
    if not event.start:
        return ""
    return "/".join(one.strftime("%Y-%m-%dT%H:%MZ") for one in moments(event) if isinstance(one, datetime))
