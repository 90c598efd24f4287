"""The one page every report is: its words, its styles, nothing fetched."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from c2site.catalogue import Portal
from c2site.language import Reader
from c2site.render.tokens import stylesheet
from c2site.render.web.wording import wording


@dataclass(frozen=True)
class Sheet:
    """`folder` holds the reports' templates and their style sheet, `tokens` are the brand's; `cluster` is the one whose part is told, all where it
    is empty.
    """

    portal: Portal
    reader: Reader
    folder: Path
    tokens: Mapping[str, Any]
    cluster: str = ""

    def filled(self, template: str, **context: Any) -> str:
        """Return a report as a whole page."""
        environment = Environment(loader=FileSystemLoader(self.folder), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
        environment.globals |= wording(self.reader)
        styles = stylesheet(self.tokens) + (self.folder / "report.css").read_text(encoding="utf-8")
        names = {"reader": self.reader, "partnership": self.portal.profiles.partnership, "profiles": self.portal.profiles, "today": self.portal.today}
        return environment.get_template(template).render(**names, styles=Markup(styles), **context)
