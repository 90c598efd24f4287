"""What is not known yet, and what is not translated yet: notes for those who ask."""

from collections.abc import Iterator, Mapping, Sequence

from c2site.check.findings import Filed, filed_records
from c2site.check.languages import translatable
from c2site.errors import Problem, problem
from c2site.load.partnership import Loaded

# What a buyer, a partner or the funder looks for first.
LOOKED_FOR: Mapping[str, tuple[str, ...]] = {
    "partnership": ("grant_number", "call", "start", "funding", "tagline", "summary"),
    "sector": ("description",),
    "cluster": ("legal_name", "city", "website", "mailbox", "founded", "members", "services", "logo", "summary"),
    "sme": ("city", "website", "mailbox", "size", "founded", "summary", "certificates", "export", "logo"),
    "offering": (
        "description",
        "benefits",
        "readiness",
        "stage",
        "codes",
        "certificates",
        "markets",
        "chain_stages",
        "images",
    ),
    "need": ("description", "partner_sought"),
    "market": ("requirements", "procurement", "trade_terms", "priorities"),
    "edition": ("title", "valid_until", "version"),
    "event": ("start", "place", "summary", "after"),
    "value_chain": ("challenge",),
    "prospect": ("country", "website", "sectors"),
    "agreement": ("title", "date"),
    "indicator": ("target",),
    "business_model": ("customers", "value", "revenue", "costs"),
}


def missing(loaded: Loaded) -> tuple[Problem, ...]:
    """Return one note a record for what is not known, and one for each language it is not wholly translated into."""
    if loaded.profiles is None:
        return ()
    languages = loaded.profiles.partnership.written_languages
    notes: list[Problem] = []
    for filed in filed_records(loaded):
        if filed.record.status != "withdrawn":
            notes.extend(_not_known(filed))
            notes.extend(_never_reviewed(filed, loaded.profiles.partnership.review_months))
            notes.extend(_not_translated(filed, languages))
    return tuple(sorted(notes))


def _not_known(filed: Filed) -> Iterator[Problem]:
    empty = [name for name in LOOKED_FOR[filed.file.kind.name] if getattr(filed.record, name) in (None, (), {})]
    if empty:
        yield problem("not-known", filed.file.path, found=empty)


def _never_reviewed(filed: Filed, months: int | None) -> Iterator[Problem]:
    if months and not filed.record.reviewed_on:
        yield problem("never-reviewed", filed.file.path, field="reviewed_on")


def _not_translated(filed: Filed, languages: Sequence[str]) -> Iterator[Problem]:
    found = [spot.value for spot in translatable(filed.record)]
    for tag in languages:
        lacking = sum(tag not in text for text in found)
        if lacking:
            yield problem("not-translated", filed.file.path, found=tag, count=lacking, all=len(found))
