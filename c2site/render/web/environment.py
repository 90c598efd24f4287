"""Jinja environments for the portal's pages: one per reader, with the reader's words bound, sharing compiled templates."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup

from c2site.catalogue import Portal
from c2site.language import Reader
from c2site.render.web.lookups import lookups
from c2site.render.web.policy import POLICY
from c2site.render.web.wording import wording


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
    """Makes HTML: `templates` is the folder of the theme's templates, `brand` holds its SVGs by name."""

    portal: Portal
    templates: Path
    brand: Mapping[str, str] = field(default_factory=dict)
    assets: Mapping[str, str] = field(default_factory=dict)
    theme_colour: str = ""
    _environments: dict[str, Environment] = field(default_factory=dict, repr=False)
    _memory: _Memory = field(default_factory=_Memory, repr=False)

    def render(self, reader: Reader, template: str, **context: Any) -> str:
        """Return `template` filled in for `reader`."""
        return self.environment(reader).get_template(template).render(context)

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
        words: dict[str, Callable[..., Any]] = {**wording(reader), **lookups(self.portal, reader)}
        made.globals.update(words)
        made.globals.update(
            portal=self.portal,
            partnership=self.portal.profiles.partnership,
            reader=reader,
            readers=self.portal.readers,
            brand={name: Markup(svg) for name, svg in self.brand.items()},
            assets=self.assets,
            policy=POLICY,
            theme_colour=self.theme_colour,
        )
        return made
