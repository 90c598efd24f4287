"""Golden pages of the invented world, in a language of each script; `make golden` renews them."""

import re
from pathlib import Path

import pytest

from c2site.build.prepare import Prepared, brand_texts
from c2site.render.web import Studio, composed, record_pages

GOLDEN = Path(__file__).parents[2] / "golden"
PAGES = [
    (tag, path)
    for tag in ("en", "ar", "sr", "el")
    for path in ("companies/onda-mansa/", "offerings/night-quay/", "markets/br/", "clusters/mare-clara/", "catalogues/br-2027/")
]


def readable(html: str) -> str:
    """Return HTML one element a line, drawings left out, so that a difference can be read."""
    html = re.sub(r"<svg\b.*?</svg>", "<svg/>", html, flags=re.DOTALL)
    html = re.sub(r">\s*<", ">\n<", html)
    return "\n".join(line.strip() for line in html.splitlines() if line.strip()) + "\n"


@pytest.mark.parametrize(("tag", "path"), PAGES)
def test_golden_page(world: Prepared, renew_golden: bool, tag: str, path: str):
    studio = Studio(world.portal, world.settings.theme / "templates", brand_texts(world.settings.brand), {
        name: f"assets/{name}" for name in ("portal.css", "portal.js", "search.js", "find.js", "favicon.svg")
    })
    reader = world.portal.readers.of(tag)
    page = next(page for page in record_pages(world.portal, reader) if page.path == f"{reader.slug}/{path}")
    parts = composed(studio, page)
    found = readable("\n".join([parts.head, parts.body]))
    golden = GOLDEN / f"{tag}-{path.strip('/').replace('/', '-')}.html"
    if renew_golden:
        golden.write_text(found, encoding="utf-8")
    assert golden.read_text(encoding="utf-8") == found
