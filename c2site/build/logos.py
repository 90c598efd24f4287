"""Logos of companies and clusters as they are printed: drawings as text, photographs as the bytes of their pixels alone."""

from typing import Any

from c2site.build.prepare import Prepared
from c2site.errors import DataError
from c2site.load.media import picture
from c2site.render.photograph import webp


class Logos:
    """The logos by the ids of their companies and clusters; each is read when it is asked for."""

    def __init__(self, prepared: Prepared) -> None:
        self.root = prepared.settings.root
        profiles = prepared.portal.profiles
        self.names = {one.id: one.logo for one in (*profiles.clusters.values(), *profiles.smes.values()) if one.logo}

    def get(self, key: str) -> dict[str, Any] | None:
        """Return a logo, None where there is none or where it cannot be shown."""
        try:
            return self._printed(self.names[key])
        except (KeyError, DataError, ValueError):
            return None

    def _printed(self, name: str) -> dict[str, Any]:
        found = picture(self.root, name)
        if found.format == "SVG":
            return {"format": "svg", "source": found.content.decode()}
        return {"format": "webp", "source": list(webp(found.content))}
