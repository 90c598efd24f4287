"""The pages without a language of their own: the front door and the page for addresses that lead nowhere."""

from c2site.render.web.environment import Studio


def door(studio: Studio) -> str:
    """Return `/`: every language and every market, each in its own words; nothing redirects."""
    return studio.render(studio.portal.readers.default, "door.html", base="")


def not_found(studio: Studio) -> str:
    """Return `404.html` in all languages. A host serves it at any depth, so its links start from the site's root."""
    return studio.render(studio.portal.readers.default, "404.html", base=root_path(studio.portal.site_url))


def root_path(site_url: str) -> str:
    """Return the path part of the site's address, with a slash at both ends."""
    return "/" + site_url.split("//", 1)[-1].partition("/")[2]
