"""Foreign text made safe to print: nothing from a profile reaches a terminal or a log as a command."""

import difflib
import unicodedata
from collections.abc import Iterable

LONGEST = 80


def shown(value: object) -> str:
    """Return `value` on one line, control and bidi characters made visible, cut to 80 characters."""
    text = str(value)
    text = "".join(_visible(char) for char in text[: LONGEST + 1])
    return text if len(str(value)) <= LONGEST else text[: LONGEST - 1] + "…"


def _visible(char: str) -> str:
    if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}:
        return f"\\u{{{ord(char):x}}}"
    return char


def nearest(word: str, allowed: Iterable[str]) -> str | None:
    """Return the allowed word an editor most likely meant by `word`, or None when none is close."""
    by_fold = {candidate.casefold(): candidate for candidate in sorted(allowed)}
    folded = word.casefold()
    if folded in by_fold:
        return by_fold[folded]
    squeezed = {fold.replace(" ", "").replace("-", "").replace("_", ""): name for fold, name in by_fold.items()}
    plain = folded.replace(" ", "").replace("-", "").replace("_", "")
    if plain in squeezed:
        return squeezed[plain]
    close = difflib.get_close_matches(folded, by_fold, n=1, cutoff=0.6)
    return by_fold[close[0]] if close else None
