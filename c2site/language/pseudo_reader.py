"""Who reads the pseudo-language: names, dates and lists, which come from CLDR and not from phrases, are written in it too."""

import datetime
from collections.abc import Iterable

from c2site.language.pseudo import pseudo
from c2site.language.reader import Reader


class PseudoReader(Reader):
    """A reader for whom every word is in brackets, but figures, codes and names that nobody translates."""

    def date(self, value: datetime.date, style: str = "long") -> str:
        """Return a day."""
        return pseudo(super().date(value, style))

    def days(self, first: datetime.date, last: datetime.date) -> str:
        """Return a span of days."""
        return pseudo(super().days(first, last))

    def month(self, value: datetime.date) -> str:
        """Return the month of a day with its year."""
        return pseudo(super().month(value))

    def month_name(self, value: datetime.date) -> str:
        """Return the name alone of the month of a day."""
        return pseudo(super().month_name(value))

    def country(self, code: str) -> str:
        """Return a country's name."""
        return pseudo(super().country(code))

    def language(self, tag: str) -> str:
        """Return a language's name."""
        return pseudo(super().language(tag))

    def currency(self, code: str) -> str:
        """Return a currency's name."""
        return pseudo(super().currency(code))

    def foreign_script(self, text: str) -> str:
        """Return the name of the script of a text that is not Latin."""
        return pseudo(super().foreign_script(text))

    def listed(self, items: Iterable[str]) -> str:
        """Return items with no word between them."""
        return ", ".join(map(str, items))
