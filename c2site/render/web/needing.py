"""What a template asks of needs: which are open, who answers, which offerings fit and why, in the reader's words."""

from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from c2site.catalogue import Portal
from c2site.catalogue.matches import Match
from c2site.catalogue.wishes import Reason
from c2site.language import Reader
from c2site.model import Cluster, Matching, Need, Record
from c2site.render.web.compiled import inert
from c2site.render.web.names import name_of, stage_words
from c2site.render.web.wording import marked

# How many digits a code of the Common Procurement Vocabulary has; a heading is written with zeros behind it.
CPV_DIGITS = 8
# Stands in a phrase for what is HTML already.
BLANK = "\ue000"


def needing(portal: Portal, reader: Reader, comma: str) -> dict[str, Callable[..., Any]]:
    """Return the functions by which a template shows needs and their matches; `comma` is that of the reader's script."""
    profiles = portal.profiles

    def matched(relation: str) -> Callable[[str], tuple[Match, ...]]:
        return lambda key: getattr(portal.matches, relation).get(key, ())

    return {
        "open_needs": lambda: sorted((one for one in profiles.needs.values() if is_open(portal, one)), key=lambda one: (one.deadline, one.id)),
        "is_open": lambda one: is_open(portal, one),
        "contact_of": lambda one: contact_of(portal, one),
        "seeker": lambda one: seeker_of(portal, one),
        "matches_of_need": matched("matches_of_need"),
        "needs_answered": lambda relation, key: list({match.need: profiles.needs[match.need] for match in matched(relation)(key)}.values()),
        "reasons": lambda match: [*_reasons(portal, reader, comma, match), *([reader.phrase("match.across")] if match.across else [])],
        "weights": lambda: [(name, getattr(profiles.matching, name)) for name in Matching.model_fields if name not in ("least", "shown")],
        "packages": lambda key: portal.packages()[key],
        "usual": lambda group, values: [_usual(reader, group, one) for one in values],
        "stages_of": lambda keys: [stage_name(portal, reader, key) for key in keys],
    }


def is_open(portal: Portal, need: Need) -> bool:
    """Return whether a need can still be answered on the build's day."""
    return need.deadline >= portal.today


def contact_of(portal: Portal, need: Need) -> Cluster:
    """Return the cluster that passes answers on: the seeker's own; where a market seeks or nobody may know who does, the first that can be written to."""
    clusters = portal.profiles.clusters
    match seeker_of(portal, need):
        case "smes", company if company.cluster in clusters:
            return clusters[company.cluster]
        case "clusters", cluster:
            return cluster
    partners = [clusters[key] for key in portal.profiles.partnership.clusters]
    return next((one for one in partners if one.mailbox or one.website), partners[0])


def seeker_of(portal: Portal, need: Need) -> tuple[str, Record] | None:
    """Return (folder, record) of who seeks, None where nobody may know."""
    for folder in ("smes", "clusters", "markets") if need.owner else ():
        if need.owner in (records := getattr(portal.profiles, folder)):
            return folder, records[need.owner]
    return None


def _reasons(portal: Portal, reader: Reader, comma: str, match: Match) -> list[Markup]:
    """Return the reasons of a match, those of one kind together, the weightiest kind first."""
    by_kind: dict[str, dict[str, None]] = {}
    for one in match.reasons:
        by_kind.setdefault(one.kind, {})[inert(_value(portal, reader, one))] = None
    return [_said(reader, kind, Markup(comma.join(values))) for kind, values in by_kind.items()]


def _said(reader: Reader, kind: str, what: Markup) -> Markup:
    return Markup(inert(reader.phrase(f"match.{kind}", what=BLANK))).replace(BLANK, what)


def _value(portal: Portal, reader: Reader, one: Reason) -> str | Markup:
    """Return what a reason is about, as a reader calls it."""
    profiles, key = portal.profiles, one.values[0]
    match one.kind:
        case "same_code" | "code_under" | "near_code":
            return Markup("{} <bdi>{}</bdi>").format(reader.phrase(f"label.{key}"), _code(*one.values))
        case "stage":
            return stage_name(portal, reader, key)
        case "sector":
            return marked(reader.text(profiles.sectors[key].name))
        case "country":
            return reader.country(key)
        case "size":
            return reader.phrase(f"size.{key}")
        case "certificate":
            return key
        case "word":
            return marked(reader.text({one.values[1]: key}))
    return name_of(profiles.markets[key], reader)


def _usual(reader: Reader, group: str, value: str) -> str:
    """Return the word for a usual kind of agreement or partner, and what the editor wrote where it is none."""
    return reader.word(value.lower().replace(" ", "-"), group, otherwise=value)


def _code(system: str, digits: str) -> str:
    return digits.ljust(CPV_DIGITS, "0") if system == "cpv" else digits


def stage_name(portal: Portal, reader: Reader, key: str) -> Markup:
    """Return what a stage of a value chain is called."""
    return marked(stage_words(portal, reader, key))
