"""Portals to test with: the invented world, and a partnership of one company that each test may change."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from c2site.catalogue import Portal, published
from c2site.language import Phrases, readers_of
from c2site.load.partnership import load_partnership
from c2site.load.phrases import load_phrases
from c2site.model import Cluster, Edition, Market, Offering, Partnership, Profiles, Sector, Sme, Source

ROOT = Path(__file__).parents[3]
WORLD = ROOT / "tests/world"
SITE = "https://quay.example/"
# Words a partnership may write for its codes.
WORDS = {"kind.product": "Thing", "kind.service": "Service", "status.selling": "sold there"}
# What people write to break out of a file, a page or a terminal, and honest names that look like it.
HOSTILE = (
    "</script><script>alert(1)</script>", "<!--", "]]>", "&lt;b&gt;", "R&D <5 GmbH", "O'Neil", 'said "no"',
    "=cmd()|'/C calc'!A0",
    "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1", "''=1", "a;=1", "a; =1", "＝1", "a,b", "a\nb", "a\r\nb",
    "javascript:alert(1)", "No",
    "{{7*7}}", "{0}", "%s", "\u202eevil\u202c", "شركة", "Ελλάδα", "e\u0301", "a\u2028b", "\ue000\ue001",
    "#panic()", "$x$", "`",
)  # fmt: skip


@cache
def phrases() -> dict[str, Phrases]:
    found, _ = load_phrases([ROOT / "theme/phrases", WORLD / "data/phrases"])
    # Arabic readers get English interface words here, so that tests see words fall back.
    return {**found, "en": Phrases("en", {**found["en"].by_key, **WORDS}), "ar": Phrases("ar", {})}


def portal_of(profiles: Profiles, today: date) -> Portal:
    return Portal(profiles, readers_of(profiles.partnership, phrases()), SITE, today)


@cache
def world_portal() -> Portal:
    """Return the invented world as seen on a day on which all its editions are valid."""
    today = date(2027, 2, 1)
    return portal_of(published(load_partnership(WORLD).profiles, today), today)


def small_portal(**changes: dict[str, Any]) -> Portal:
    """Return a partnership with one record of each kind; `changes` maps a kind to the fields that differ."""
    return portal_of(_profiles(changes), date(2026, 11, 22))


def _profiles(changes: dict[str, dict[str, Any]]) -> Profiles:
    made = {kind: model(**{**_RECORD, **fields, **changes.get(kind, {})}) for kind, (model, fields) in _SMALL.items()}
    source = Source(**{**_SOURCE, **changes.get("source", {})})
    folders = {f"{kind}s": {one.id: one} for kind, one in made.items() if kind != "partnership"}
    return Profiles(partnership=made["partnership"], bibliography={source.key: source}, **folders)


_RECORD = {"status": "published", "source_language": "en"}
_SOURCE = {
    "key": "reef-report", "type": "online", "author": "Reef Office", "title": "Reefs & rules", "year": "2025",
    "url": "https://example.org/invented/reef?a=1&b=2", "day": "2026-09-01", "langid": "english",
}  # fmt: skip
_SMALL: dict[str, tuple[type, dict[str, Any]]] = {
    "partnership": (Partnership, {
        "id": "quay", "acronym": "QUAY", "name": {"en": "Quays of Nowhere", "ar": "أرصفة اللامكان"},
        "clusters": ["reef"],
        "languages": [
            {"tag": "en"}, {"tag": "ar", "fallback": ["en"]}, {"tag": "sr", "fallback": ["en"]},
            {"tag": "sr-Latn", "fallback": ["sr", "en"], "derived_from": "sr"}, {"tag": "el", "fallback": ["en"]},
        ],
    }),
    "sector": (Sector, {"id": "water", "name": {"en": "Water", "ar": "المياه", "sr": "Вода"}, "tone": "ict"}),
    "cluster": (Cluster, {
        "id": "reef", "name": {"en": "The Reef"}, "short_name": "Reef", "country": "PT", "sectors": ["water"],
    }),
    "sme": (Sme, {
        "id": "tide", "name": "=Tide & <Sons>", "cluster": "reef", "country": "PT", "sectors": ["water"],
        "website": "https://tide.example/",
    }),
    "offering": (Offering, {
        "id": "gauge", "name": {"en": "Gauge", "sr": "Мерач"}, "kind": "product", "sme": "tide", "sectors": ["water"],
        "summary": {"en": "Reads the tide.", "ar": "يقرأ المد.", "sr": "Мери плиму."}, "codes": {"hs": ["902610"]},
        "markets": {"br": {"status": "selling"}}, "sources": ["reef-report"],
    }),
    "market": (Market, {
        "id": "br", "country": "BR", "project_status": "planned", "languages": [{"tag": "en"}], "currency": "BRL",
        "units": "si", "paper": "a4",
    }),
    "edition": (Edition, {
        "id": "br-2026", "market": "br", "languages": ["en", "ar", "sr", "sr-Latn", "el"], "version": "1",
        "title": {"en": "For Brazil"},
    }),
}  # fmt: skip
