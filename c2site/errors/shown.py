"""Foreign text made safe to print: nothing from a profile reaches a terminal or a log as a command."""

import difflib
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

LONGEST = 80
MOST_COMPARED = 60
# `::name::` after leading blanks, and `##[name]`, `##vso[…]` or `##teamcity[…]` anywhere, command the machines that run checks.
COMMANDS = {"::": ":\\u{3a}", "##": "#\\u{23}"}


def shown(value: object, longest: int = LONGEST) -> str:
    """Return `value` on one line, control and bidi characters made visible, cut to `longest` characters."""
    text = str(value)
    safe = "".join(_visible(char) for char in text[: longest + 1])
    for command, harmless in COMMANDS.items():
        safe = safe.replace(command, harmless)
    return safe if len(text) <= longest else safe[: longest - 1] + "…"


def _visible(char: str) -> str:
    return char if char.isprintable() else f"\\u{{{ord(char):x}}}"


def nearest(word: str, allowed: Iterable[str]) -> str | None:
    """Return the allowed word an editor most likely meant by `word`, or None when none is close."""
    return _nearest(word, allowed if isinstance(allowed, frozenset) else frozenset(allowed))


@lru_cache(maxsize=1_000)
def _nearest(word: str, allowed: frozenset[str]) -> str | None:
    by_fold, by_letters, by_pair = _folded(allowed)
    folded = word.casefold()
    if folded in by_fold:
        return by_fold[folded]
    if _letters(folded) in by_letters:
        return by_letters[_letters(folded)]
    candidates = by_fold if len(by_fold) <= MOST_COMPARED else _alike(folded, by_pair)
    close = difflib.get_close_matches(folded, candidates, n=1, cutoff=0.6)
    return by_fold[close[0]] if close else None


@lru_cache(maxsize=100)
def _folded(allowed: frozenset[str]) -> tuple[dict[str, str], dict[str, str], dict[str, list[str]]]:
    """Return the words casefolded, by their letters and digits alone, and by each pair of letters in them."""
    by_fold = {candidate.casefold(): candidate for candidate in sorted(allowed)}
    by_pair: dict[str, list[str]] = {}
    for fold in by_fold:
        for pair in _pairs(fold):
            by_pair.setdefault(pair, []).append(fold)
    return by_fold, {_letters(fold): name for fold, name in by_fold.items()}, by_pair


def _letters(folded: str) -> str:
    return folded.replace(" ", "").replace("-", "").replace("_", "")


def _pairs(word: str) -> set[str]:
    return {word[at : at + 2] for at in range(max(len(word) - 1, 1))}


def _alike(word: str, by_pair: dict[str, list[str]]) -> list[str]:
    """Return the words that share most pairs of letters with `word`: comparing thousands in full takes seconds."""
    shared = Counter(fold for pair in sorted(_pairs(word)) for fold in by_pair.get(pair, ()))
    return [fold for fold, _ in shared.most_common(MOST_COMPARED)]
