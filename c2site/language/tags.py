"""Language tags (BCP 47), countries, currencies: what CLDR knows of them."""

from functools import cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.languages import get_official_languages
from babel.messages.plurals import get_plural
from babel.numbers import list_currencies

from c2site.language.pseudo import MODEL, PSEUDO

RIGHT_TO_LEFT_SCRIPTS = frozenset({"Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm", "Rohg"})


@cache
def locale_of(tag: str) -> Locale:
    """Return Babel's locale for a tag, `es-CO` or `sr-Latn`; raise ValueError for a tag CLDR does not know."""
    try:
        return Locale.parse(MODEL if tag == PSEUDO else tag, sep="-")
    except (UnknownLocaleError, ValueError) as error:
        raise ValueError(f"unknown language tag {tag!r}") from error


@cache
def is_known_tag(tag: str) -> bool:
    """Return whether `tag` names a language of CLDR, with or without script and region."""
    parts = tag.split("-")
    english = Locale.parse("en")
    if parts[0] not in english.languages:
        return False
    return all(part in english.scripts or part in english.territories for part in parts[1:])


@cache
def known_languages() -> tuple[str, ...]:
    """Return CLDR's language codes."""
    return tuple(sorted(code.replace("_", "-") for code in Locale.parse("en").languages))


@cache
def known_countries() -> tuple[str, ...]:
    """Return the ISO 3166-1 alpha-2 codes."""
    not_countries = {"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"}
    return tuple(sorted(code for code in Locale.parse("en").territories if len(code) == 2 and code.isalpha() and code not in not_countries))


@cache
def known_currencies() -> frozenset[str]:
    """Return the ISO 4217 codes."""
    return frozenset(list_currencies())


@cache
def direction_of(tag: str) -> str:
    """Return `rtl` or `ltr` for a language tag; the script decides."""
    parts = tag.split("-")
    script = next((part for part in parts[1:] if len(part) == 4), None) or script_of(parts[0])
    return "rtl" if script in RIGHT_TO_LEFT_SCRIPTS else "ltr"


@cache
def script_of(tag: str) -> str:
    """Return the four-letter script a language is usually written in (`Latn` when CLDR does not say)."""
    parts = (MODEL if tag == PSEUDO else tag).split("-")
    written = next((part for part in parts[1:] if len(part) == 4), None)
    if written:
        return written
    likely = get_global("likely_subtags")
    found = likely.get(tag.replace("-", "_")) or likely.get(parts[0]) or "und_Latn_ZZ"
    return found.split("_")[1]


@cache
def same_language(one: str, other: str) -> bool:
    """Return whether two tags are the same language in the same script, whatever their regions."""
    return one.split("-")[0] == other.split("-")[0] and script_of(one) == script_of(other)


def plural_rule(tag: str) -> str:
    """Return how a language counts, as the head of a PO file says it."""
    return get_plural(locale_of(tag)).plural_forms


def languages_of(country: str) -> tuple[str, ...]:
    """Return the tags of the languages a country's authorities write, the first its main one; a language's usual script comes before its others."""
    found = get_official_languages(country, regional=False, de_facto=True)
    return tuple(tag.replace("_", "-") for tag in sorted(found, key=lambda tag: "_" in tag))
