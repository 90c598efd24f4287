"""From a partnership's folder to everything a build needs: checked, published, with its readers."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from c2site.build.pack import Pack, code_of_reading
from c2site.build.remains import PACK, drop_remains, records_there
from c2site.build.settings import Settings
from c2site.catalogue import Portal, published
from c2site.check import left_out, problems
from c2site.check.brand import brand_problems
from c2site.check.pages import cited_sources, missing_pages, page_problems, pages_left_out
from c2site.check.words import phrase_problems
from c2site.errors import DataError, Problem, problem
from c2site.language import Phrases, readers_of, with_pseudo
from c2site.load.drawings import drawing
from c2site.load.files import WITHDRAWN, content_of, refuse_link
from c2site.load.kept import NOTHING, Kept
from c2site.load.pages import Pages, load_pages
from c2site.load.partnership import Loaded, load_partnership
from c2site.load.phrases import load_phrases
from c2site.load.tokens import TOKENS, load_tokens
from c2site.model import Profiles
from c2site.render.tokens import resolved

# What a style sheet fetches with.
LEADS_OUT = re.compile(rb"(?i)url|@import|\\\\")
RESERVED = (".example", ".test", ".invalid", ".localhost", "example.com", "example.org", "example.net")


@dataclass(frozen=True)
class Prepared:
    """`pages` are the hand-written pages that can be shown, by their place below content/.

    `left_out` maps (folder, id) of every record that has errors, and of every page that cannot be shown, to the first problem.
    """

    settings: Settings
    portal: Portal
    loaded: Loaded
    pages: Mapping[str, str]
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
    pages = load_pages(settings.root)
    with Pack(settings.cache / PACK, code_of_reading()) as kept:
        loaded = load_partnership(settings.root, progress, kept)
        today = settings.today or latest_day(loaded)
        phrases, found = phrases_and_problems(settings, loaded, pages, today, kept)
    errors = [one for one in found if one.severity == "error"]
    if loaded.profiles is None or (settings.strict and errors) or any(map(_stops_everything, errors)):
        raise DataError(errors)
    drop_remains(settings.cache, records_there(loaded))
    lacking = left_out(loaded, found)
    seen = published(loaded.profiles, today, lacking, settings.drafts, cited_sources(pages))
    if settings.pseudo:
        seen = replace(seen, partnership=with_pseudo(seen.partnership))
    unnamed = {("needs", key) for key, one in seen.needs.items() if one.visibility == "anonymous"}
    portal = Portal(
        profiles=seen,
        readers=readers_of(seen.partnership, phrases),
        site_url=settings.site_url or f"https://{seen.partnership.id}.example/",
        repo_url=settings.repo_url,
        today=today,
        files={key: file.path for key, file in loaded.files.items() if key not in unnamed},
        digests=loaded.digests,
        trimmed=frozenset((folder, one.id) for folder, one in seen.records() if one is not getattr(loaded.profiles, folder)[one.id]),
    )
    if settings.production and (refusals := list(_not_for_production(portal, settings, loaded.profiles))):
        raise DataError(refusals)
    unshown = pages_left_out(pages, found)
    texts = {place: text for place, text in pages.texts.items() if ("content", place) not in unshown}
    return Prepared(settings, portal, loaded, texts, found, {**lacking, **unshown})


def _stops_everything(one: Problem) -> bool:
    """Return whether no site can be built with a problem: the host would follow a link in content/, or wait at a device, or
    a withdrawn id could come back, or nobody could read it.
    """
    return one.code == "missing-funding" or one.path in (WITHDRAWN, TOKENS) or (one.code == "file-not-regular" and one.path.startswith("content"))


def phrases_and_problems(
    settings: Settings, loaded: Loaded, pages: Pages, today: date, kept: Kept = NOTHING
) -> tuple[dict[str, Phrases], tuple[Problem, ...]]:
    """Return the interface words, and every problem of the partnership's records, pages and words."""
    phrases, wrong = load_phrases([settings.theme / "phrases", settings.root / "data" / "phrases"])
    about_pages = [*page_problems(pages, loaded), *missing_pages(pages, loaded)]
    told = [*problems(loaded, today, kept=kept), *wrong, *token_problems(settings.brand), *about_pages, *phrase_problems(loaded, phrases)]
    return phrases, tuple(sorted(told))


def token_problems(folder: Path) -> Sequence[Problem]:
    """Return what is wrong with the brand's tokens."""
    try:
        return brand_problems(load_tokens(folder))
    except DataError as error:
        return error.problems


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
    if everything.partnership.status != "published":
        found.append(problem("partnership-unpublished", path, found=everything.partnership.status))
    if settings.drafts:
        found.append(problem("drafts-in-production", path))
    if settings.pseudo:
        found.append(problem("pseudo-in-production", path))
    return found


def brand_texts(folder: Path) -> dict[str, str]:
    """Return the brand's SVGs by name without ending; raise DataError where one acts or leads out of itself."""
    refuse_link(folder, "theme/brand")
    return {path.stem: _brand_text(folder, path.name) for path in sorted(folder.glob("*.svg"))}


def _brand_text(folder: Path, name: str) -> str:
    """Return a drawing as it is written: pages and style sheets know it by its classes."""
    raw, place = content_of(folder, name), f"theme/brand/{name}"
    acting = drawing(place, raw).left_out - (set() if LEADS_OUT.search(raw) else {"style"})
    if acting:
        raise DataError([problem("drawing-acts", place, found=acting)])
    return raw.decode("utf-8")


def brand_tokens(folder: Path) -> dict:
    """Return the brand's design tokens, each with a value of its own."""
    refuse_link(folder, "theme/brand")
    return resolved(json.loads(content_of(folder, "tokens.json")))
