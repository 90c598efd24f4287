"""The invented partnership with hostile words in every place that takes words."""

import re
import shutil
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import lxml.html

from c2site.build.prepare import Prepared, brand_texts, brand_tokens, prepared
from c2site.build.settings import settings_from
from c2site.catalogue import Portal
from c2site.check import problems
from c2site.language import Reader
from c2site.load.document import parsed
from c2site.load.files import RecordFile, content_of, record_files
from c2site.load.partnership import load_partnership
from c2site.render import tokens
from c2site.render.web import Page, Studio, composed, document, record_pages
from c2site.render.web.doors import door, not_found
from c2site.render.web.handwritten import COMPLETED, handwritten_page
from tests.conftest import ASSETS, TODAY, WORLD
from tests.hostile.places import Place, changed, dotted, free_places, written

MARKUP = """</script></title>"'><img src=x onerror=alert(1)><svg/onload=alert(1)><!-- ]]> &lt;b&gt; {{7*7}} {% raw %} {0} {n}"""
OTHER = """ [x](javascript:alert(1)) ![x](https://evil.example) <https://evil.example> [@no] *a* `b` #panic() @ref $x$ \\u{41} ::error::x %0A ##[error] c2siteSlotHeadEnd"""
ADDRESS = "https://a.example/'onclick=alert(1)'?a&lt;b=1;=1&m="
# What the texts begin with: the mark finds them again, the sign makes formulas of them.
SORTS = {
    "plain": ("MARK", "https://a.example/MARK"),
    "markup": (f"MARK{MARKUP}{OTHER}", f"{ADDRESS}MARK"),
    "formula": ("=1+MARK R&D <5 O'Neil", "https://a.example/MARK=1;=1"),
}
# Title, author and address of every source.
SOURCES = {
    "plain": ("MARK", "MARK", "https://a.example/MARK"),
    "markup": (
        r"MARK </cite><script>alert(1)</script>\"><img src=x> {{7*7}} \LaTeX{} \textbf{<b>} \href{javascript:x}{y} $x$ {\char60}",
        'MARK"><svg onload=alert(1)>',
        "javascript:alert('MARK')",
    ),
    "formula": (r"=1+MARK R\&D <5 O'Neil", "@MARK", "file:///etc/passwd?MARK"),
}


def mark(number: int) -> str:
    return f"Q{number}Z"


@dataclass(eq=False)
class AttackedWorld:
    """`texts` are the texts put in, by the mark that each holds; `places` say where."""

    root: Path
    sort: str
    readers: tuple[str, ...] = ("en", "ar", "sr-Latn")
    texts: dict[str, str] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)

    def fill(self) -> None:
        """Put a text of the sort into every place that takes one, in every record and source."""
        files, _ = record_files(self.root)
        originals = {file.path: parsed(file.path, content_of(self.root, file.path)).values for file in files}
        chosen = {file.path: self._chosen(file, originals[file.path]) for file in files}
        refused = True
        while refused:
            for path, values in originals.items():
                (self.root / path).write_bytes(written(changed(values, chosen[path])))
            loaded = load_partnership(self.root)
            found = [one for one in problems(loaded, TODAY) if one.severity == "error"]
            refused = [(one.path, place) for one in found for place in chosen[one.path] if dotted(place) == one.field]
            assert len(found) == len(refused), found[:3]
            for path, place in refused:
                del chosen[path][place]
        self._note(chosen)
        self._fill_bibliography()

    def _chosen(self, file: RecordFile, values: dict) -> dict[Place, str]:
        text, address = SORTS[self.sort]
        # The same places in worlds of all sorts: those that take the longest and worst of them.
        words = free_places(file.kind, values, SORTS["markup"][0].replace("MARK", mark(10_000)))
        takes = free_places(file.kind, values, SORTS["markup"][1].replace("MARK", mark(10_000)))
        addresses = [place for place in takes if place not in words]
        number = len(self.texts)
        found = {}
        for place, pattern in [*((one, text) for one in words), *((one, address) for one in addresses)]:
            number += 1
            found[place] = pattern.replace("MARK", mark(number))
            self.texts[mark(number)] = found[place]
        return found

    def _note(self, chosen: dict[str, dict[Place, str]]) -> None:
        kept = {text: f"{path}: {dotted(place)}" for path, found in chosen.items() for place, text in found.items()}
        self.texts = {name: text for name, text in self.texts.items() if text in kept}
        self.places = {name: kept[text] for name, text in self.texts.items()}

    def _fill_bibliography(self) -> None:
        path = self.root / "data" / "references.bib"
        keys = re.findall(r"^@\w+\{([^,]+),", path.read_text(encoding="utf-8"), re.MULTILINE)
        entries = []
        for number, key in enumerate(keys):
            title, author, url = (pattern.replace("MARK", f"Q{number}T") for pattern in SOURCES[self.sort])
            fields = {"title": title, "author": f"{{{author}}}", "url": url}
            fields |= {"publisher": fields["author"], "note": fields["title"], "keywords": fields["title"], "year": "<b>2024", "urldate": "<b>2024", "langid": "<b>"}
            entries.append(f"@misc{{{key},\n" + "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items()) + "}\n")
        path.write_text("\n".join(entries), encoding="utf-8")

    @cached_property
    def prepared(self) -> Prepared:
        made = prepared(replace(settings_from(self.root, {}), today=TODAY))
        assert made.left_out == {}
        return made

    @cached_property
    def pages(self) -> dict[str, str]:
        """Every page that shows records, in the readers' languages, and the two without a language, by path."""
        settings, portal = self.prepared.settings, self.prepared.portal
        brand = brand_tokens(settings.brand)
        studio = Studio(portal, settings.theme / "templates", brand_texts(settings.brand), ASSETS, (("light", "#ffffff"),), tokens.hues(brand))
        readers = [reader for reader in portal.readers if reader.tag in self.readers]
        pages = [page for reader in readers for page in (*record_pages(portal, reader), *(_completed(portal, reader, name) for name in COMPLETED))]
        made = {page.path: document(composed(studio, page, "" if page.template in COMPLETED.values() else None, text_tag="en", lede="")) for page in pages}
        return {"": door(studio), "404.html": not_found(studio), **made}


def _completed(portal: Portal, reader: Reader, name: str) -> Page:
    return handwritten_page(portal, reader, name, {"title": name}, "en", ["en"])


@cache
def parsed_pages(world: AttackedWorld) -> dict[str, Any]:
    """Return the world's pages as trees."""
    return {path: lxml.html.document_fromstring(html) for path, html in world.pages.items()}


def attacked_world(folder: Path, sort: str) -> AttackedWorld:
    """Return a copy of the invented partnership in `folder`, filled with texts of a sort."""
    root = folder / sort
    shutil.copytree(WORLD, root, ignore=shutil.ignore_patterns(".cache", "*.py", "__pycache__"))
    world = AttackedWorld(root, sort)
    world.fill()
    return world
