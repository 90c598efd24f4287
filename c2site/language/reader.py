"""One reader: which words they see, in which direction, and how figures, dates and names are written for them."""

import datetime
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from babel import Locale
from babel.dates import format_date, format_skeleton, format_time
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal, format_percent
from babel.units import format_unit

from c2site.language.phrases import Phrases
from c2site.language.pseudo import PSEUDO
from c2site.language.scripts import rewritten
from c2site.language.sorting import SortKey, foreign_script, initial, sort_key
from c2site.language.tags import direction_of, locale_of, same_language
from c2site.language.words import NOTHING, Words

# The day in CLDR's pattern of a date, or a quoted word that may hold the same letter.
DAY = re.compile(r"'[^']*'|d+")
# Where a sentence ends with a value that has a full stop of its own: 23 ноември 2026 г.
SECOND_STOP = re.compile(r"(?<=[^.])\.\.(?=[^.]|$)")
# Sizes of files, each a thousand of the one before.
SIZES, KILO, TEN = ("digital-byte", "digital-kilobyte", "digital-megabyte"), 1000, 10


@dataclass(frozen=True)
class Reader:
    """`chain` is where the reader looks for a text, own language first; `phrases` are the interface words in that order.

    `derived_from` names the language whose texts are rewritten in the reader's script, `formats` the locale of dates
    and figures where it is not the reader's own tag.
    """

    tag: str
    chain: tuple[str, ...]
    phrases: tuple[Phrases, ...] = ()
    derived_from: str | None = None
    formats: str | None = None
    _seen: dict[str, str] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def slug(self) -> str:
        """The folder of the reader's pages."""
        return self.tag.lower()

    @cached_property
    def direction(self) -> str:
        """`rtl` or `ltr`."""
        return direction_of(self.tag)

    @cached_property
    def locale(self) -> Locale:
        """Babel's locale."""
        return locale_of(self.formats or self.tag)

    # Words ---------------------------------------------------------------------------------------------------------

    def text(self, text: Mapping[str, str] | None) -> Words:
        """Return a record's text in the first language of the chain it is written in, else in any it has."""
        if not text:
            return NOTHING
        for tag in self.chain:
            if tag in text:
                return self._words(text[tag], tag)
        tag = next(iter(text))
        return self._words(text[tag], tag)

    def _words(self, text: str, tag: str) -> Words:
        if tag == self.derived_from:
            return Words(self._rewritten(text), self.tag, self.direction, True)
        return Words(text, tag, direction_of(tag), same_language(tag, self.tag))

    def _rewritten(self, text: str) -> str:
        if text not in self._seen:
            self._seen[text] = rewritten(self.tag, text)
        return self._seen[text]

    def reads(self, text: Mapping[str, str] | None) -> bool:
        """Return whether the text exists in the reader's own language."""
        return bool(text) and self.text(text).own

    def words(self, key: str, n: int | None = None, **values: object) -> Words:
        """Return the phrase `key` with its values filled in; raise KeyError where no language of the chain has it."""
        for phrases in self.phrases:
            phrase = phrases.by_key.get(key)
            if phrase is not None:
                text = phrase if isinstance(phrase, str) else self._plural(phrase, phrases.tag, n or 0)
                if n is not None:
                    values = {"n": self.number(n), **values}
                filled = SECOND_STOP.sub(".", text.format(**values)) if values else text
                return Words(filled, phrases.tag, direction_of(phrases.tag), same_language(phrases.tag, self.tag))
        raise KeyError(f"no phrase {key!r} for {self.tag}")

    def phrase(self, key: str, n: int | None = None, **values: object) -> str:
        """Return the text of a phrase."""
        return self.words(key, n, **values).text

    def forms(self, key: str) -> Mapping[str, str]:
        """Return a phrase that counts, by plural category, with {n} where the figure stands."""
        return next(found for phrases in self.phrases if not isinstance(found := phrases.by_key.get(key, ""), str))

    def has_phrase(self, key: str) -> bool:
        """Return whether any language of the chain has the phrase."""
        return any(key in phrases.by_key for phrases in self.phrases)

    def word(self, name: str, *groups: str, otherwise: str = "") -> str:
        """Return the word for a code or another name of the data, from the first group of phrases that has it; else the name itself."""
        return next((self.phrase(key) for group in groups if self.has_phrase(key := f"{group}.{name}")), otherwise or name)

    @staticmethod
    def _plural(forms: Mapping[str, str], tag: str, n: int) -> str:
        return forms.get(locale_of(tag).plural_form(n)) or forms["other"]

    # Figures, dates, names -----------------------------------------------------------------------------------------

    def number(self, value: int | float | Decimal) -> str:
        """Return a figure with the reader's separators."""
        return _with_known_spaces(format_decimal(value, locale=self.locale))

    def size(self, count: int) -> str:
        """Return how large a file of `count` bytes is: 812 B, 340 kB, 1.2 MB."""
        power = min((len(str(count)) - 1) // 3, len(SIZES) - 1)
        value = count / KILO**power
        return _with_known_spaces(format_unit(round(value, 1) if value < TEN else round(value), SIZES[power], "short", locale=self.locale))

    def percent(self, value: float) -> str:
        """Return a share (0.5 is 50 %)."""
        return _with_known_spaces(format_percent(value, locale=self.locale))

    def money(self, value: int | Decimal, currency: str) -> str:
        """Return an amount; whole amounts without cents."""
        if value != int(value):
            return _with_known_spaces(format_currency(value, currency, locale=self.locale))
        pattern = self.locale.currency_formats["standard"].pattern.replace(".00", "")
        return _with_known_spaces(format_currency(value, currency, pattern, locale=self.locale, currency_digits=False))

    def date(self, value: datetime.date, style: str = "long") -> str:
        """Return a day; `style` is CLDR's short, medium, long or full."""
        return _with_known_spaces(format_date(value, style, locale=self.locale))

    def month(self, value: datetime.date) -> str:
        """Return the month of a day with its year."""
        return _with_known_spaces(format_skeleton("yMMMM", value, locale=self.locale))

    def month_name(self, value: datetime.date) -> str:
        """Return the name alone of the month of a day."""
        return format_date(value, "LLLL", locale=self.locale)

    def month_short(self, value: datetime.date) -> str:
        """Return the short name of the month of a day."""
        return format_date(value, "LLL", locale=self.locale)

    def days(self, first: datetime.date, last: datetime.date) -> str:
        """Return a span of days; within one month, what both share is said once: 2–4 November 2027."""
        if (first.year, first.month) != (last.year, last.month):
            return f"{self.date(first)} – {self.date(last)}"
        pattern = DAY.sub(lambda found: found[0] if found[0].startswith("'") else f"{found[0]}'–{last.day}'", self.locale.date_formats["long"].pattern)
        return _with_known_spaces(format_date(first, pattern, locale=self.locale))

    def when(self, value: int | datetime.date) -> str:
        """Return a year as it is, or a day written long."""
        return str(value) if isinstance(value, int) else self.date(value)

    def clock(self, value: str) -> str:
        """Return a local time given as hours:minutes."""
        hours, minutes = map(int, value.split(":"))
        return _with_known_spaces(format_time(datetime.time(hours, minutes), "short", locale=self.locale))

    def country(self, code: str) -> str:
        """Return a country's name."""
        return self.locale.territories.get(code, code)

    def language(self, tag: str) -> str:
        """Return a language's name in the reader's language; the tag itself where CLDR has no name for it."""
        try:
            return locale_of(tag).get_display_name(self.locale) or tag
        except ValueError:
            return tag

    def currency(self, code: str) -> str:
        """Return a currency's name."""
        return self.locale.currencies.get(code, code)

    def listed(self, items: Iterable[str]) -> str:
        """Return items joined as in a sentence."""
        joined = format_list([str(item) for item in items], locale=self.locale)
        return joined.replace(" و ", " و") if self.tag.split("-")[0] == "ar" else joined

    def sort_key(self, text: str) -> SortKey:
        """Return a key that sorts as the reader expects."""
        return sort_key(self.tag, text)

    def initial(self, text: str) -> str:
        """Return the letter under which an index files `text`."""
        return initial(self.tag, text)

    def foreign_script(self, text: str) -> str:
        """Return the name of the script of a text that is not in the reader's; empty where it is, and for figures."""
        script = foreign_script(self.tag, text)
        return script and self.locale.scripts.get(script, script)

    def own_name(self) -> str:
        """Return the language's name in itself, as a switcher shows it."""
        locale = locale_of(self.tag)
        name = self.tag if self.tag == PSEUDO else locale.get_display_name(locale) or self.tag
        return name[:1].upper() + name[1:]


def _with_known_spaces(text: str) -> str:
    """Return CLDR's text with the narrow no-break space, which few typefaces have, as the common one."""
    return text.replace("\u202f", "\u00a0")
