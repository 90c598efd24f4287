"""In which order a company asks itself: the sections of a form, by kind. What stands in none of them comes last."""

from collections.abc import Iterator, Mapping, Sequence

from c2site.render.forms.fields import Field

SECTIONS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "sme": {
        "who": ("name", "legal_name", "former_name", "brand", "group", "cluster", "founded"),
        "what": ("sectors", "summary", "description", "keywords", "business_models", "activities"),
        "where": ("country", "region", "city", "geo", "website", "mailbox", "languages"),
        "size": ("size", "employees", "turnover", "export"),
        "proof": ("certificates", "references", "ids"),
        "pictures": ("logo", "images"),
    },
    "offering": {
        "what": ("name", "kind", "sme", "smes", "summary", "description", "benefits", "sectors"),
        "readiness": ("stage", "readiness", "impacts", "ipr"),
        "data": ("brand", "model", "mpn", "gtin", "origin", "specifications", "standards", "certificates", "codes"),
        "terms": ("trade", "delivery", "after_sales", "business_model"),
        "markets": ("markets",),
        "fit": ("chain_stages", "smart_city_domains", "needs_components", "works_with", "sdgs"),
        "pictures": ("images",),
    },
    "need": {
        "sought": ("type", "title", "summary", "description", "sectors", "deadline"),
        "who": ("owner", "visibility"),
        "partner": ("partner_sought", "agreements", "certificates"),
        "fit": ("markets", "chain_stages", "codes"),
    },
    "event": {
        "what": ("title", "kind", "scope", "topic", "summary"),
        "when": ("start", "end", "start_time", "end_time", "timezone", "mode", "place"),
        "whom": ("organiser", "co_organisers", "languages", "markets", "smes", "registration"),
        "programme": ("agenda",),
        "after": ("after",),
    },
}
# The kinds that somebody outside the partnership fills in.
USUAL = tuple(SECTIONS)
REST = "rest"


def sections_of(kind: str, fields: Sequence[Field]) -> Iterator[tuple[str, list[Field]]]:
    """Yield the sections of a kind's form with their fields; a kind without sections has its required fields first."""
    by_name = {one.name: one for one in fields}
    wanted = SECTIONS.get(kind) or {"what": tuple(one.name for one in fields if one.required)}
    for name, members in wanted.items():
        yield name, [by_name.pop(one) for one in members]
    if by_name:
        yield REST, list(by_name.values())
