"""What a build is told: where the partnership lies, its addresses, its day, how strict to be."""

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Settings:
    """`site_url` and `repo_url` are empty where nobody has set them; `today` is None until the data can settle it.

    `pseudo` adds the pseudo-language. `executor` is the address of a cluster that makes the pages, empty where this machine does; `theme` holds the software's
    templates, styles and phrases.
    """

    root: Path
    site_url: str = ""
    repo_url: str = ""
    strict: bool = False
    production: bool = False
    drafts: bool = False
    pseudo: bool = False
    catalogues: bool = True
    cards: bool = True
    search: bool = True
    executor: str = ""
    today: date | None = None
    theme: Path = REPOSITORY / "theme"

    @property
    def brand(self) -> Path:
        """The partnership's brand, or this repository's where it has none."""
        own = self.root / "theme" / "brand"
        return own if own.is_dir() else self.theme / "brand"

    @property
    def cache(self) -> Path:
        """Where results made of records are kept between builds; may be deleted at any time."""
        return self.root / ".cache" / "c2site"

    @property
    def font_cache(self) -> Path:
        """Where cut fonts are kept, into which no record went: they outlive every record."""
        return self.root / ".cache" / "fonts"


def settings_from(root: Path, environment: Mapping[str, str] = os.environ) -> Settings:
    """Return the settings of a partnership from the environment: SITE_URL, REPO_URL, SOURCE_DATE_EPOCH, C2SITE_*."""
    root = Path(root).resolve()
    site_url = environment.get("SITE_URL", "").strip()
    return Settings(
        root=root,
        site_url=site_url + "/" if site_url and not site_url.endswith("/") else site_url,
        repo_url=environment.get("REPO_URL", "").strip().rstrip("/"),
        strict=_on(environment, "C2SITE_STRICT"),
        production=_on(environment, "C2SITE_PRODUCTION"),
        drafts=_on(environment, "C2SITE_DRAFTS"),
        pseudo=_on(environment, "C2SITE_PSEUDO"),
        catalogues=not _on(environment, "C2SITE_NO_CATALOGUES"),
        cards=not _on(environment, "C2SITE_NO_CARDS"),
        search=not _on(environment, "C2SITE_NO_SEARCH"),
        executor=environment.get("C2SITE_EXECUTOR", "").strip(),
        today=_today(root, environment),
    )


def _on(environment: Mapping[str, str], name: str) -> bool:
    return environment.get(name, "") not in ("", "0", "false")


def _today(root: Path, environment: Mapping[str, str]) -> date | None:
    """Return the build's day, from SOURCE_DATE_EPOCH or the last commit; never the clock's."""
    epoch = environment.get("SOURCE_DATE_EPOCH", "") or _last_commit(root)
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isdigit() else None


def _last_commit(root: Path) -> str:
    command = ["git", "-C", str(root), "log", "-1", "--format=%ct", "--", "."]
    try:
        return subprocess.run(command, capture_output=True, text=True, timeout=20, check=False).stdout.strip()
    except (OSError, subprocess.TimeoutExpired):
        return ""
