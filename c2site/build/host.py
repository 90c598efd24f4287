"""Starting the host that builds the site around our pages, in a child process; the plugin in it puts the finished site in place."""

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Built:
    """What a build has made: counts by name, what was left out, and how long it took."""

    count: dict[str, int]
    left_out: list[dict]
    seconds: float


def build_site(root: Path, out: Path, environment: dict[str, str], host: str = "mkdocs") -> Built:
    """Build the partnership at `root` and exchange it for what stands at `out`.

    Where nothing is published the host has said why, and its exit code is passed on.
    """
    start = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="c2site-") as folder:
        report = Path(folder) / "report.json"
        command = [*_host(host), "build", "--quiet", "--config-file", str(root / "mkdocs.yml"), "--site-dir", str(out.absolute())]
        code = subprocess.run(command, env={**os.environ, **_quiet(), **environment, "C2SITE_REPORT": str(report)}, check=False).returncode
        if code != 0 or not report.exists():
            raise SystemExit(code or 1)
        told = json.loads(report.read_text(encoding="utf-8"))
    return Built(told["count"], told["left_out"], time.monotonic() - start)


def serve_site(root: Path, address: str, environment: dict[str, str]) -> int:
    """Serve a live preview until it is stopped, and return the host's exit code."""
    command = [*_host("mkdocs"), "serve", "--livereload", "--config-file", str(root / "mkdocs.yml"), "--dev-addr", address]
    try:
        return subprocess.run(command, env={**environment, **_quiet()}, check=False).returncode
    except KeyboardInterrupt:
        return 0


def _host(name: str) -> list[str]:
    return [sys.executable, "-m", name]


def _quiet() -> dict[str, str]:
    """Return what keeps the host's advertisements out of an editor's way."""
    return {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
