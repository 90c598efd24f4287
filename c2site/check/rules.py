"""The rules, and what each is about: one record, one value in it, or all companies."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from c2site.check import (
    anonymous,
    codes,
    companies,
    dates,
    formulas,
    funding,
    ids,
    languages,
    references,
    scripts,
    sources,
    wording,
)
from c2site.check.findings import Filed, Finding
from c2site.check.spots import Meaning, Spot
from c2site.check.surroundings import Surroundings
from c2site.model import Sme

ValueRule = Callable[[Spot, Surroundings], Iterator[Finding]]
RecordRule = Callable[[Filed, Surroundings], Iterator[Finding]]

VALUE_RULES: Mapping[Meaning, tuple[ValueRule, ...]] = {
    Meaning.TEXT: (languages.tags_read, scripts.alphabet, scripts.mixed_words, wording.tongue),
    Meaning.LINE: (scripts.mixed_words, wording.in_quotes),
    Meaning.LANGUAGE: (languages.tag_known,),
    Meaning.REVIEWED: (languages.tags_read,),
    Meaning.COUNTRY: (codes.country,),
    Meaning.CURRENCY: (codes.currency,),
    Meaning.TIME_ZONE: (codes.time_zone,),
    Meaning.SOURCE: (sources.source,),
    Meaning.MEDIA: (sources.media_file, sources.picture),
    Meaning.PART: (codes.forms, codes.goals, dates.crossed, dates.agenda, dates.expired),
}
# Rules that look at a few fields of a record and of those it belongs to.
NEIGHBOUR_RULES: Sequence[RecordRule] = (
    companies.right_folder,
    companies.same_country,
    funding.funding_mark,
    funding.sector_hue,
    formulas.formulas,
    dates.review_due,
)


def found_in(filed: Filed, values: Sequence[Spot], around: Surroundings) -> Iterator[Finding]:
    """Yield everything that is wrong in one record, whose values are given."""
    for spot in values:
        for rule in VALUE_RULES[spot.meaning]:
            yield from rule(spot, around)
    yield from references.references(filed, around)
    yield from found_beside(filed, around)
    yield from ids.duplicate_parts(values)
    yield from languages.source_language(filed.record, [spot for spot in values if spot.meaning is Meaning.TEXT])


def found_beside(filed: Filed, around: Surroundings) -> Iterator[Finding]:
    """Yield what is wrong between a record and those it belongs to."""
    for rule in NEIGHBOUR_RULES:
        yield from rule(filed, around)


def found_among(records: Sequence[Filed]) -> Iterator[tuple[Filed, Finding]]:
    """Yield what is wrong between one record and many."""
    yield from companies.written_twice(filed for filed in records if isinstance(filed.record, Sme))
    yield from anonymous.traces(records)
