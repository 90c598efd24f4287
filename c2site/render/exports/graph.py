"""A catalogue as a graph of schema.org descriptions (JSON-LD): the edition, its entries, who makes them, and their clusters.

Things have the names they have on the portal's pages, so that what programs read there and here joins.
"""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from c2site.catalogue import Catalogue, Entry, Portal
from c2site.language import Reader
from c2site.model import Sme
from c2site.render.exports.json import LICENCE
from c2site.render.exports.written import json_bytes
from c2site.render.jsonld import Node, catalogue_ld, cluster_ld, offering_ld, partnership_ld, sme_ld
from c2site.render.jsonld.node import CONTEXT, countries, day, identity, present, said


def graph_file(portal: Portal, catalogue: Catalogue, tag: str) -> bytes:
    """Return the catalogue in one language as JSON-LD; of an offering outside the edition it says nothing."""
    words = portal.edition_reader(catalogue.edition, tag)
    # Pages stand in the portal's languages; the words are those of the edition's reader.
    reader = replace(words, tag=portal.page_reader(tag).tag, formats=words.formats or words.tag)
    return json_bytes(_Graph(portal, catalogue, reader, tag).told())


@dataclass(frozen=True)
class _Graph:
    portal: Portal
    catalogue: Catalogue
    reader: Reader
    tag: str

    def told(self) -> Node:
        portal, reader, smes = self.portal, self.reader, self.portal.profiles.smes
        book, makers = self._catalogue(), [smes[key] for key in self._makers]
        clusters = [portal.profiles.clusters[key] for key in dict.fromkeys(one.cluster for one in makers)]
        nodes = [
            self._dataset(book),
            book,
            partnership_ld(portal, reader),
            *(cluster_ld(portal, reader, one) for one in clusters),
            *(self._company(one) for one in makers),
            *(self._offering(entry) for entry in self.catalogue.entries),
        ]
        return {"@context": CONTEXT, "@graph": [{name: value for name, value in one.items() if name != "@context"} for one in nodes]}

    def _dataset(self, book: Node) -> Node:
        """Return what the file is: of whom, for which country, in which language, until when, under which licence."""
        edition, partnership = self.catalogue.edition, self.portal.profiles.partnership
        market, days = self.catalogue.market, (edition.valid_from, edition.valid_until)
        return present(
            {
                "@type": "Dataset",
                "@id": f"{identity(self.portal, edition.id)}-{self.tag}",
                "name": book.get("name"),
                "description": book.get("description"),
                "disambiguatingDescription": said(self.reader, partnership.notice) if partnership.invented else None,
                "about": {"@id": book["@id"]},
                "publisher": {"@id": identity(self.portal)},
                "license": LICENCE["url"],
                "inLanguage": self.tag,
                "version": edition.version,
                "dateModified": day(self.portal.today),
                "spatialCoverage": countries((market.country,), self.reader)[0] if market else None,
                "temporalCoverage": "/".join(day(one) or ".." for one in days) if any(days) else None,
            }
        )

    def _catalogue(self) -> Node:
        items = [{"@type": "ListItem", "position": entry.number, "item": self._offer(entry)} for entry in self.catalogue.entries]
        return catalogue_ld(self.portal, self.reader, self.catalogue, 0) | {"itemListElement": items}

    def _offer(self, entry: Entry) -> Node:
        """Return an entry as an offer, with the market's country where it is sold there."""
        sold = self.catalogue.market if entry.status == "selling" else None
        makers = [{"@id": identity(self.portal, key)} for key in entry.offering.makers if key in self.portal.profiles.smes]
        known: dict[str, Any] = {
            "@type": "Offer",
            "@id": f"{identity(self.portal, self.catalogue.id)}-{entry.number}",
            "itemOffered": {"@id": identity(self.portal, entry.offering.id)},
            "offeredBy": makers,
            "areaServed": countries((sold.country,), self.reader)[0] if sold else None,
        }
        return present(known)

    def _company(self, one: Sme) -> Node:
        told = sme_ld(self.portal, self.reader, one)
        return {name: value for name, value in told.items() if name != "makesOffer"}

    def _offering(self, entry: Entry) -> Node:
        told = offering_ld(self.portal, self.reader, entry.offering)
        return present(told | {"isRelatedTo": [one for one in told.get("isRelatedTo", ()) if one["@id"] in self._offered]})

    @property
    def _makers(self) -> list[str]:
        """Ids of everybody who makes an entry, in the order of the entries."""
        found = dict.fromkeys(maker for entry in self.catalogue.entries for maker in entry.offering.makers)
        return [key for key in found if key in self.portal.profiles.smes]

    @cached_property
    def _offered(self) -> frozenset[str]:
        return frozenset(identity(self.portal, entry.offering.id) for entry in self.catalogue.entries)
