"""What an editor probably meant to write."""

import re

from c2site.errors import Fragment, fragment

COUNTRY, CURRENCY = "^[A-Z]{2}$", "^[A-Z]{3}$"
CLOCK = re.compile(r"([01]?\d|2[0-3])[.:h]([0-5]\d)?\s*h?")
SIGNS_OF_MONEY = {"€": "EUR", "$": "USD", "£": "GBP", "лв": "BGN", "лв.": "BGN"}


def by_pattern(found: str, pattern: str) -> tuple[str, dict[str, object]]:
    """Return code and values for a text that does not match `pattern`, one of those in c2site.model.base."""
    if pattern.startswith("^[a-z]{2,3}(-"):
        return "unknown-language", {"found": found, "nearest": language(found)}
    if pattern == COUNTRY:
        return "unknown-country", {"found": found, "nearest": _capitals(found, 2)}
    if pattern == CURRENCY:
        return "unknown-currency", {"found": found, "nearest": SIGNS_OF_MONEY.get(found) or _capitals(found, 3)}
    if pattern.startswith("^[a-z0-9]+(?:-"):
        mended = re.sub(r"[^a-z0-9]+", "-", re.sub(r"\.ya?ml$", "", found.casefold())).strip("-")
        return _form(found, fragment("id-form"), mended)
    if ":[0-5]" in pattern:
        return _form(found, fragment("clock-form"), clock(found))
    return _form(found, pattern, "")


def _form(found: str, form: Fragment | str, mended: str) -> tuple[str, dict[str, object]]:
    return "wrong-pattern", {"found": found, "allowed": form, "nearest": fragment("write", mended=mended) if mended else ""}


def _capitals(found: str, length: int) -> str | None:
    return found.upper() if re.fullmatch(f"[A-Za-z]{{{length}}}", found) else None


def language(found: str) -> str | None:
    """Return `es_mx` as `es-MX`; None for what does not begin like a tag."""
    parts = re.split(r"[-_]", found)
    if not re.fullmatch("[A-Za-z]{2,3}", parts[0]) or not all(
        re.fullmatch("[A-Za-z]{2}|[A-Za-z]{4}|[0-9]{3}", one) for one in parts[1:]
    ):
        return None
    return "-".join([parts[0].lower(), *(one.title() if len(one) == 4 else one.upper() for one in parts[1:])])


def whole_number(found: str) -> str:
    """Return the digits of `1.200 people`."""
    return re.sub(r"\D", "", found) or "12"


def decimal(found: str) -> str:
    """Return `2.100,50 €` as `2100.50`."""
    plain = re.sub(r"[^\d.,]", "", found)
    if "," in plain and "." in plain:
        plain = plain.replace("." if plain.rfind(",") > plain.rfind(".") else ",", "")
    return plain.replace(",", ".") or "12.5"


def day(found: str) -> str:
    """Return `31.12.2026` or `20261231` as `2026-12-31`; any day where the text is not understood."""
    match = re.fullmatch(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})", found.strip())
    if match and 1 <= int(match[2]) <= 12 and 1 <= int(match[1]) <= 31:
        return f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}"
    match = re.fullmatch(r"(\d{4})[./]?(0?[1-9]|1[0-2])[./]?(0?[1-9]|[12]\d|3[01])", found.strip())
    return f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}" if match else "2026-05-31"


def clock(found: str) -> str:
    """Return `9.30` or `9h30` as `09:30`; any time where the text is not understood."""
    match = CLOCK.fullmatch(found.strip())
    return f"{int(match[1]):02}:{match[2] or '00'}" if match else "09:30"


def web_address(found: str) -> str:
    """Return `www.acme.example` with its scheme; nothing where the text names no public host."""
    bare = re.sub(r"^\w+:?/+", "", found.strip())
    is_host = re.match(r"^[\w-]+(\.[\w-]+)+(/\S*)?$", bare) and not bare[0].isdigit()
    return f"https://{bare}" if is_host else ""
