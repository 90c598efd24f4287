"""Chance that can be repeated: each record throws dice of its own, so that more companies never change the first ones."""

from random import Random

# One form of a noun fits all of these in every language of the words.
COUNTS = tuple(number for number in range(15, 100) if number % 10 not in (1, 2, 3, 4))
HOURS = (36, 48)
YEARS_OF_PARTS = (15, 20, 25)
FIRST_YEAR, LAST_YEAR = 1998, 2026


def dice(seed: int, *about: str | int) -> Random:
    """Return the dice of one record or part; the same seed and name always throw the same."""
    return Random("/".join(map(str, (seed, *about))))


def count(throws: Random, most: int = 99) -> int:
    """Return a number that every language's sentences can take."""
    return throws.choice([one for one in COUNTS if one <= most] if most < COUNTS[-1] else COUNTS)
