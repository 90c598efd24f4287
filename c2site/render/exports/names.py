"""What catalogues, markets and codes are called in files for other programs."""

from c2site.catalogue import Catalogue
from c2site.language import Reader, Words
from c2site.language.words import NOTHING
from c2site.model import Market


def title_of(catalogue: Catalogue, reader: Reader) -> Words:
    """Return the edition's title, or its market's name where it has none of its own; nothing where it has neither."""
    return reader.text(catalogue.edition.title) or (market_name(catalogue.market, reader) if catalogue.market else NOTHING)


def market_name(market: Market, reader: Reader) -> Words:
    """Return the market's own name, or its country's."""
    return reader.text(market.name) or Words(reader.country(market.country), reader.tag, reader.direction, True)


def word_for(reader: Reader, group: str, code: str) -> str:
    """Return the word for a code; a code for which nobody wrote a word stands for itself."""
    key = f"{group}.{code}"
    return reader.phrase(key) if reader.has_phrase(key) else code
