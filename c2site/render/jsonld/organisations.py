"""The partnership, its clusters and their companies, for machines."""

from c2site.catalogue import Portal
from c2site.language import Reader
from c2site.model import Cluster, Partnership, Sme
from c2site.model.partnership import Funding
from c2site.render.jsonld.node import (
    Node,
    certification,
    coordinates,
    day,
    named,
    node,
    page,
    partnership_reference,
    postal,
    present,
    reference,
    said,
)


def partnership_ld(portal: Portal, reader: Reader) -> Node:
    """Return the partnership as a schema.org Project with its members and its funding."""
    one, clusters = portal.profiles.partnership, portal.profiles.clusters
    members = [clusters[key] for key in one.clusters if key in clusters]
    return node(
        {
            **partnership_reference(portal, reader),
            "alternateName": [one.acronym, *one.acronym_variants],
            "slogan": said(reader, one.tagline),
            "description": said(reader, one.summary),
            "disambiguatingDescription": said(reader, one.notice) if one.invented else None,
            "url": portal.address(portal.readers.default),
            "mainEntityOfPage": page(portal, reader),
            "foundingDate": day(one.start),
            "member": [reference(portal, reader, "clusters", cluster) for cluster in members],
            "funding": _grant(one, reader),
        }
    )


def cluster_ld(portal: Portal, reader: Reader, cluster: Cluster) -> Node:
    """Return a cluster as an Organization, a member of the partnership where it is a partner."""
    partner = cluster.id in portal.profiles.partnership.clusters
    return node(
        {
            **reference(portal, reader, "clusters", cluster),
            "alternateName": [cluster.short_name, *cluster.former_names],
            **_organisation(portal, reader, "clusters", cluster),
            "address": postal(cluster.country, cluster.region, cluster.city, cluster.address),
            "memberOf": partnership_reference(portal, reader) if partner else None,
        }
    )


def sme_ld(portal: Portal, reader: Reader, sme: Sme) -> Node:
    """Return a company as an Organization with what it offers.

    It is a member of its cluster unless its sources only say that it took part in one of the cluster's projects.
    """
    profiles = portal.profiles
    member = sme.cluster in profiles.clusters and not (sme.membership and sme.membership.kind == "project")
    offerings = [profiles.offerings[key] for key in portal.relations.offerings_of_sme.get(sme.id, ())]
    return node(
        {
            **reference(portal, reader, "smes", sme),
            "alternateName": sme.former_name,
            **_organisation(portal, reader, "smes", sme),
            "brand": named("Brand", sme.brand),
            "address": postal(sme.country, sme.region, sme.city),
            "numberOfEmployees": _staff(sme),
            **({"vatID": sme.ids.vat, "leiCode": sme.ids.lei, "duns": sme.ids.duns} if sme.ids else {}),
            "hasCertification": [certification(one, reader) for one in sme.certificates],
            "memberOf": reference(portal, reader, "clusters", profiles.clusters[sme.cluster]) if member else None,
            "makesOffer": [_offered(reference(portal, reader, "offerings", one)) for one in offerings],
        }
    )


def _organisation(portal: Portal, reader: Reader, folder: str, one: Cluster | Sme) -> Node:
    """Return what clusters and companies have in common."""
    year = one.founded.value if one.founded and not one.founded.inferred else None
    return {
        "legalName": one.legal_name,
        "description": said(reader, one.summary),
        "mainEntityOfPage": page(portal, reader, folder, one.id),
        "email": one.mailbox,
        "foundingDate": str(year) if year else None,
        "location": {"@type": "Place", "geo": coordinates(one.geo)} if one.geo else None,
        "knowsLanguage": list(one.languages),
    }


def _staff(sme: Sme) -> Node | None:
    """Return the head count where it is exact and the company's own."""
    found = sme.employees
    exact = found and not found.approximate and not found.scope
    return {"@type": "QuantitativeValue", "value": found.value} if exact else None


def _offered(offering: Node) -> Node:
    return {"@type": "Offer", "itemOffered": offering}


def _grant(one: Partnership, reader: Reader) -> Node | None:
    """Return the money behind the partnership; its emblem says who gave it."""
    known = present(
        {
            "name": one.programme,
            "identifier": one.grant_number or (one.call and one.call.id),
            "amount": _amount(one.funding) if one.funding else None,
        }
    )
    funder = named("Organization", reader.country(one.emblem.upper())) if one.emblem else None
    return present({"@type": "MonetaryGrant", **known, "funder": funder}) if known else None


def _amount(funding: Funding) -> Node:
    return {"@type": "MonetaryAmount", "value": f"{funding.value:f}", "currency": funding.currency}
