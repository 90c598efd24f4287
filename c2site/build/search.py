"""The search index: Pagefind reads the written pages, one index for each language."""

import json
import subprocess
import sys
from pathlib import Path

FOLDER = "pagefind"
# Pagefind's own user interfaces; ours is theme/assets/search.js.
NOT_NEEDED = ("pagefind-ui.*", "pagefind-modular-ui.*", "pagefind-component-ui.*", "pagefind-highlight.js")
NOT_CONTENT = ".breadcrumbs, .toc, .notes, .cite, .actions, .filters, .views, svg"


def write_search_index(site: Path) -> None:
    """Index every page below `site` that marks its content, and write the index beside the pages."""
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--exclude-selectors", NOT_CONTENT, "--silent"]
    subprocess.run(command, check=True, capture_output=True, timeout=600)
    for pattern in NOT_NEEDED:
        for path in (site / FOLDER).glob(pattern):
            path.unlink()
    entry = site / FOLDER / "pagefind-entry.json"
    # Pagefind writes its languages in the order its threads ended.
    entry.write_text(json.dumps(json.loads(entry.read_text(encoding="utf-8")), sort_keys=True) + "\n", encoding="utf-8")
