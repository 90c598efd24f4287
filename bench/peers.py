"""The peers' own virtual environment, so that the product's lock stays small."""

import subprocess
import sys
from pathlib import Path

from bench.places import BENCH, PEERS

REQUIREMENTS = BENCH / "requirements.txt"
STAMP = PEERS / ".stamp"


def install_peers() -> None:
    """Install what bench/requirements.txt pins, once."""
    wanted = REQUIREMENTS.read_text(encoding="utf-8")
    if STAMP.is_file() and STAMP.read_text(encoding="utf-8") == wanted:
        return
    print("Installing the peers into build/bench-venv", file=sys.stderr)
    subprocess.run([sys.executable, "-m", "venv", "--clear", PEERS], check=True)
    pip = [peer("python"), "-m", "pip", "--disable-pip-version-check", "--quiet", "--quiet", "install"]
    subprocess.run([*pip, "--only-binary", ":all:", "--require-hashes", "--requirement", REQUIREMENTS], check=True)
    STAMP.write_text(wanted, encoding="utf-8")


def peer(name: str) -> Path:
    """Return a program of the peers' environment."""
    return PEERS / "bin" / name


def hugo() -> Path:
    """Return the Hugo program itself, without the Python script that would start it."""
    return next(PEERS.glob("lib/python*/site-packages/hugo/binaries/hugo*"))


def versions() -> dict[str, str]:
    """Return the version of every package of the peers' environment that is asked for by name."""
    names = [line.split("==") for line in REQUIREMENTS.read_text(encoding="utf-8").splitlines() if "==" in line]
    return {name: rest.split()[0] for name, rest in names if name in ("hugo", "mkdocs", "mkdocs-material")}
