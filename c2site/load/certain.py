"""What an editor surely meant: a mend is given where one reading is left and nothing need be known of the world, else None."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from difflib import get_close_matches

from c2site.errors import Fragment, Problem
from c2site.language.tags import locale_of
from c2site.load import mends
from c2site.load.edit import Value

# Typographic quotation marks, each with those that may close it.
QUOTES = {"“": "”“", "”": "”", "„": "“”„", "‟": "”", "«": "»", "»": "«»", "‘": "’‘", "‚": "‘’", "’": "’", "‹": "›"}
BLANKS = " \u00a0\u202f\u2009"
GROUPED = re.compile(rf"\d{{1,3}}(?:[.,'’{BLANKS}]\d{{3}})+")
DAY_FIRST = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})")
YEAR_FIRST = re.compile(r"(\d{4})([./-]?)(\d{1,2})\2(\d{1,2})")
HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?", re.IGNORECASE)
NAMED_ID = re.compile(r"[A-Za-z0-9]+(?:[ _-][A-Za-z0-9]+)*(?:\.ya?ml)?")
CLOSE = 0.75
MONTHS = 12


def unquoted(found: str) -> str | None:
    """Return what stands between typographic quotation marks, where nothing else does."""
    inner = found[1:-1]
    is_quoted = len(found) > 2 and found[-1] in QUOTES.get(found[0], "") and not any(mark in inner for mark in QUOTES if mark != "’")
    return inner.strip() if is_quoted else None


def whole_number(found: str) -> str | None:
    """Return `1.200` or `1 200` without what groups its digits."""
    return re.sub(r"\D", "", found) if GROUPED.fullmatch(found.strip()) else None


def decimal(found: str) -> str | None:
    """Return `12,5` or `2.100,50` with a decimal point; `1,200` may be either, and is left to a person."""
    plain = re.sub(f"[{BLANKS}]", "", found)
    if re.fullmatch(r"\d+,(?:\d{1,2}|\d{4,})", plain):
        return plain.replace(",", ".")
    is_grouped = re.fullmatch(r"\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:,\d{3})+\.\d+", plain)
    return mends.decimal(plain) if is_grouped else plain if plain != found and re.fullmatch(r"\d+(\.\d+)?", plain) else None


def day(found: str) -> str | None:
    """Return `31.12.2026` or `2026/12/31` as `2026-12-31`; with other marks than points, only where it cannot be read as month and day."""
    if match := DAY_FIRST.fullmatch(found.strip()):
        first, mark, second, year = match.groups()
        return _iso(year, second, first) if mark == "." or int(first) > MONTHS or first == second else None
    match = YEAR_FIRST.fullmatch(found.strip())
    return _iso(match[1], match[3], match[4]) if match and (match[2] or len(found.strip()) == 8) else None


def _iso(year: str, month: str, number: str) -> str | None:
    try:
        return date(int(year), int(month), int(number)).isoformat()
    except ValueError:
        return None


def web_address(found: str) -> str | None:
    """Return `www.acme.example` with its scheme."""
    return f"https://{found.strip()}" if HOST.fullmatch(found.strip()) else None


def language(found: str) -> str | None:
    """Return `es_mx` as `es-MX`, and CLDR's code where `found` is an older or a longer one: `he` for `iw`."""
    written = mends.language(found)
    try:
        own = locale_of(found)
    except ValueError:
        return written if written != found else None
    return own.language if "-" not in found and own.language != found else None


def same_letters(found: str, near: str) -> str | None:
    """Return the value that is near where only capitals, blanks, hyphens and underscores differ."""
    return near if _letters(found) == _letters(near) else None


def _letters(word: str) -> str:
    return re.sub(r"[\s_-]", "", word).casefold()


def field_name(found: str, allowed: list[str]) -> str | None:
    """Return the only field whose name is close to `found`."""
    close = get_close_matches(found.casefold(), allowed, n=2, cutoff=CLOSE)
    return close[0] if len(close) == 1 else None


def _near(found: str, told: Problem) -> str | None:
    near = told.values.get("nearest")
    return near if isinstance(near, str) and near not in ("", found) else None


def _same(found: str, told: Problem) -> str | None:
    return same_letters(found, _near(found, told) or "")


def _currency(found: str, told: Problem) -> str | None:
    """Return the code; a dollar may be of several countries."""
    return _near(found, told) if found != "$" else None


def _form(found: str, told: Problem) -> str | None:
    """Return a time as it is written here, or the id that a name stands for."""
    if mends.CLOCK.fullmatch(found.strip()):
        return mends.clock(found)
    written = told.values["nearest"]
    return written.values["mended"] if isinstance(written, Fragment) and NAMED_ID.fullmatch(found) else None


def _listed(found: str, told: Problem) -> list[str] | None:
    """Return the one value of a list, or those whose hyphens touch them."""
    if re.fullmatch(r"-\S+(?: -\S+)*", found):
        return [one.removeprefix("-") for one in found.split(" ")]
    return [found] if not re.search(r"[,;/\n-]", found) else None


def _word(found: str, told: Problem) -> str | None:
    word, near = told.values["found"], told.values["nearest"]
    return found.replace(word, near) if isinstance(word, str) and isinstance(near, str) and word in found else None


MENDS: Mapping[str, Callable[[str, Problem], Value | None]] = {
    "wrong-number": lambda found, told: whole_number(found),
    "wrong-decimal": lambda found, told: decimal(found),
    **dict.fromkeys(("wrong-date", "wrong-year"), lambda found, told: day(found)),
    "wrong-url": lambda found, told: web_address(found),
    "wrong-pattern": _form,
    "wrong-shape": _listed,
    "wrong-code": _near,
    "unknown-country": _near,
    "unknown-currency": _currency,
    "unknown-language": lambda found, told: language(found),
    "asset-place": _near,
    "mixed-script": _word,
    "text-in-quotes": lambda found, told: unquoted(found),
    **dict.fromkeys(
        ("wrong-choice", "unknown-asset", "unknown-reference", "unknown-source", "unknown-stage", "unknown-timezone", "unknown-tone", "unknown-work-package"), _same
    ),
}


def meant(found: str, told: Problem) -> Value | None:
    """Return the value that surely belongs where the problem is told of `found`."""
    if told.code not in MENDS:
        return None
    bare = unquoted(found)
    return bare if bare is not None else MENDS[told.code](found, told)
