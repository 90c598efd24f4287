"""QR codes: an address that a telephone reads from paper or from another screen."""

import re
from functools import lru_cache

import segno

# Any of the eight masks can be read; trying all of them takes five times as long as drawing with one.
MASK = 3
DARK = re.compile(rb"\x01+")
# How many light modules a reader needs around a code.
QUIET = 4


def modules(address: str) -> list[bytes]:
    """Return the rows of an address's code: one byte a module, 1 where it is dark."""
    return [bytes(row) for row in segno.make(address, error="m", micro=False, mask=MASK).matrix]


def on_screen(address: str, words: str) -> str:
    """Return the code as an SVG element with its quiet zone, dark on light in every colour scheme; `words` are escaped HTML."""
    size, path = _drawn(address)
    return (
        f'<svg class="qr" viewBox="{-QUIET} {-QUIET} {size} {size}" role="img" aria-label="{words}">'
        f'<path fill="#fff" d="M{-QUIET}{-QUIET}h{size}v{size}h-{size}z"/><path stroke="#000" d="{path}"/></svg>'
    )


# The pages about a record in all languages are made one after the other.
@lru_cache(64)
def _drawn(address: str) -> tuple[int, str]:
    rows = modules(address)
    return len(rows) + 2 * QUIET, "".join(_line(row, y) for y, row in enumerate(rows))


def _line(row: bytes, y: int) -> str:
    """Return the dark bars of a row as one stroke, each bar after the gap before it."""
    path, end = "", 0
    for number, bar in enumerate(DARK.finditer(row)):
        path += f"m{bar.start() - end} 0h{len(bar[0])}" if number else f"M{bar.start()} {y}.5h{len(bar[0])}"
        end = bar.end()
    return path
