"""One form as a whole page: its words, its looks and its programs in one file that asks nobody for anything."""

import hashlib
import json
from base64 import b64encode
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from c2site.catalogue import Portal
from c2site.check.anonymous import LEADS
from c2site.check.dates import BEGINNINGS
from c2site.language import Reader
from c2site.language.tags import direction_of
from c2site.load.faults import INVISIBLE
from c2site.model import KINDS
from c2site.model.base import ID_PATTERN
from c2site.model.blank import NAME_FIELDS
from c2site.render.forms.choices import choices_of
from c2site.render.forms.fields import fields_of
from c2site.render.forms.sections import sections_of
from c2site.render.forms.words import explanation, label, said, title, tongue_name
from c2site.render.tokens import stylesheet
from c2site.render.web.names import name_of
from c2site.render.web.wording import marked, wording

# In the order in which they rest on each other; the first is https://github.com/nodeca/js-yaml as its makers published it.
PROGRAMS = ("js-yaml.min.js", "values.js", "rows.js", "checks.js", "form.js")
PEOPLE = ("anonymous-mail", "anonymous-phone")


class Looks(NamedTuple):
    """`folder` holds the forms' template, style sheet and programs; `tokens` and `logo` are the brand's."""

    folder: Path
    tokens: Mapping[str, Any]
    logo: str


def form_page(kind: str, portal: Portal, reader: Reader, looks: Looks) -> str:
    """Return the form for a kind of record as a whole page."""
    fields = fields_of(KINDS[kind])
    styles = stylesheet(looks.tokens) + (looks.folder / "form.css").read_text(encoding="utf-8")
    programs = "\n".join((looks.folder / name).read_text(encoding="utf-8") for name in PROGRAMS)
    return _environment(looks.folder, reader).get_template("form.html").render(
        reader=reader,
        kind=kind,
        title=title(reader, kind),
        partnership=portal.profiles.partnership,
        clusters=sorted(portal.profiles.clusters.values(), key=lambda one: reader.sort_key(one.short_name)),
        sections=list(sections_of(kind, fields)),
        choices=choices_of(fields, portal, reader),
        tongues=_tongues(portal, reader),
        logo=Markup(looks.logo),
        styles=Markup(styles),
        programs=Markup(programs),
        policy=f"default-src 'none'; script-src {_hash(programs)}; style-src {_hash(styles)}; base-uri 'none'; form-action 'none'",
        known=_json(_known(kind, portal, reader)),
    )


def _environment(folder: Path, reader: Reader) -> Environment:
    environment = Environment(loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.globals |= wording(reader) | {"marked": marked, "direction": direction_of}
    environment.globals |= {one.__name__: partial(one, reader) for one in (label, explanation, tongue_name)}
    return environment


def _tongues(portal: Portal, reader: Reader) -> list[str]:
    """Return the tags of the languages texts are written in, the reader's own first."""
    own = reader.derived_from or reader.tag
    return sorted(portal.profiles.partnership.written_languages, key=lambda tag: tag != own)


def _known(kind: str, portal: Portal, reader: Reader) -> dict[str, Any]:
    """Return what the page's programs know: their sentences, the rules no field has alone, and the ids that are taken."""
    return {
        "kind": kind,
        "named": NAME_FIELDS.get(kind, ("name",)),
        "words": said(reader),
        "invisible": INVISIBLE.pattern,
        "people": [LEADS[name].pattern for name in PEOPLE],
        "id": ID_PATTERN,
        "crossed": BEGINNINGS,
        "taken": {one.id: name_of(one, reader) for one in getattr(portal.profiles, KINDS[kind].folder, {}).values()},
    }


def _json(value: object) -> Markup:
    """Return a value as JSON that nothing in it can end, whatever records hold."""
    return Markup(json.dumps(value).replace("<", "\\u003c"))


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
