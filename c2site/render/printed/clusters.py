"""The clusters' pages, and the members of whom only the name is documented."""

from collections.abc import Mapping
from typing import Any

from c2site.catalogue import Chapter
from c2site.model import Cluster, Sme
from c2site.model.organisation import Members
from c2site.render.printed.desk import Desk, Row, parted, rows
from c2site.render.printed.entries import permanent
from c2site.render.printed.pictures import plan
from c2site.render.printed.sheets import founded, sheet

PLAN_SIZE = (216, 22)
# A cluster with more companies than this begins on a page of its own.
SMALL_CHAPTER = 12


def chapters(desk: Desk, palette: Mapping[str, Any]) -> dict[str, Any]:
    """Return all clusters with their companies."""
    packages = {sme.id: numbers for sme, numbers in desk.catalogue.by_company(desk.reader)}
    found = desk.catalogue.chapters
    made = [{**_chapter(desk, chapter, palette, packages), "tab": _tab(desk, chapter.cluster, place, len(found))} for place, chapter in enumerate(found)]
    return {"heading": desk.phrase("clusters.heading"), "lead": _lead(desk), "chapters": made}


def _tab(desk: Desk, cluster: Cluster, place: int, count: int) -> dict[str, Any]:
    """Return the mark at the page's edge: chapters stand below one another there, in their colours."""
    return {"name": desk.name(cluster.short_name), "tone": desk.tone(cluster.sectors[0]), "place": place, "count": count}


def _lead(desk: Desk) -> Mapping[str, Any]:
    clusters, companies = len(desk.catalogue.chapters), len(desk.catalogue.sheets)
    return (
        desk.phrase("clusters.lead", companies, clusters=desk.reader.number(clusters))
        if companies
        else desk.phrase("clusters.lead_empty", clusters)
    )


def _chapter(
    desk: Desk, chapter: Chapter, palette: Mapping[str, Any], packages: Mapping[str, tuple[int, ...]]
) -> dict[str, Any]:
    opener = _opener(desk, chapter.cluster)
    tones = tuple(desk.tone(sector) for sector in chapter.cluster.sectors)
    numbers = [entry.number for one in chapter.sheets for entry in one.entries]
    return {
        **opener,
        "own_page": len(chapter.sheets) > SMALL_CHAPTER,
        "plan": plan(chapter.cluster.id, tones, len(numbers), PLAN_SIZE, palette),
        "range": desk.phrase("entries", len(numbers), numbers=number_range(desk, numbers)) if numbers else None,
        "sheets": [sheet(desk, one, palette) for one in chapter.sheets],
        "others": _others(desk, chapter.others, packages),
        "alone": None if chapter.sheets or chapter.others else desk.phrase("clusters.alone"),
        **permanent(desk, "clusters", chapter.cluster.id, palette),
    }


def number_range(desk: Desk, numbers: list[int]) -> str:
    """Return `3–7`, or the one number."""
    first, last = desk.reader.number(numbers[0]), desk.reader.number(numbers[-1])
    return first if first == last else f"{first}–{last}"


def _opener(desk: Desk, cluster: Cluster) -> dict[str, Any]:
    own = [(tag, name) for tag, name in cluster.name.items()]
    shown = desk.reader.text(cluster.name)
    facts, remarks = parted(_facts(desk, cluster))
    return {
        "id": cluster.id,
        "name": desk.name(cluster.short_name),
        "long_name": desk.text(cluster.name) if shown.text != cluster.short_name else None,
        "native": [desk.name(name) for _, name in own if name not in (shown.text, cluster.short_name)],
        "sectors": desk.sectors(cluster.sectors),
        "place": desk.place(cluster.city, cluster.region, cluster.country),
        "facts": facts,
        "remarks": remarks,
        "summary": desk.text(cluster.summary),
        "statements": desk.statements(cluster.statements),
        "lists": [
            one for one in (_list(desk, "topics", cluster.topics), _list(desk, "services", cluster.services)) if one
        ],
        "notes": desk.cite(cluster.sources),
        "sources": desk.phrase("label.sources"),
    }


def _list(desk: Desk, label: str, texts: tuple[Mapping[str, str], ...]) -> dict[str, Any] | None:
    return {"label": desk.phrase(f"label.{label}"), "items": [desk.text(text) for text in texts]} if texts else None


def _facts(desk: Desk, cluster: Cluster) -> list[Row]:
    languages = [desk.language(tag) for tag in cluster.languages]
    return rows(
        desk.row("legal_name", desk.name(cluster.legal_name)) if cluster.legal_name else None,
        desk.row("former_names", *map(desk.name, cluster.former_names)),
        desk.row("later_name", desk.text(cluster.later_name)),
        desk.row("address", desk.name(cluster.address)) if cluster.address else None,
        desk.row("place_note", desk.text(cluster.place_note)),
        founded(desk, cluster.founded),
        _members(desk, cluster.members),
        desk.row("labels", *map(desk.name, cluster.labels)),
        desk.row("networks", *map(desk.name, cluster.networks)),
        desk.row("languages", desk.listed(languages)) if languages else None,
        desk.row("website", desk.link(cluster.website)),
        desk.row("mailbox", desk.link(cluster.mailbox)),
    )


def _members(desk: Desk, members: tuple[Members, ...]) -> Row | None:
    """Return the latest count of members."""
    if not members:
        return None
    latest = max(members, key=lambda one: one.year)
    counts = [(name, getattr(latest, name)) for name in ("total", "companies", "smes", "research", "other")]
    shown = [desk.phrase(f"members.{name}", count) for name, count in counts if count is not None]
    return desk.row(
        "members", *shown, desk.phrase("as_of", when=latest.year), desk.text(latest.note), sources=latest.sources
    )


def _others(desk: Desk, smes: tuple[Sme, ...], packages: Mapping[str, tuple[int, ...]]) -> dict[str, Any] | None:
    if not smes:
        return None
    return {
        "heading": desk.phrase("others.heading"),
        "lead": desk.phrase("others.lead"),
        "rows": [_other(desk, sme, packages.get(sme.id, ())) for sme in smes],
    }


def _other(desk: Desk, sme: Sme, numbers: tuple[int, ...]) -> dict[str, Any]:
    return {
        "id": sme.id,
        "name": desk.name(sme.name),
        "place": desk.place(sme.city, sme.region, sme.country),
        "website": desk.link(sme.website),
        "summary": desk.text(sme.summary),
        "numbers": list(numbers),
        "see": desk.phrase("others.see", len(numbers), numbers=desk.reader.listed(map(desk.reader.number, numbers)))
        if numbers
        else None,
        "notes": desk.cite(sme.sources),
    }
