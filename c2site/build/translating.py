"""Use cases of translators: how translations stand, and taking them as they are."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from c2site.build.beginning import clusters_of, one_of
from c2site.build.leading_on import no_record
from c2site.build.rewriting import rewriting
from c2site.check.roles import cluster_of
from c2site.check.translated import State, Translated, Unit, into, translated
from c2site.errors import DataError
from c2site.load.files import TRANSLATIONS
from c2site.load.pages import load_pages, split_page
from c2site.load.partnership import Loaded, load_partnership
from c2site.load.translations import recorded_text, translations_path
from c2site.model import KINDS


class Chosen(NamedTuple):
    """Which translations somebody asks for; what is empty chooses all."""

    languages: tuple[str, ...] = ()
    clusters: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()

    def takes(self, one: Translated) -> bool:
        """Return whether a record is among them."""
        kind, cluster = one.filed.file.kind.name, cluster_of(one.filed.file.path)
        return (not self.kinds or kind in self.kinds) and (not self.clusters or cluster in self.clusters)


ALL = Chosen()


class Row(NamedTuple):
    """How the texts of one kind and cluster stand in one language: `texts` and words of the source by state."""

    language: str
    kind: str
    cluster: str
    texts: Counter[State]
    words: Counter[State]


def loaded_for(root: Path, chosen: Chosen) -> tuple[Loaded, list[str]]:
    """Return the partnership and the languages chosen; raise ValueError where there is no such language or cluster."""
    loaded = load_partnership(root)
    if loaded.profiles is None:
        raise DataError(loaded.problems)
    known = loaded.profiles.partnership.written_languages
    for tag in chosen.languages:
        one_of("language that people translate into", tag, known)
    for cluster in chosen.clusters:
        one_of("cluster", cluster, clusters_of(root))
    return loaded, [tag for tag in known if not chosen.languages or tag in chosen.languages]


def status(root: Path, chosen: Chosen = ALL) -> list[Row]:
    """Return how all translations stand, in order of language, kind and cluster; hand-written pages are the kind `page`."""
    loaded, languages = loaded_for(root, chosen)
    texts: dict[tuple[str, str, str], Counter[State]] = defaultdict(Counter)
    words: dict[tuple[str, str, str], Counter[State]] = defaultdict(Counter)
    for tag, kind, cluster, state, count in [*_of_records(loaded, languages, chosen), *_of_pages(root, languages, chosen)]:
        texts[tag, kind, cluster][state] += 1
        words[tag, kind, cluster][state] += count
    order = [*KINDS, "page"]
    keys = sorted(texts, key=lambda key: (languages.index(key[0]), order.index(key[1]), key[2]))
    return [Row(*key, texts[key], words[key]) for key in keys]


Told = Iterator[tuple[str, str, str, State, int]]


def _of_records(loaded: Loaded, languages: Iterable[str], chosen: Chosen) -> Told:
    for one in filter(chosen.takes, translated(loaded)):
        kind, cluster = one.filed.file.kind.name, cluster_of(one.filed.file.path)
        targets = into(one.filed.record.source_language, languages)
        for unit in one.units:
            words = len(unit.source.split())
            yield from ((tag, kind, cluster, one.state(unit, tag), words) for tag in targets)


def _of_pages(root: Path, languages: Iterable[str], chosen: Chosen) -> Told:
    """Yield whether each hand-written page is there; how fresh it is, git tells."""
    if chosen.clusters or (chosen.kinds and "page" not in chosen.kinds):
        return
    written: dict[str, dict[str, str]] = {}
    for place, text in load_pages(root).texts.items():
        folder, _, name = place.partition("/")
        written.setdefault(name, {})[folder] = text
    for texts in written.values():
        words = len(split_page(next(iter(texts.values())))[1].split())
        yield from ((tag, "page", "", State.CURRENT if tag.lower() in texts else State.MISSING, words) for tag in languages)


def record(root: Path) -> list[str]:
    """Record every translation that nobody recorded, and forget what is recorded of records that are gone; return the changed paths.

    Outdated translations stay outdated.
    """
    loaded, languages = loaded_for(root, ALL)
    return _written(root, [*(recording(one, into(one.filed.record.source_language, languages)) for one in translated(loaded)), _swept(loaded)])


def keep(root: Path, key: str, chosen: Chosen = ALL, field: str = "") -> list[str]:
    """Take the translations of the record `key` as they are, or those of one field; return the changed paths.

    Raise LookupError where there is no such record or field.
    """
    loaded, languages = loaded_for(root, chosen)
    found = [one for one in translated(loaded) if one.filed.record.id == key]
    if not found:
        raise no_record(key, loaded.files)
    if field and not any(_is_in(unit, field) for one in found for unit in one.units):
        raise LookupError(f"{key} has no text {field!r}; it has: {', '.join(unit.dotted for one in found for unit in one.units)}")
    return _written(root, [recording(one, languages, lambda unit: not field or _is_in(unit, field)) for one in found])


def _is_in(unit: Unit, field: str) -> bool:
    return field in (unit.field, unit.dotted) or unit.dotted.startswith(f"{field}.")


def recording(one: Translated, tags: Collection[str], kept: Callable[[Unit], bool] = lambda unit: False) -> dict[str, bytes | None]:
    """Return the file that says what a record's translations were made from; None where there is nothing to say."""
    return {translations_path(one.filed.file.path): recorded_text(one.recording(tags, kept)).encode() or None}


def _swept(loaded: Loaded) -> dict[str, bytes | None]:
    """Return what is recorded of records that are gone, to go too; those that cannot be read are still there."""
    kept = {translations_path(file.path) for file in loaded.listed}
    found = {path.relative_to(loaded.root).as_posix() for path in (loaded.root / "data").rglob(f"{TRANSLATIONS}/*.yml") if not path.parent.is_symlink()}
    return dict.fromkeys(sorted(found - kept))


def _written(root: Path, files: Iterable[Mapping[str, bytes | None]]) -> list[str]:
    change = rewriting(root, {path: raw for one in files for path, raw in one.items()})
    change.write()
    return list(change.files)
