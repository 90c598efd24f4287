"""Which letters the bytes of a text mean, where the file does not say: UTF-8, UTF-16, or a code page of Windows."""

import codecs
import re
import unicodedata

from c2site.errors import DataError, fragment, problem

# By code page, the letters of the languages that are written with it; what else it holds speaks against it.
LETTERS = {
    "windows-1252": "áàâäçéèêëíìîïñóòôöúùûüœßÁÀÂÄÇÉÈÊËÍÌÎÑÓÒÔÖÚÙÛÜ¿¡ºª",
    "windows-1250": "čćđšžČĆĐŠŽąęłńśźżŁŚŻěřůőűáéíóúýäöü",
    "windows-1251": "".join(map(chr, range(0x0410, 0x0450))) + "јљњћђџЈЉЊЋЂЏё",
    "windows-1253": "".join(map(chr, range(0x0386, 0x03CF))),
    "windows-1256": "".join(map(chr, range(0x0621, 0x0653))),
}
MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
# What no word has: a capital after a small letter, and a final sigma that is not final.
ODD = re.compile(r"[a-zà-öø-ÿа-яα-ω][A-ZÀ-ÖØ-ÞА-ЯΑ-Ω]|ς\w")
CONTROL = re.compile(r"[\x01-\x08\x0b\x0c\x0e-\x1f]")
WORD = re.compile(r"[^\W\d_]+")
SCRIPTS = frozenset({"LATIN", "CYRILLIC", "GREEK", "ARABIC"})


def decoded(path: str, raw: bytes) -> tuple[str, str]:
    """Return the text and the name of its coding. Raise DataError where it is no text."""
    mark = next((coding for start, coding in MARKS.items() if raw.startswith(start)), "")
    for coding in filter(None, (mark, "utf-8", _utf_16(raw))):
        text = _read(raw, coding)
        if text is not None and _is_text(text):
            return text, coding.removesuffix("-sig")
    readings = {coding: text for coding in LETTERS if (text := _read(raw, coding)) is not None}
    if not readings or not _is_text(raw.decode("latin-1")):
        raise DataError([problem("import-format", path, found=fragment("no-text"))])
    best = max(readings, key=lambda coding: _likeness(readings[coding], LETTERS[coding]))
    return readings[best], best


def _utf_16(raw: bytes) -> str:
    """Return how a text without a mark is coded that has bytes of nothing; empty where it has none."""
    if b"\x00" not in raw:
        return ""
    return "utf-16-le" if raw[1::2].count(0) > raw[::2].count(0) else "utf-16-be"


def _is_text(text: str) -> bool:
    """Return whether a text has no bytes of nothing, and hardly any of what steers machines."""
    return "\x00" not in text and len(CONTROL.findall(text)) * 50 <= len(text)


def _read(raw: bytes, coding: str) -> str | None:
    try:
        return raw.decode(coding)
    except UnicodeDecodeError:
        return None


def _likeness(text: str, letters: str) -> int:
    """Return how much a text looks like one written with these letters."""
    beyond = [char for char in text if char > "\x7f"]
    mixed = sum(len({unicodedata.name(char, "?").split()[0] for char in word} & SCRIPTS) > 1 for word in WORD.findall(text))
    own = sum(char in letters for char in beyond)
    return own - sum(char.isalpha() and char not in letters for char in beyond) - 3 * len(ODD.findall(text)) - 3 * mixed
