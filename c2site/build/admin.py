"""The editors' page: Decap's finished script with its licences, ours beside it, and one configuration for each language."""

import base64
import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

from c2site.build.links import ADMIN
from c2site.build.output import Output
from c2site.build.prepare import Prepared
from c2site.build.settings import REPOSITORY
from c2site.render.admin import code_host, configuration, editors_page

# Where `make admin` puts what theme/admin pins.
TOOLS = REPOSITORY / "build" / "admin-tools"
DECAP, YAML = TOOLS / "decap-cms" / "package", TOOLS / "node_modules" / "yaml"
SCRIPT = "decap-cms.js"
# Decap's own licence stands in its repository only; ours keeps a copy in theme/admin.
NOTICES = {
    "licences/decap-cms-parts.txt": DECAP / "dist" / f"{SCRIPT}.LICENSE.txt",
    "licences/yaml.txt": YAML / "LICENSE",
}


def has_decap() -> bool:
    """Return whether what the page is made of has been fetched."""
    return (DECAP / "dist" / SCRIPT).is_file() and YAML.is_dir()


def write_admin(prepared: Prepared, out: Output) -> None:
    """Write the editors' page into its folder; raise OSError where what it is made of is not there."""
    settings, portal = prepared.settings, prepared.portal
    host = code_host(settings.repo_url, settings.code_host, is_local=not settings.production)
    folder = settings.theme / "admin"
    with portal.asked.noting():
        for reader in portal.readers:
            out.write(f"{ADMIN}config/{reader.tag}.json", json.dumps(configuration(portal, reader, host), ensure_ascii=False) + "\n")
        script = (DECAP / "dist" / SCRIPT).read_bytes()
        out.write(f"{ADMIN}index.html", editors_page(folder, portal, host, _digest(script)))
    files = {SCRIPT: DECAP / "dist" / SCRIPT, **NOTICES, **_ours(folder), **_library()}
    for name, path in files.items():
        out.write(f"{ADMIN}{name}", path.read_bytes())


def _ours(folder: Path) -> dict[str, Path]:
    own = {path.name: path for path in sorted(folder.iterdir()) if path.suffix in (".js", ".css")}
    return {**own, "licences/decap-cms.txt": folder / "decap-cms.licence.txt"}


def _library() -> dict[str, Path]:
    """Return the modules of the YAML library by the names under which our own scripts ask for them."""
    folder = YAML / "browser" / "dist"
    return {f"yaml/{path.relative_to(folder).as_posix()}": path for path in sorted(folder.rglob("*.js"))}


def _digest(script: bytes) -> str:
    return f"sha384-{base64.b64encode(hashlib.sha384(script).digest()).decode()}"


def beside_admin(paths: Iterable[str]) -> list[str]:
    """Return the other names at the top of a site as a host's rules name them: the door, folders with all in them, files."""
    tops = {f"{first}/*" if slash else first for first, slash, _ in (path.partition("/") for path in paths)}
    return ["", *sorted(tops - {f"{ADMIN}*"})]
