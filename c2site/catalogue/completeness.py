"""How complete each profile is for the buyers of a market who read a language: in whole numbers, by what these buyers ask first.

What they ask is taken from the market's own record: its languages, the papers its requirements want, the codes its tariff, its public
buyers and its statistics use. What it counts stands in data/completeness.yml. For editors alone: nothing here reaches a visitor.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from c2site.catalogue.codes import codes_there
from c2site.catalogue.portal import Portal
from c2site.catalogue.readiness import MET, judgements
from c2site.check.missing import LOOKED_FOR
from c2site.language.tags import same_language
from c2site.model import KINDS, Cluster, Market, Offering, Record, Sme

Key = tuple[str, str]
# The profiles that have a score, by folder, each with its texts in the buyers' language, and what is asked besides what is looked for first.
TEXTS: Mapping[str, tuple[str, ...]] = {"clusters": ("summary",), "smes": ("summary", "description"), "offerings": ("name", "summary", "description")}
BESIDES: Mapping[str, tuple[str, ...]] = {"clusters": ("languages",), "smes": ("references", "languages"), "offerings": ()}
# What is asked of an offering in ways of their own.
OWN_WAY = frozenset({"codes", "certificates", "markets"})
# The systems of codes that answer a market's question, by the weight's name.
TARIFF, PROCUREMENT = ("hs", "cn"), ("cpv", "unspsc")
INDUSTRY = {"naics": ("naics",), "ciiu": ("ciiu",), "isic": ("ciiu",)}


class Asked(NamedTuple):
    """One thing that is asked: `had` of its `points` are there. `field` is where the answer is written in the record `where` (folder, id);
    `sought` names what is lacking, where the field alone does not: types of papers, systems of codes.
    """

    where: Key
    field: str
    points: int
    had: int
    sought: tuple[str, ...] = ()


@dataclass(frozen=True)
class Score:
    """What buyers of the market `market` who read `language` find in a profile: `asked` are the reasons, in the order of the question."""

    market: str
    language: str
    asked: tuple[Asked, ...]

    @property
    def points(self) -> int:
        """The score: 0 to 100."""
        return 100 * sum(one.had for one in self.asked) // max(1, sum(one.points for one in self.asked))

    def worth(self, one: Asked) -> int:
        """Return how many points of 100 the answer to a question would bring."""
        return 100 * (one.points - one.had) // max(1, sum(each.points for each in self.asked))


def completeness(portal: Portal) -> dict[Key, tuple[Score, ...]]:
    """Return the scores of every cluster, company and offering of the portal by (folder, id): one for each market and each language of its
    catalogue, in the markets' order; none for a market in which an offering is not offered.

    Drafts have scores where the portal holds them (`Settings.drafts`). Compare two portals' answers to say what a change has brought.
    """
    profiles = portal.profiles
    return {(folder, key): tuple(_scores(portal, folder, one)) for folder in TEXTS for key, one in getattr(profiles, folder).items()}


def by_cluster(portal: Portal) -> dict[str, dict[Key, tuple[Score, ...]]]:
    """Return the scores of each cluster's profiles, in the partners' order; a profile that nobody asks anything of is left out."""
    found: dict[str, dict[Key, tuple[Score, ...]]] = {key: {} for key in portal.profiles.partnership.clusters if key in portal.profiles.clusters}
    for key, scores in completeness(portal).items():
        if scores and (cluster := cluster_keeping(portal, key)) in found:
            found[cluster][key] = scores
    return {key: scores for key, scores in found.items() if scores}


def average(scores: Sequence[Score]) -> int:
    """Return the mean of scores, a whole number; 0 of none."""
    return sum(one.points for one in scores) // max(1, len(scores))


def _scores(portal: Portal, folder: str, record: Record) -> Iterator[Score]:
    for key, market in portal.profiles.markets.items():
        stand = record.markets.get(key) if isinstance(record, Offering) else None
        if stand and stand.status == "not-offered":
            continue
        facts = [one for one in _facts(portal, folder, record, market) if one.points]
        for tag in (reading.tag for reading in market.languages):
            yield Score(key, tag, (*_words(portal, folder, record, tag), *facts))


def _words(portal: Portal, folder: str, record: Record, tag: str) -> Iterator[Asked]:
    """Yield the texts, each in a language that somebody reads who reads `tag`."""
    written = next((one for one in portal.profiles.partnership.written_languages if same_language(one, tag)), tag)
    for field in TEXTS[folder]:
        points, text = _weight(portal, field), getattr(record, field) or {}
        if points:
            yield Asked((folder, record.id), f"{field}.{written}", points, points if any(same_language(one, tag) for one in text) else 0)


def _facts(portal: Portal, folder: str, record: Record, market: Market) -> Iterator[Asked]:
    """Yield what is asked in every language alike."""
    if isinstance(record, Offering):
        yield from _of_offering(portal, record, market)
    elif isinstance(record, Sme):
        yield _offered(portal, record, market)
    kind = next(name for name, one in KINDS.items() if one.folder == folder)
    for field in (*LOOKED_FOR[kind], *BESIDES[folder]):
        if field not in TEXTS[folder] and not (isinstance(record, Offering) and field in OWN_WAY):
            yield _known(portal, (folder, record.id), record, field)


def _known(portal: Portal, where: Key, record: Record | None, field: str) -> Asked:
    points = _weight(portal, field)
    return Asked(where, field, points, points if getattr(record, field, None) not in (None, (), {}) else 0)


def _of_offering(portal: Portal, one: Offering, market: Market) -> Iterator[Asked]:
    profiles, own = portal.profiles, ("offerings", one.id)
    status = profiles.completeness.status
    yield Asked(own, f"markets.{market.id}", status, status if market.id in one.markets else 0)
    yield _papers(portal, one, market)
    yield from _codes(portal, one, market)
    lead = one.makers[0]
    for field in ("mailbox", "website"):
        yield _known(portal, ("smes", lead), profiles.smes.get(lead), field)


def _papers(portal: Portal, one: Offering, market: Market) -> Asked:
    """Return the papers that the market's requirements ask for; any paper will do where they ask for none."""
    own, points = ("offerings", one.id), portal.profiles.completeness.certificates
    asking = [each for each in judgements(one, market, portal.profiles.smes, portal.today) if each.requirement.evidence]
    if not asking:
        return _known(portal, own, one, "certificates")
    lacking = [each for each in asking if each.state != MET]
    sought = dict.fromkeys(paper for each in lacking for paper in each.requirement.evidence)
    return Asked(own, "certificates", points, points * (len(asking) - len(lacking)) // len(asking), tuple(sought))


def _codes(portal: Portal, one: Offering, market: Market) -> Iterator[Asked]:
    """Yield the codes by which the market's customs, public buyers and statistics would find the offering; any code where it names none."""
    stated = {code.system for code in codes_there(one, market.id)}
    asked = dict(_systems(one, market))
    for name, systems in asked.items() or [("codes", ())]:
        points = _weight(portal, name)
        there = bool(stated & set(systems) if systems else stated)
        yield Asked(("offerings", one.id), f"codes.{systems[0]}" if systems else "codes", points, points if there else 0, () if there else systems)


def _systems(one: Offering, market: Market) -> Iterator[tuple[str, tuple[str, ...]]]:
    if one.kind != "service" and any(fact.topic == "tariff" for fact in (*market.requirements, *market.trade_terms)):
        yield "tariff_code", TARIFF
    if market.procurement:
        yield "procurement_code", PROCUREMENT
    if market.industry_codes:
        yield "industry_code", INDUSTRY[market.industry_codes]


def _offered(portal: Portal, one: Sme, market: Market) -> Asked:
    """Return whether an offering of the company says how it stands in the market; it is written in the first of them."""
    offerings = portal.relations.offerings_of_sme.get(one.id, ())
    there = any(market.id in portal.profiles.offerings[key].markets for key in offerings)
    points = portal.profiles.completeness.offered
    where = ("offerings", offerings[0]) if offerings else ("smes", one.id)
    return Asked(where, f"markets.{market.id}" if offerings else "offerings", points, points if there else 0)


def _weight(portal: Portal, name: str) -> int:
    weights = portal.profiles.completeness
    return getattr(weights, name, weights.other)


def cluster_keeping(portal: Portal, key: Key) -> str:
    """Return the id of the cluster whose editors keep a profile."""
    folder, identifier = key
    record: Cluster | Sme | Offering = getattr(portal.profiles, folder)[identifier]
    if isinstance(record, Offering):
        return portal.profiles.smes[next(one for one in record.makers if one in portal.profiles.smes)].cluster
    return record.cluster if isinstance(record, Sme) else identifier
