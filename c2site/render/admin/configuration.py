"""Decap's configuration in an editor's language."""

from typing import Any

from c2site.catalogue import Portal
from c2site.language import Reader
from c2site.render.admin.codehost import CodeHost
from c2site.render.admin.collections import collections
from c2site.render.admin.desk import Desk

# Decap's own words for its buttons; where it has none, it speaks English around our labels.
LOCALES = {"el": "gr"}
MEDIA = "data/media"


def configuration(portal: Portal, reader: Reader, host: CodeHost) -> dict[str, Any]:
    """Return what Decap is told, and beside it the lists whose names stand in it."""
    desk = Desk(portal, reader)
    tongues = [{"name": one["value"], "label": one["label"], "dir": portal.readers.of(one["value"]).direction} for one in desk.tongues]
    config = {
        "load_config_file": False,
        "backend": dict(host.backend),
        "local_backend": host.is_local,
        "publish_mode": "editorial_workflow",
        "locale": LOCALES.get(reader.tag, reader.tag),
        "site_url": portal.site_url,
        "media_folder": MEDIA,
        "public_folder": "",
        "slug": {"encoding": "ascii", "clean_accents": True},
        "editor": {"preview": False},
        "collections": list(collections(desk)),
    }
    return {"config": config, "options": desk.lists, "fields": {"tongue": tongues}, "dir": reader.direction}

