"""What a need wishes an offering to have, and how many points each wish is worth."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from c2site.catalogue.codes import Code, codes_of
from c2site.catalogue.words import language_of, words_of
from c2site.model import Matching, Need, Profiles

Trait = tuple[str, ...]
STATUSES = ("selling", "pilot", "seeking-partner", "planned")


class Reason(NamedTuple):
    """Why an offering fits: the kind is a field of `Matching`, `values` are ids, codes or words."""

    kind: str
    points: int
    values: Trait


# Wishes of which only the first that is granted counts, the best first.
Wish = Sequence[tuple[Trait, Reason]]


def wishes_of(need: Need, profiles: Profiles) -> Iterator[Wish]:
    """Yield what the need asks for; an offering gets the points of the first trait it has of each."""
    weights = profiles.matching
    sought = need.partner_sought
    for code in codes_of(need):
        yield list(_code_wishes(code, weights))
    yield from ([(("stage", key), Reason("stage", weights.stage, (key,)))] for key in need.chain_stages)
    yield [(("sector", key), Reason("sector", weights.sector, (key,))) for key in need.sectors]
    yield from (list(_market_wishes(market, need, weights)) for market in _markets(need, profiles))
    yield from ([(("certificate", paper), Reason("certificate", weights.certificate, (paper,)))] for paper in need.certificates)
    yield [(("country", key), Reason("country", weights.country, (key,))) for key in (sought.countries if sought else ())]
    yield [(("size", key), Reason("size", weights.size, (key,))) for key in (sought.sizes if sought else ())]
    language = language_of(need, profiles.partnership.languages[0].tag)
    yield from ([(("word", stem), Reason("word", weights.word, (word, language)))] for stem, word in words_of(need, language))


def _code_wishes(code: Code, weights: Matching) -> Iterator[tuple[Trait, Reason]]:
    yield ("same_code", code.goods, code.significant), Reason("same_code", weights.same_code, (code.system, code.filed))
    yield ("code", code.goods, code.significant), Reason("code_under", weights.code_under, (code.system, code.filed))
    for level, heading in reversed(list(enumerate(code.headings, 1))):
        yield ("code", code.goods, heading), Reason("near_code", level * weights.near_code, (code.system, heading))


def _market_wishes(market: str, need: Need, weights: Matching) -> Iterator[tuple[Trait, Reason]]:
    """Yield what helps in a market; who offers to sell for others looks for those who seek a partner there."""
    for status in ("seeking-partner",) if need.type == "business-offer" else STATUSES:
        kind = status.replace("-", "_")
        yield (status, market), Reason(kind, getattr(weights, kind), (market,))


def _markets(need: Need, profiles: Profiles) -> tuple[str, ...]:
    own = (need.owner,) if need.owner in profiles.markets else ()
    return tuple(dict.fromkeys((*own, *need.markets)))
