"""The search index: Pagefind reads the written pages, one index for each language."""

import gzip
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from c2site.build.indexed import digest, indexed
from c2site.build.output import Output

FOLDER = "pagefind"
MEMORY = "/dev/shm"
# Pagefind's own user interfaces; ours is theme/assets/search.js.
NOT_NEEDED = ("pagefind-ui.*", "pagefind-modular-ui.*", "pagefind-component-ui.*", "pagefind-highlight.js")
NOT_CONTENT = ".breadcrumbs, .toc, .notes, .cite, .actions, .share, .cards, .filters, .views, #rows, svg"
# What a fragment of the index begins with once it is unpacked.
SIGNATURE = b"pagefind_dcd"
# Lists whose text search and filters combine: the folder of their pages.
FILTERED = ("offerings", "companies")
FOUND = "found.js"


def write_search_index(out: Output, filed: Mapping[str, str]) -> None:
    """Index every page that marks its content, and write the index beside the pages; the published index stays where the pages do.

    `filed` gives, by a page's path, the words for its record's codes.

    Pagefind numbers pages in the order in which the system lists them. Memory lists files by the order of their making, so there they
    are made anew, in the order of their names; a disk's order would differ from machine to machine.
    """
    key = f"{FOLDER} {version(FOLDER)} {NOT_CONTENT} {digest(filed)}"
    if _kept(out, key):
        return
    with TemporaryDirectory(prefix="c2site-search-", dir=MEMORY if os.access(MEMORY, os.W_OK) else None) as folder:
        pages, index = Path(folder) / "pages", Path(folder) / "index"
        for path in sorted(out.written):
            if path.endswith(".html"):
                (pages / path).parent.mkdir(parents=True, exist_ok=True)
                html = (out.folder / path).read_text(encoding="utf-8")
                (pages / path).write_text(indexed(path, html, filed.get(path, "")), encoding="utf-8")
        command = [sys.executable, "-m", "pagefind", "--site", str(pages), "--output-path", str(index), "--exclude-selectors", NOT_CONTENT, "--silent"]
        subprocess.run(command, check=True, capture_output=True, timeout=600)
        for path in sorted(index.rglob("*")):
            if path.is_file() and not any(path.match(pattern) for pattern in NOT_NEEDED):
                out.write(f"{FOLDER}/{path.relative_to(index).as_posix()}", _ordered(path), key)
        for path, script in found_scripts(index).items():
            out.write(path, script, key)


def _kept(out: Output, key: str) -> bool:
    """Return whether the index that was published with the very same pages is there as a whole, and stays."""
    former = {path for path in out.former.paths if path.endswith(".html")}
    if any(path.endswith(".html") for path in out.records.changed) or former != {path for path in out.written if path.endswith(".html")}:
        return False
    index = [path for path in out.former.paths if path.startswith(f"{FOLDER}/") or path.endswith(f"/{FOUND}")]
    return bool(index) and all(out.keep(path, key) for path in index)


def _ordered(path: Path) -> bytes:
    """Return a file of the index; Pagefind writes its languages in the order its threads ended."""
    raw = path.read_bytes()
    return f"{json.dumps(json.loads(raw), sort_keys=True)}\n".encode() if path.name == "pagefind-entry.json" else raw


def found_scripts(index: Path) -> dict[str, str]:
    """Return, by path on the site, the scripts that tell each filtered list which of the index's results is which record."""
    lists: dict[tuple[str, str], dict[str, str]] = {}
    for path in sorted((index / "fragment").glob("*.pf_fragment")):
        match _address(path).strip("/").split("/"):
            case [slug, folder, record] if folder in FILTERED:
                lists.setdefault((slug, folder), {})[path.stem] = record
    return {f"{slug}/{folder}/{FOUND}": f"portal.found({json.dumps(folder)}, {json.dumps(records)});\n" for (slug, folder), records in sorted(lists.items())}


def _address(fragment: Path) -> str:
    return json.loads(gzip.decompress(fragment.read_bytes()).removeprefix(SIGNATURE))["url"]
