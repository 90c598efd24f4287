"""Where everything stands on the site: paths relative to its root, always with a slash at the end."""

from c2site.language import Reader
from c2site.model import Edition, Partnership

# The folder of a record's page, where it differs from the folder of its file.
PAGE_FOLDERS = {"smes": "companies", "editions": "catalogues"}


def page_path(reader: Reader, folder: str = "", key: str = "") -> str:
    """Return a page’s path: `es/companies/name/`. `folder` is the records' folder or a content page's name."""
    page_folder = PAGE_FOLDERS.get(folder, folder)
    return f"{reader.slug}/" + (f"{page_folder}/" if page_folder else "") + (f"{key}/" if key else "")


def permanent_path(key: str) -> str:
    """Return the path of a record's permanent address: `id/name/`. Ids are used once in a partnership, whatever their kind."""
    return f"id/{key}/"


def edition_stem(partnership: Partnership, edition: Edition, tag: str) -> str:
    """Return the name, without ending, of an edition's files in one language: `partnership-mx-es-2026` for the edition `mx-2026`.

    Hyphens stand between the parts only, so two editions never share a name: an id that does not begin with its market follows whole,
    behind two hyphens; where there is no market, its part is left out.
    """
    own = edition.id.removeprefix(f"{edition.market or ''}-")
    gap = [""] if edition.market and own == edition.id else []
    return _stem(partnership.id, *filter(None, [edition.market]), tag.lower(), *gap, own)


def _stem(*parts: str) -> str:
    return "-".join(part.replace("-", "_") for part in parts)


def edition_path(partnership: Partnership, edition: Edition, tag: str, ending: str) -> str:
    """Return the path of an edition's file in one language: `catalogues/partnership-mx-es-2026.pdf`."""
    return f"catalogues/{edition_stem(partnership, edition, tag)}.{ending}"


def needs_path(partnership: Partnership, tag: str) -> str:
    """Return the path of all needs as partnering profiles in one language: `catalogues/partnership-needs-es.een.json`."""
    return f"catalogues/{_stem(partnership.id, 'needs', tag.lower())}.een.json"
