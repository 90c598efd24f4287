"""Jinja environments for the portal's pages: one per reader, with the reader's words bound, sharing compiled templates."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from jinja2.runtime import Context
from markupsafe import Markup, escape

from c2site.catalogue import Portal
from c2site.language import Reader
from c2site.model import Record
from c2site.render.web.lookups import lookups
from c2site.render.web.page import Page
from c2site.render.web.policy import POLICY
from c2site.render.web.wording import wording

# Stands in a kept header and footer for what follows the language in a page's path.
REST = "c2siteRestOfPath"


class _Memory(BytecodeCache):
    """Compiled templates, shared by the environments of all readers."""

    def __init__(self) -> None:
        self._codes: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._codes:
            bucket.bytecode_from_string(self._codes[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._codes[bucket.key] = bucket.bytecode_to_string()


@dataclass
class Studio:
    """Makes HTML: `templates` is the folder of the theme's templates, `brand` holds its SVGs by name, `pictures` those of
    data/media/ with `path`, `width` and `height`.
    """

    portal: Portal
    templates: Path
    brand: Mapping[str, str] = field(default_factory=dict)
    assets: Mapping[str, str] = field(default_factory=dict)
    theme_colour: str = ""
    hues: tuple[str, ...] = ()
    pictures: Mapping[str, Any] = field(default_factory=dict)
    _environments: dict[str, Environment] = field(default_factory=dict, repr=False)
    _memory: _Memory = field(default_factory=_Memory, repr=False)
    _names: dict[str, dict[str, Any]] = field(default_factory=dict, repr=False)
    _frames: dict[tuple, tuple[str, str]] = field(default_factory=dict, repr=False)

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
        rest = escape(page.path.removeprefix(f"{page.reader.slug}/"))
        key = (page.reader.tag, page.base, page.folder, bool(page.key), page.template)
        if key not in self._frames:
            context = {"page": page, "base": page.base, "here": REST}
            self._frames[key] = (
                self.render(page.reader, "parts/header.html", **context),
                self.render(page.reader, "parts/footer.html", **context),
            )
        header, footer = self._frames[key]
        return header.replace(REST, rest), footer.replace(REST, rest)

    def environment(self, reader: Reader) -> Environment:
        """Return the reader's environment; undefined names are errors, everything is escaped."""
        if reader.tag not in self._environments:
            self._environments[reader.tag] = self._made(reader)
        return self._environments[reader.tag]

    def _made(self, reader: Reader) -> Environment:
        made = Environment(
            loader=FileSystemLoader(self.templates),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=self._memory,
            auto_reload=False,
        )
        words: dict[str, Callable[..., Any]] = {**wording(reader), **lookups(self.portal, reader, self.hues)}
        made.globals.update(words)
        made.globals.update(
            portal=self.portal,
            partnership=self.portal.profiles.partnership,
            reader=reader,
            readers=self.portal.readers,
            brand={name: Markup(svg) for name, svg in self.brand.items()},
            assets=self.assets,
            pictures=self.pictures,
            policy=POLICY,
            theme_colour=self.theme_colour,
        )
        made.globals["offering_row"] = _kept(made, "offering_row")
        made.globals["company_row"] = _kept(made, "company_row")
        self._names[reader.tag] = dict(made.globals)
        return made


def _kept(environment: Environment, macro: str) -> Callable[..., Markup]:
    """Return a macro of parts/macros.html that writes the row of each record once; many pages show the same row."""
    rows: dict[tuple, Markup] = {}

    @cache
    def write() -> Callable[..., Markup]:
        return getattr(environment.get_template("parts/macros.html").module, macro)

    def row(one: Record, base: str, **options: Any) -> Markup:
        key = (one.id, base, *sorted(options.items()))
        if key not in rows:
            rows[key] = write()(one, base, **options)
        return rows[key]

    return row
