"""Who provides a UBL catalogue, for whom it is meant, and who sells what stands in it: organisations, never persons."""

from typing import Any

from c2site.catalogue import Portal
from c2site.language import Reader
from c2site.model import Market, Sme
from c2site.model.organisation import Ids
from c2site.render.exports.ubl.element import aggregate, basic, text

Children = list[Any]


def provider(portal: Portal, reader: Reader) -> Any:
    """Return the partnership that hands the catalogue out."""
    partnership = portal.profiles.partnership
    return aggregate(
        "ProviderParty",
        basic("WebsiteURI", portal.site_url),
        _identified(partnership.id),
        aggregate("PartyName", text("Name", reader.text(partnership.name))),
        aggregate("PartyName", basic("Name", partnership.acronym)),
    )


def receiver(market: Market | None, reader: Reader) -> Any:
    """Return whom the catalogue is meant for: anybody who buys, in the market where it is made for one.

    UBL asks for a receiver; Peppol asks for one by name and with an address in its network, so this is no Peppol document.
    """
    return aggregate(
        "ReceiverParty",
        aggregate("PartyName", text("Name", reader.words("exchange.receiver"))),
        aggregate("PostalAddress", country(market.country, reader)) if market else None,
    )


def company(portal: Portal, reader: Reader, sme: Sme) -> Children:
    """Return what a party that is a company consists of."""
    ids = sme.ids or Ids()
    return [
        basic("WebsiteURI", sme.website),
        basic("IndustryClassificationCode", next(iter(sme.activities), None), listID="NACE", listVersionID="2.1"),
        _identified(portal.permanent(sme.id), "URI"),
        _identified(ids.lei, "LEI"),
        _identified(ids.duns, "DUNS"),
        aggregate("PartyName", basic("Name", sme.name)),
        _address(sme, reader),
        _taxpayer(ids.vat),
        aggregate("PartyLegalEntity", basic("RegistrationName", sme.legal_name), basic("CompanyID", ids.euid, schemeID="EUID")),
        aggregate("Contact", basic("ElectronicMail", sme.mailbox)),
    ]


def country(code: str | None, reader: Reader, name: str = "Country") -> Any | None:
    """Return a country by its code and by the name the reader gives it."""
    if not code:
        return None
    return aggregate(name, basic("IdentificationCode", code, listID="ISO3166-1"), basic("Name", reader.country(code), languageID=reader.tag))


def _identified(key: str | None, scheme: str | None = None) -> Any | None:
    return aggregate("PartyIdentification", basic("ID", key, **({"schemeID": scheme} if scheme else {})))


def _address(sme: Sme, reader: Reader) -> Any:
    return aggregate("PostalAddress", basic("CityName", sme.city), basic("CountrySubentity", sme.region), country(sme.country, reader))


def _taxpayer(vat: str | None) -> Any | None:
    return aggregate("PartyTaxScheme", basic("CompanyID", vat), aggregate("TaxScheme", basic("ID", "VAT"))) if vat else None
