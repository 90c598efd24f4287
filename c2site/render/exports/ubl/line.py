"""One entry as a line of a UBL catalogue: on which terms it is sold. What it is stands in its item."""

from dataclasses import dataclass
from typing import Any

from c2site.catalogue import Catalogue, Entry, Portal
from c2site.language import Reader
from c2site.model import Offering
from c2site.model.offering import MarketPresence, Price, Trade
from c2site.render.exports.ubl.element import aggregate, basic, text
from c2site.render.exports.ubl.item import item
from c2site.render.exports.ubl.papers import period
from c2site.render.exports.ubl.parties import company, country

# UN/ECE Recommendation 20: one (of whatever is sold), days, months.
ONE, DAYS, MONTHS = "C62", "DAY", "MON"
# Whether one can order; of other states nobody says so.
ORDERABLE = {"selling": "true", "planned": "false"}


@dataclass(frozen=True)
class Line:
    """An entry among those of its catalogue."""

    portal: Portal
    catalogue: Catalogue
    reader: Reader
    entry: Entry

    def element(self) -> Any:
        """Return the line."""
        offering, trade = self.entry.offering, self.entry.offering.trade or Trade()
        makers = [self.portal.profiles.smes[key] for key in offering.makers if key in self.portal.profiles.smes]
        return aggregate(
            "CatalogueLine",
            basic("ID", self.entry.number),
            text("Note", self.reader.text(self._stand.text)) if self._stand else None,
            basic("OrderableIndicator", ORDERABLE.get(self.entry.status)),
            basic("MinimumOrderQuantity", trade.moq, unitCode=ONE),
            self._warranty(trade),
            aggregate("SellerSupplierParty", aggregate("Party", company(self.portal, self.reader, makers[0]))),
            aggregate("WarrantyValidityPeriod", basic("DurationMeasure", trade.warranty_months, unitCode=MONTHS)),
            period("LineValidityPeriod", offering),
            self._related("ComponentRelatedItem", offering.needs_components),
            self._related("ComplementaryRelatedItem", offering.works_with),
            self._terms(trade),
            item(self.portal, self.catalogue, self.reader, self.entry, makers),
        )

    @property
    def _stand(self) -> MarketPresence | None:
        return self.entry.offering.markets.get(self.catalogue.edition.market or "")

    def _warranty(self, trade: Trade) -> Any | None:
        return text("WarrantyInformation", self.reader.words("count.months", trade.warranty_months)) if trade.warranty_months else None

    def _related(self, name: str, keys: tuple[str, ...]) -> list[Any]:
        offerings = self.portal.profiles.offerings
        found: list[Offering] = [offerings[key] for key in keys if key in offerings]
        return [aggregate(name, basic("ID", one.id), text("Description", self.reader.text(one.name))) for one in found]

    def _terms(self, trade: Trade) -> Any | None:
        """Return the terms that hold in one place: the market, where the offering is sold there."""
        sold = self.catalogue.market if self.entry.status == "selling" else None
        return aggregate(
            "RequiredItemLocationQuantity",
            basic("LeadTimeMeasure", trade.lead_time_days, unitCode=DAYS),
            basic("MinimumQuantity", trade.moq, unitCode=ONE),
            aggregate("ApplicableTerritoryAddress", country(sold.country, self.reader)) if sold else None,
            self._price(trade.price) if trade.price else None,
        )

    def _price(self, price: Price) -> Any:
        """Return the lowest price asked; its type says that it is no more than that, and for what it is paid."""
        per = self.reader.words("exchange.lowest_price_per", unit=price.per) if price.per else self.reader.words("exchange.lowest_price")
        return aggregate("Price", basic("PriceAmount", price.from_, currencyID=price.currency), text("PriceType", per))
