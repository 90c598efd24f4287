"""The search index: Pagefind reads the written pages, one index for each language."""

import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from c2site.build.output import Output

FOLDER = "pagefind"
# Pagefind's own user interfaces; ours is theme/assets/search.js.
NOT_NEEDED = ("pagefind-ui.*", "pagefind-modular-ui.*", "pagefind-component-ui.*", "pagefind-highlight.js")
NOT_CONTENT = ".breadcrumbs, .toc, .notes, .cite, .actions, .filters, .views, svg"


def write_search_index(out: Output) -> None:
    """Index every written page that marks its content, and write the index beside the pages."""
    with TemporaryDirectory(prefix="c2site-search-") as folder:
        command = [sys.executable, "-m", "pagefind", "--site", str(out.folder), "--output-path", folder, "--exclude-selectors", NOT_CONTENT, "--silent"]
        subprocess.run(command, check=True, capture_output=True, timeout=600)
        for path in sorted(Path(folder).rglob("*")):
            if path.is_file() and not any(path.match(pattern) for pattern in NOT_NEEDED):
                out.write(f"{FOLDER}/{path.relative_to(folder).as_posix()}", _ordered(path))


def _ordered(path: Path) -> bytes:
    """Return a file of the index; Pagefind writes its languages in the order its threads ended."""
    raw = path.read_bytes()
    return f"{json.dumps(json.loads(raw), sort_keys=True)}\n".encode() if path.name == "pagefind-entry.json" else raw
