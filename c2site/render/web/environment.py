"""Jinja environments for the portal's pages: one per reader, with the reader's words bound, sharing compiled templates."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined, Template
from jinja2.bccache import Bucket
from jinja2.runtime import Context
from markupsafe import Markup

from c2site.catalogue import Portal
from c2site.catalogue.asked import Question, Shelf
from c2site.catalogue.downloads import Download
from c2site.language import Reader
from c2site.language.tags import script_of
from c2site.model import Record
from c2site.render.map import Atlas, read_atlas
from c2site.render.tokens import Swatch
from c2site.render.web.charts import chart
from c2site.render.web.compiled import Direct, inert
from c2site.render.web.lists import ANYBODY
from c2site.render.web.lookups import lookups
from c2site.render.web.news import latest
from c2site.render.web.page import Page
from c2site.render.web.policy import POLICY
from c2site.render.web.wording import wording

# Stands in a kept header and footer for what follows the language in a page's path.
REST = "c2siteRestOfPath"
# Stands in a kept row for the way from its page to the root of the site.
BASE = "c2siteBaseOfPage"

# What the cut fonts of a script are called.
FONTS = {"Cyrl": "cyrillic", "Grek": "greek", "Arab": "arabic", "Hebr": "hebrew"}

# The name under which pages ask for the pictures of records.
PICTURES = "pictures"
# The name under which pages ask for the files of an edition.
DOWNLOADS = "downloads"
# Who answers a kind of question about lists, where it is not the lists themselves.
ANSWERERS = {"groups": "facets", "table": "facets", "letters": "ways", "updates": "ways"}
# The name under which feeds ask for what is new.
NEWS = "news"


class _Memory(BytecodeCache):
    """Compiled templates, shared by the environments of all readers and by all builds of one process."""

    def __init__(self) -> None:
        self._codes: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._codes:
            bucket.bytecode_from_string(self._codes[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._codes[bucket.key] = bucket.bytecode_to_string()


MEMORY = _Memory()


@dataclass
class Studio:
    """Makes HTML: `templates` is the folder of the theme's templates, `brand` holds its SVGs by name, `pictures` those of
    data/media/ with `path`, `width` and `height`. `cards` says whether every page has a picture that stands for it elsewhere.
    `downloads` are the files of each edition, by its id; none where catalogues are left out. `swatches` are the brand's colours, `scale` its sizes of type in rem.
    """

    portal: Portal
    templates: Path
    brand: Mapping[str, str] = field(default_factory=dict)
    assets: Mapping[str, str] = field(default_factory=dict)
    theme_colours: tuple[tuple[str, str], ...] = ()
    hues: tuple[str, ...] = ()
    cards: bool = False
    swatches: Sequence[Swatch] = ()
    scale: Sequence[float] = ()
    pictures: Mapping[str, Any] = field(default_factory=dict)
    downloads: Mapping[str, Sequence[Download]] = field(default_factory=dict)
    _environments: dict[str, Environment] = field(default_factory=dict, repr=False)
    _names: dict[str, dict[str, Any]] = field(default_factory=dict, repr=False)
    _framed: Callable[..., tuple[str, str]] | None = field(default=None, repr=False)

    @cached_property
    def atlas(self) -> Atlas:
        """The theme's maps."""
        return read_atlas(self.templates.parent / "maps")

    def render(self, reader: Reader, template: str, **context: Any) -> str:
        """Return `template` filled in for `reader`."""
        environment = self.environment(reader)
        found = environment.get_template(template)
        # Jinja would merge the environment's names with ours at every call; they are merged once here.
        names = {**self._names[reader.tag], **context}
        try:
            return environment.concat(found.root_render_func(Context(environment, names, found.name, found.blocks)))
        except Exception:
            environment.handle_exception()

    def frame(self, page: Page) -> tuple[str, str]:
        """Return the header and footer of `page`; they differ from page to page by the path behind the language only."""
        if self._framed is None:
            self._framed = self.portal.asked.kept(self._frame)
        rest = inert(page.path.removeprefix(f"{page.reader.slug}/"))
        header, footer = self._framed(page.reader.tag, page.base, page.folder, bool(page.key or page.subject.below), page.template)
        return header.replace(REST, rest), footer.replace(REST, rest)

    def _frame(self, tag: str, base: str, folder: str, inside: bool, template: str) -> tuple[str, str]:
        reader = self.portal.readers.of(tag)
        page = {"folder": folder, "key": inside, "template": template}
        context = {"page": SimpleNamespace(**page), "base": base, "here": REST}
        return self.render(reader, "parts/header.html", **context), self.render(reader, "parts/footer.html", **context)

    def news(self, folder: str = "", key: str = "") -> list[tuple[str, str]]:
        """Return (folder, id) of what is new about a market or sector, or at all; only their order is asked for."""
        self.portal.asked.now.add((NEWS, f"{folder}/{key}"))
        with self.portal.asked.noting():
            return latest(self.portal, folder, key)

    def answer(self, question: Question) -> str:
        """Return the answer to anything a page may have asked."""
        kind, _, rest = question[0].partition(" ")
        if kind == PICTURES:
            return repr(self.pictures.get(question[1]))
        if kind == DOWNLOADS:
            return repr(self.downloads.get(question[1]))
        if kind == NEWS:
            return repr(latest(self.portal, *question[1].split("/")))
        if not rest:
            return self.portal.answer(question)
        tag, _, name = rest.partition(" ")
        reader = self.portal.readers.default if tag == ANYBODY else self.portal.readers.of(tag)
        return self.names(reader)[ANSWERERS.get(kind, "lists")].answer(kind, name, question[1])

    def names(self, reader: Reader) -> dict[str, Any]:
        """Return what the reader's templates may name."""
        self.environment(reader)
        return self._names[reader.tag]

    def environment(self, reader: Reader) -> Environment:
        """Return the reader's environment; undefined names are errors, everything is escaped."""
        if reader.tag not in self._environments:
            self._environments[reader.tag] = self._made(reader)
        return self._environments[reader.tag]

    def main_fonts(self, reader: Reader) -> list[str]:
        """Return the fonts of the reader's own script. Asked for before the style sheet, they come before words could move."""
        script = FONTS.get(script_of(reader.tag), "latin")
        return [path for name, path in self.assets.items() if name.startswith(f"font-{script}-") and name.count("-") == 2]

    def _made(self, reader: Reader) -> Environment:
        words: dict[str, Callable[..., Any]] = {**wording(reader), **lookups(self.portal, reader, self.hues)}
        made = _Templates(
            loader=FileSystemLoader(self.templates),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=MEMORY,
            auto_reload=False,
        )
        made.said = _Said(words["_"])
        made.globals.update(words)
        made.globals.update(
            portal=self.portal,
            partnership=self.portal.profiles.partnership,
            reader=reader,
            readers=self.portal.readers,
            brand={name: Markup(svg) for name, svg in self.brand.items()},
            assets=self.assets,
            main_fonts=self.main_fonts(reader),
            pictures=Shelf(PICTURES, self.portal.asked, self.pictures),
            downloads=Shelf(DOWNLOADS, self.portal.asked, self.downloads),
            policy=POLICY,
            theme_colours=self.theme_colours,
            cards=self.cards,
            chart=lambda records: chart(self.atlas, records, words["name_of"]),
            swatches=self.swatches,
            scale=self.scale,
        )
        made.globals["offering_row"] = _kept(self.portal, made, "offering_row")
        made.globals["company_row"] = _kept(self.portal, made, "company_row")
        self._names[reader.tag] = dict(made.globals)
        return made


class _Templates(Environment):
    """Templates of our own, which do not change while a build runs."""

    code_generator_class = Direct

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._found: dict[str, Template] = {}

    def get_template(self, name: str | Template, *_: Any) -> Template:
        """Return a template, compiled once."""
        found = self._found.get(name)
        if found is None:
            found = self._found[name] = super().get_template(name)
        return found


class _Said(dict[str, Markup]):
    """A reader's phrases as HTML, each made when it is first asked for."""

    def __init__(self, phrase: Callable[[str], Markup]) -> None:
        super().__init__()
        self._phrase = phrase

    def __missing__(self, key: str) -> Markup:
        return self.setdefault(key, self._phrase(key))


def _kept(portal: Portal, environment: Environment, macro: str) -> Callable[..., Markup]:
    """Return a macro of parts/macros.html that writes the row of each record once; many pages show the same row."""

    @cache
    def write() -> Callable[..., Markup]:
        return getattr(environment.get_template("parts/macros.html").module, macro)

    @portal.asked.kept
    def kept(one: _Same, *options: tuple[str, Any]) -> str:
        return str(write()(one.record, BASE, **dict(options)))

    def row(one: Record, base: str, **options: Any) -> Markup:
        return Markup(kept(_Same(one), *options.items()).replace(BASE, base))

    return row


class _Same:
    """A record that is known by its identity: comparing two takes no time."""

    __slots__ = ("record",)

    def __init__(self, record: Record) -> None:
        self.record = record

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.record is other.record

    def __hash__(self) -> int:
        return id(self.record)
