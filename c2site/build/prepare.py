"""From a partnership's folder to everything a build needs: checked, published, with its readers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from c2site.build.pack import Pack, code_of_reading
from c2site.build.settings import Settings
from c2site.catalogue import Portal, published
from c2site.check import left_out, problems
from c2site.check.pages import page_problems
from c2site.check.words import phrase_problems
from c2site.errors import DataError, Problem, problem
from c2site.language import Phrases, readers_of
from c2site.load.kept import NOTHING, Kept
from c2site.load.partnership import Loaded, load_partnership
from c2site.load.phrases import load_phrases
from c2site.model import Profiles

RESERVED = (".example", ".test", ".invalid", ".localhost", "example.com", "example.org", "example.net")


@dataclass(frozen=True)
class Prepared:
    """`left_out` maps (folder, id) of every record that has errors to the first of them."""

    settings: Settings
    portal: Portal
    loaded: Loaded
    problems: tuple[Problem, ...]
    left_out: Mapping[tuple[str, str], Problem]

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that keep records out."""
        return tuple(one for one in self.problems if one.severity == "error")


def prepared(settings: Settings, progress: Callable[[int, int], None] | None = None) -> Prepared:
    """Read, check and publish the partnership. Raise DataError where nothing can be built at all, or, when strict, where
    anything is wrong.
    """
    with Pack(settings.cache / "profiles.pack", code_of_reading()) as kept:
        loaded = load_partnership(settings.root, progress, kept)
        today = settings.today or latest_day(loaded)
        phrases, found = phrases_and_problems(settings, loaded, today, kept)
    errors = [one for one in found if one.severity == "error"]
    if loaded.profiles is None or (settings.strict and errors) or any(one.code == "missing-funding" for one in errors):
        raise DataError(errors)
    lacking = left_out(loaded, found)
    seen = published(loaded.profiles, today, lacking, settings.drafts)
    portal = Portal(
        profiles=seen,
        readers=readers_of(seen.partnership, phrases),
        site_url=settings.site_url or f"https://{seen.partnership.id}.example/",
        repo_url=settings.repo_url,
        today=today,
        files={key: file.path for key, file in loaded.files.items()},
        digests=loaded.digests,
    )
    if settings.production and (refusals := list(_not_for_production(portal, settings, loaded.profiles))):
        raise DataError(refusals)
    return Prepared(settings, portal, loaded, found, lacking)


def phrases_and_problems(
    settings: Settings, loaded: Loaded, today: date, kept: Kept = NOTHING
) -> tuple[dict[str, Phrases], tuple[Problem, ...]]:
    """Return the interface words, and every problem of the partnership's records, pages and words."""
    phrases, wrong = load_phrases([settings.theme / "phrases", settings.root / "data" / "phrases"])
    told = [*problems(loaded, today, kept=kept), *wrong, *page_problems(settings.root, loaded), *phrase_problems(loaded, phrases)]
    return phrases, tuple(sorted(told))


def latest_day(loaded: Loaded) -> date:
    """Return the last day the data knows of, for folders without git history and without SOURCE_DATE_EPOCH."""
    days = [one.day for one in (loaded.profiles.bibliography.values() if loaded.profiles else ())]
    return max((date.fromisoformat(day) for day in days if len(day) == 10), default=date(1980, 1, 1))


def _not_for_production(portal: Portal, settings: Settings, everything: Profiles) -> list[Problem]:
    host = urlsplit(portal.site_url).hostname or ""
    path = "data/partnership.yml"
    found = []
    if any(host == name.lstrip(".") or host.endswith(name if name.startswith(".") else "." + name) for name in RESERVED):
        found.append(problem("reserved-domain", path, found=host))
    if everything.partnership.invented:
        found.append(problem("invented-data", path))
    if settings.drafts:
        found.append(problem("drafts-in-production", path))
    return found


def brand_texts(folder: Path) -> dict[str, str]:
    """Return the brand's SVGs by name without ending."""
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.svg"))}
