"""What one record is checked against: the other records, the sources, the media, the languages read, and the day."""

import json
import os
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NamedTuple

from c2site.errors import DataError, Problem
from c2site.load.bibliography import BIBLIOGRAPHY
from c2site.load.files import RecordFile, content_of
from c2site.load.media import MEDIA, picture
from c2site.load.partnership import Loaded
from c2site.model import Profiles

BRAND = Path("theme", "brand")
OUR_BRAND = Path(__file__).resolve().parents[2] / BRAND


Judged = tuple[tuple[Problem, ...], frozenset[str]]
# What is said of a picture that is shown as it is.
SOUND: Judged = ((), frozenset())


class Target(NamedTuple):
    """A record somebody may point to; `state` is its status, or `spoilt` when it does not validate."""

    kind: str
    path: str
    state: str


@dataclass(frozen=True)
class Media:
    """The files below data/media/ of `root`, by their places there; links are named apart."""

    root: Path
    files: frozenset[str]
    links: frozenset[str]
    _judged: dict[str, Judged] = field(default_factory=dict)

    def judged(self, name: str) -> Judged:
        """Return what is wrong with a picture, and which parts of it are not shown; many records may name the same one."""
        if name not in self._judged:
            try:
                self._judged[name] = ((), picture(self.root, name).left_out)
            except DataError as error:
                self._judged[name] = (error.problems, frozenset())
        return self._judged[name]


@dataclass(frozen=True)
class Surroundings:
    """`sources` and `tones` are None where the file that lists them cannot be read, so that nothing is judged by it."""

    today: date
    profiles: Profiles
    files: tuple[RecordFile, ...]
    targets: Mapping[str, tuple[Target, ...]]
    ids: Mapping[str, frozenset[str]]
    stages: Mapping[str, tuple[str, ...]]
    read: frozenset[str]
    sources: frozenset[str] | None
    media: Media
    tones: frozenset[str] | None

    def candidates(self, target: str, kinds: Iterable[str]) -> list[Target]:
        """Return the records with the id `target` among `kinds`."""
        return [one for one in self.targets.get(target, ()) if one.kind in kinds]

    def settled(self, kinds: str) -> frozenset[str]:
        """Return the ids that lead to one published record among `kinds`, names with blanks between, or to one stage."""
        if kinds == "stage":
            return frozenset(stage for stage, chains in self.stages.items() if len(chains) == 1)
        names = frozenset(kinds.split(" "))
        return frozenset(key for key, several in self.targets.items() if [one.state for one in several if one.kind in names] == ["published"])


def surroundings(loaded: Loaded, profiles: Profiles, today: date) -> Surroundings:
    """Return what the records of `loaded` are checked against."""
    targets = _targets(loaded.listed, loaded, profiles)
    return Surroundings(
        today=today,
        profiles=profiles,
        files=loaded.listed,
        targets=targets,
        ids=_ids(targets),
        stages=_stages(profiles),
        read=read_languages(profiles),
        sources=_sources(loaded, profiles),
        media=media(loaded.root),
        tones=_tones(loaded.root / BRAND if (loaded.root / BRAND).is_dir() else OUR_BRAND),
    )


def _targets(files: Iterable[RecordFile], loaded: Loaded, profiles: Profiles) -> dict[str, tuple[Target, ...]]:
    found: dict[str, list[Target]] = defaultdict(list)
    for file in files:
        if file.kind.folder == ".":
            found[profiles.partnership.id].append(Target(file.kind.name, file.path, profiles.partnership.status))
        else:
            found[file.id].append(Target(file.kind.name, file.path, _state(file, loaded, profiles)))
    return {key: tuple(targets) for key, targets in found.items()}


def _state(file: RecordFile, loaded: Loaded, profiles: Profiles) -> str:
    key = (file.kind.folder, file.id)
    readable = key in loaded.files and (key not in loaded.spoilt or loaded.spoilt[key].path != file.path)
    return getattr(profiles, file.kind.folder)[file.id].status if readable else "spoilt"


def _ids(targets: Mapping[str, Iterable[Target]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for key, several in targets.items():
        for target in several:
            found[target.kind].add(key)
    return {kind: frozenset(keys) for kind, keys in found.items()}


def _stages(profiles: Profiles) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for chain in profiles.value_chains.values():
        for stage in chain.stages:
            found[stage.id].append(chain.id)
    return {stage: tuple(dict.fromkeys(chains)) for stage, chains in found.items()}


def read_languages(profiles: Profiles) -> frozenset[str]:
    """Return the tags some reader's chain leads to: of the portal, of a market, of an edition."""
    tags: set[str | None] = set()
    for language in profiles.partnership.languages:
        tags.update((language.tag, language.derived_from, *language.fallback))
    for market in profiles.markets.values():
        for reading in market.languages:
            tags.update((reading.tag, *reading.chain))
    for edition in profiles.editions.values():
        tags.update(edition.languages)
    return frozenset(tag for tag in tags if tag)


def _sources(loaded: Loaded, profiles: Profiles) -> frozenset[str] | None:
    broken = any(one.path == BIBLIOGRAPHY and one.severity == "error" for one in loaded.problems)
    return None if broken else frozenset(profiles.bibliography)


def media(root: Path) -> Media:
    """Return the ordinary files and the links below data/media/ of `root`."""
    folder = root / MEDIA
    files: set[str] = set()
    links: set[str] = set()
    for here, folders, names in () if folder.is_symlink() else os.walk(folder):
        for name in (*folders, *names):
            place = Path(here, name)
            if place.is_symlink():
                links.add(place.relative_to(folder).as_posix())
            elif place.is_file():
                files.add(place.relative_to(folder).as_posix())
    return Media(root, frozenset(files), frozenset(links))


def _tones(brand: Path) -> frozenset[str] | None:
    try:
        hues = json.loads(content_of(brand, "tokens.json"))["color"]["sector"]
        return frozenset(name for name in hues if not name.startswith("$"))
    except (DataError, ValueError, KeyError, TypeError):
        return None
