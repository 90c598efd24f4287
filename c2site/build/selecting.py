"""What a command asks for, made into editions: published ones as they are, anything else as a selection."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from c2site.build.catalogues import Chosen, chosen_editions
from c2site.build.prepare import Prepared
from c2site.catalogue import Portal, Selection, Wanted, alone, overridden, selections
from c2site.errors import DataError, Problem, nearest, problem
from c2site.load.files import slug
from c2site.load.shortlist import Listed, shortlist

# The option that takes the ids of each kind, and the records' folder.
OPTIONS = {"markets": "--market", "sectors": "--sector", "clusters": "--cluster", "events": "--event", "smes": "--sme"}


class Choice(NamedTuple):
    """The editions to make, each with a language, and what of a shortlist had to be left out."""

    editions: Chosen
    left_out: list[Problem]


def chosen(prepared: Prepared, wanted: Wanted, shortlists: Sequence[Path] = ()) -> Choice:
    """Return what is asked for. Raise ValueError where a value is unknown, DataError where nothing would stand in a catalogue."""
    portal = prepared.portal
    _all_known(portal, wanted)
    found = [(path, _today(portal, one)) for path in shortlists for one in shortlist(path)]
    left_out = list(_unlisted(portal, found))
    listed = tuple(dict.fromkeys(one.id for _, one in found if one.id in portal.profiles.smes or one.id in portal.profiles.offerings))
    if shortlists and not listed:
        raise DataError([*left_out, *(problem("shortlist-empty", str(path)) for path in shortlists)])
    named = replace(wanted, listed=listed, name=slug(shortlists[0].stem)) if shortlists else wanted
    try:
        return Choice(_made(prepared, named), left_out)
    except DataError as error:
        raise DataError([*left_out, *error.problems]) from None


def _today(portal: Portal, one: Listed) -> Listed:
    """Return what a shortlist names under the id it has now."""
    renamed = portal.profiles.renamed
    return one._replace(id=next((renamed[folder, one.id] for folder in ("smes", "offerings") if (folder, one.id) in renamed), one.id))


def _made(prepared: Prepared, wanted: Wanted) -> Chosen:
    if wanted.narrowed:
        return _filled(prepared.portal, selections(prepared.portal, wanted))
    published = chosen_editions(prepared, wanted.markets)
    unpublished = _unpublished(prepared.portal, wanted)
    found = [(edition.model_copy(update=overridden(wanted, edition.languages)), tag) if wanted.title or wanted.paper else (edition, tag) for edition, tag in published]
    return _spoken(wanted, found) + (_filled(prepared.portal, selections(prepared.portal, unpublished)) if unpublished.markets else [])


def _unpublished(portal: Portal, wanted: Wanted) -> Wanted:
    """Return what is asked for without the markets and editions that are published."""
    there = {*portal.profiles.editions, *(edition.market for edition in portal.profiles.editions.values())}
    return replace(wanted, markets=tuple(one for one in wanted.markets if one not in there))


def _spoken(wanted: Wanted, editions: Chosen) -> Chosen:
    found = [(edition, tag) for edition, tag in editions if not wanted.languages or tag in wanted.languages]
    if editions and not found:
        raise DataError([problem("selection-language", "--language", found=wanted.languages, allowed=list(dict.fromkeys(tag for _, tag in editions)))])
    return found


def _filled(portal: Portal, found: list[Selection]) -> Chosen:
    empty = [one for one in found if not one.card and portal.catalogue(one).empty]
    if empty:
        raise DataError([problem("selection-empty", one.id, found=[f"{name} ({count})" for name, count in alone(portal, one).items()]) for one in empty])
    return [(one, tag) for one in found for tag in one.languages]


def _all_known(portal: Portal, wanted: Wanted) -> None:
    for name, option in OPTIONS.items():
        known: Mapping[str, object] = getattr(portal.profiles, name)
        editions = portal.profiles.editions if name == "markets" and not wanted.narrowed else {}
        for key in getattr(wanted, name):
            if key not in known and key not in editions:
                raise ValueError(_unknown(portal, option, name, key, [*known, *editions]))
    for tag in wanted.languages:
        if tag not in (allowed := _languages(portal)):
            raise ValueError(_told("--language", f"no catalogue is made in {tag!r}", tag, allowed))


def _unknown(portal: Portal, option: str, folder: str, key: str, allowed: list[str]) -> str:
    if (folder, key) in portal.profiles.withdrawn:
        return f"{option}: {key!r} was withdrawn and is shown no more"
    return _told(option, f"nothing is published under the id {key!r}", key, allowed)


def _told(option: str, what: str, key: str, allowed: list[str]) -> str:
    near = nearest(key, allowed)
    listed = ", ".join(allowed[:12]) + (f" … ({len(allowed)} in all)" if len(allowed) > 12 else "")
    return f"{option}: {what}{f'; did you mean {near!r}?' if near else '.'} Allowed: {listed or 'none'}."


def _languages(portal: Portal) -> list[str]:
    """Return every language in which a catalogue can be made: the portal's, the editions', the markets'."""
    profiles = portal.profiles
    editions = (tag for edition in profiles.editions.values() for tag in edition.languages)
    return list(dict.fromkeys((*(one.tag for one in portal.readers), *editions, *(one.tag for market in profiles.markets.values() for one in market.languages))))


def _unlisted(portal: Portal, found: list[tuple[Path, Listed]]) -> Iterable[Problem]:
    """Yield what of shortlists cannot stand in a catalogue."""
    profiles = portal.profiles
    for path, one in found:
        if one.id in profiles.smes or one.id in profiles.offerings:
            continue
        place = (str(path), (one.line, 1))
        if {("smes", one.id), ("offerings", one.id)} & profiles.withdrawn:
            yield problem("shortlist-withdrawn", *place, found=one.id)
        elif any(one.id in getattr(profiles, folder) for folder in profiles.folders()):
            yield problem("shortlist-kind", *place, found=one.id)
        else:
            yield problem("shortlist-unknown", *place, found=one.id, nearest=nearest(one.id, [*profiles.smes, *profiles.offerings]))
