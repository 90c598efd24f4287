"""Which records a buyer sees, in which order: what is published, editions, relations, value chains."""

from c2site.catalogue.addresses import edition_path, edition_stem, page_path, permanent_path
from c2site.catalogue.chains import Standing, standing, standing_in
from c2site.catalogue.editions import Catalogue, Chapter, Entry, Selection, Sheet, catalogue
from c2site.catalogue.moments import moments
from c2site.catalogue.portal import Portal
from c2site.catalogue.published import published
from c2site.catalogue.relations import Relations, relations
from c2site.catalogue.selections import Wanted, alone, overridden, selections

__all__ = [
    "Catalogue", "Chapter", "Entry", "Portal", "Relations", "Selection", "Sheet", "Standing", "Wanted", "alone", "catalogue", "edition_path", "edition_stem", "moments", "overridden",
    "page_path", "permanent_path", "published", "relations", "selections", "standing", "standing_in",
]
