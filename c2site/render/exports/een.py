"""Offerings and needs as partnering profiles, in the fields of the form that the Enterprise Europe Network asks for.

The network takes no files: an adviser of it fills in the form. So this is JSON with a name for each field of the form, not a
form to read, which the pages are already. Published profiles of the network name nobody: `client` is what an adviser registers
besides, and is left out where the owner of a need wishes to stay unnamed. Nothing is shortened to a field's length, because
only an author can do that well.
"""

from collections.abc import Iterable
from typing import Any

from c2site.catalogue import Catalogue, Entry, Portal
from c2site.catalogue.titles import title_of
from c2site.language import Reader
from c2site.model import Cluster, Market, Need, Offering, Sme
from c2site.model.offering import Ipr, PartnerSought
from c2site.render.exports.json import LICENCE
from c2site.render.exports.written import json_bytes, said
from c2site.render.jsonld.node import day, present

TYPES = {"technology": "technology-offer"}
Profile = dict[str, Any]


def een_file(portal: Portal, catalogue: Catalogue, tag: str) -> bytes:
    """Return the catalogue's entries as profiles of offers, in one language."""
    reader = portal.edition_reader(catalogue.edition, tag)
    named = {"edition": catalogue.id, "version": catalogue.edition.version, "title": said(title_of(portal, catalogue, reader))}
    return json_bytes(_file(portal, reader, named, [_offer(portal, catalogue, reader, entry) for entry in catalogue.entries]))


def een_needs(portal: Portal, reader: Reader) -> bytes:
    """Return the portal's needs as profiles of requests and offers, in the order of their ids."""
    needs = sorted(portal.profiles.needs.values(), key=lambda one: one.id)
    return json_bytes(_file(portal, reader, {}, [_need(portal, reader, one) for one in needs]))


def _file(portal: Portal, reader: Reader, named: Profile, profiles: list[Profile]) -> Profile:
    one = portal.profiles.partnership
    partnership = {
        "id": one.id,
        "name": said(reader.text(one.name)),
        "address": portal.site_url,
        "notice": said(reader.text(one.notice)) if one.invented else None,
    }
    head = {**named, "language": reader.tag, "generated": day(portal.today), "licence": LICENCE, "partnership": present(partnership)}
    return {**present(head), "profiles": profiles}


def _offer(portal: Portal, catalogue: Catalogue, reader: Reader, entry: Entry) -> Profile:
    one, market = entry.offering, catalogue.market
    stand = one.markets.get(market.id) if market else None
    makers = [portal.profiles.smes[key] for key in one.makers if key in portal.profiles.smes]
    return present(
        {
            "type": TYPES.get(one.kind, "business-offer"),
            "reference": one.id,
            "number": entry.number,
            "address": portal.permanent(one.id),
            "title": said(reader.text(one.name)),
            "summary": said(reader.text(one.summary)),
            "description": said(reader.text(one.description)),
            "advantages_and_innovations": [said(reader.text(words)) for words in one.benefits],
            "technical_specification": [_figure(figure.name, figure.value, figure.unit, reader) for figure in one.specifications],
            "stage_of_development": _stage(one, reader),
            "ipr": _ipr(one.ipr, reader) if one.ipr else None,
            "certificates": [paper.type for paper in one.certificates],
            "standards": list(one.standards),
            "sustainable_development_goals": list(one.sdgs),
            "partnership_considered": present({"status": entry.status, "text": said(reader.text(stand.text))}) if stand else None,
            "countries": [market.country] if market else [],
            **_keywords(portal, reader, one),
            "dissemination": _period(one),
            "clients": [_client(portal, maker) for maker in makers],
        }
    )


def _need(portal: Portal, reader: Reader, one: Need) -> Profile:
    markets = portal.profiles.markets
    return present(
        {
            "type": one.type,
            "reference": one.id,
            "title": said(reader.text(one.title)),
            "summary": said(reader.text(one.summary)),
            "description": said(reader.text(one.description)),
            "partnership_considered": list(one.agreements),
            "partner_sought": _sought(one.partner_sought, reader) if one.partner_sought else None,
            "countries": [markets[key].country for key in one.markets if key in markets],
            **_keywords(portal, reader, one),
            "dissemination": {**_period(one), "deadline": day(one.deadline)},
            "clients": [_client(portal, owner) for owner in _owners(portal, one)],
        }
    )


def _keywords(portal: Portal, reader: Reader, one: Offering | Need) -> Profile:
    """Return what a profile is found by: its sectors in words, and the codes it states."""
    sectors = [portal.profiles.sectors[key] for key in one.sectors if key in portal.profiles.sectors]
    codes = {name: list(found) for name, found in one.codes or ()}
    return {"keywords": [said(reader.text(sector.name)) for sector in sectors], "codes": present(codes)}


def _figure(name: dict[str, str], value: str, unit: str | None, reader: Reader) -> Profile:
    return present({"name": said(reader.text(name)), "value": value, "unit": unit})


def _stage(one: Offering, reader: Reader) -> Profile:
    words = reader.word(one.stage, "stage") if one.stage else None
    return present({"code": one.stage, "text": words, "technology_readiness_level": one.readiness})


def _ipr(one: Ipr, reader: Reader) -> Profile:
    return present({"status": list(one.status), "notes": said(reader.text(one.note))})


def _sought(one: PartnerSought, reader: Reader) -> Profile:
    return present({"role": said(reader.text(one.role)), "kinds": list(one.kinds), "sizes": list(one.sizes), "countries": list(one.countries)})


def _period(one: Offering | Need) -> Profile:
    return present({"from": day(one.valid_from), "until": day(one.valid_until)})


def _owners(portal: Portal, one: Need) -> Iterable[Sme | Cluster | Market]:
    """Return who seeks, nobody where the need is anonymous: the country alone would tell, where a cluster is small."""
    found = (getattr(portal.profiles, folder).get(one.owner) for folder in ("smes", "clusters", "markets"))
    return [owner for owner in found if owner] if one.visibility == "public" else []


def _client(portal: Portal, one: Sme | Cluster | Market) -> Profile:
    """Return what an adviser registers of whoever stands behind a profile."""
    founded = getattr(one, "founded", None)
    return present(
        {
            "id": one.id,
            "name": getattr(one, "short_name", None) or one.name if isinstance(one, Sme | Cluster) else None,
            "address": portal.permanent(one.id),
            "country": one.country,
            "size": getattr(one, "size", None),
            "founded": founded.value if founded and not founded.inferred else None,
            "activities": list(getattr(one, "activities", ())),
            "languages": list(one.languages) if isinstance(one, Sme | Cluster) else [],
            "website": getattr(one, "website", None),
            "mailbox": getattr(one, "mailbox", None),
        }
    )
