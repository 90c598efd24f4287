"""The editors' page itself: a shell that loads Decap and our own script, and nothing from anywhere else."""

import json
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from c2site.catalogue import Portal
from c2site.render.admin.codehost import CodeHost


def editors_page(folder: Path, portal: Portal, host: CodeHost, digest: str) -> str:
    """Return the page; `folder` holds its template, `digest` is that of Decap's script, which a browser checks."""
    environment = Environment(loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    tags = json.dumps([reader.tag for reader in portal.readers])
    return environment.get_template("index.html").render(reader=portal.readers.default, partnership=portal.profiles.partnership, policy=host.policy, digest=digest, tags=tags)
