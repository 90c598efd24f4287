"""Registration numbers and trade numbers: of the right form, and plainly nobody's."""

from c2site.check.codes import check_digit

# GS1 keeps 952 for demonstrations and examples; none of these numbers can be on a real label.
DEMONSTRATION_PREFIX = "952"


def gtin(number: int) -> str:
    """Return a GTIN-13 from the range kept for demonstrations."""
    digits = f"{DEMONSTRATION_PREFIX}{number:09}"
    return digits + check_digit(digits)


def lei(number: int) -> str:
    """Return a legal entity identifier of an issuer that does not exist, with its two check digits (ISO 17442)."""
    body = f"0000DEMO{number:010}"
    return f"{body}{98 - int(_as_figures(body + '00')) % 97:02}"


def _as_figures(letters: str) -> str:
    return "".join(str(int(letter, 36)) for letter in letters)


def registrations(country: str, vat: str, number: int) -> dict[str, str]:
    """Return every registration number of the company `number`."""
    return {
        "vat": f"{vat}{number:09}",
        "euid": f"{country}DEMO.{number:09}",
        "lei": lei(number),
        "duns": f"{number:09}",
        "pic": f"{number:09}",
    }
