"""Other ways into a long list: by the letters of the reader's alphabet, and by the month in which a record last changed."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import groupby
from typing import Any, NamedTuple

from c2site.catalogue import Portal
from c2site.language import Reader, Words
from c2site.render.web import lists
from c2site.render.web.lists import Lists, pages_of
from c2site.render.web.names import words_of
from c2site.render.web.orders import updated_on

# How many names stand on a page.
NAMES = 480


class Letter(NamedTuple):
    """A heading of an alphabet with the names below it, by id; `script` is the name of a script that is not the reader's, `page`
    where it begins, counted from 1.
    """

    script: str
    letter: str
    page: int
    names: tuple[tuple[str, Words], ...]


def updates(portal: Portal, folder: str) -> list[tuple[date, str]]:
    """Return the records of a kind that state a day, the latest first."""
    with portal.asked.noting():
        days = [(updated_on(one, portal.today), one.id) for one in getattr(portal.profiles, folder).values()]
    return sorted(((day, key) for day, key in days if day), key=lambda one: (-one[0].toordinal(), one[1]))


class Ways:
    """The alphabets and the calendars of one reader."""

    def __init__(self, portal: Portal, reader: Reader, lists: Lists) -> None:
        self.portal = portal
        self.reader = reader
        self.lists = lists
        self._letters: dict[str, list[Letter]] = {}
        self._latest = cache(lambda folder: updates(portal, folder))

    def letters(self, folder: str) -> list[Letter]:
        """Return the whole alphabet of a list."""
        self.portal.asked.now.add((f"letters {self.reader.tag} {folder}", ""))
        return self._alphabet(folder)

    def letters_on(self, folder: str, number: int) -> Iterator[tuple[int, Letter]]:
        """Yield the letters of a page with their place in the alphabet, each with the names that stand there."""
        start = 0
        for place, letter in enumerate(self.letters(folder), 1):
            cut = slice(max(0, (number - 1) * NAMES - start), max(0, number * NAMES - start))
            start += len(letter.names)
            if letter.names[cut]:
                yield place, letter._replace(names=letter.names[cut])

    def letter_pages(self, folder: str) -> int:
        """Return on how many pages the alphabet stands."""
        return pages_of(sum(len(one.names) for one in self.letters(folder)), NAMES)

    def month_pages(self, folder: str) -> int:
        """Return on how many pages the months stand."""
        self.portal.asked.now.add((f"updates {self.reader.tag} {folder}", ""))
        return pages_of(len(self._latest(folder)))

    def months(self, folder: str, number: int) -> list[tuple[str, list[Any]]]:
        """Return the records of a page by the month in which they last changed, the latest first."""
        self.portal.asked.now.add((f"updates {self.reader.tag} {folder}", str(number)))
        records = getattr(self.portal.profiles, folder)
        months = groupby(self._updates(folder, number), lambda one: (one[0].year, one[0].month))
        return [(self.reader.month(date(*month, 1)), [records[key] for _, key in found]) for month, found in months]

    def answer(self, kind: str, folder: str, key: str) -> str:
        """Return the answer to a question noted here, as text."""
        if kind == "letters":
            return repr(self._alphabet(folder))
        return repr(self._updates(folder, int(key)) if key else len(self._latest(folder)))

    def _updates(self, folder: str, number: int) -> list[tuple[date, str]]:
        return self._latest(folder)[(number - 1) * lists.ROWS : number * lists.ROWS]

    def _alphabet(self, folder: str) -> list[Letter]:
        if folder not in self._letters:
            with self.portal.asked.noting():
                self._letters[folder] = list(self._made(folder))
        return self._letters[folder]

    def _made(self, folder: str) -> Iterator[Letter]:
        found: dict[tuple[str, str], list[tuple[str, Words]]] = {}
        for key in self.lists.order(folder):
            words = words_of(getattr(self.portal.profiles, folder)[key], self.reader)
            found.setdefault((self.reader.foreign_script(words.text), self.reader.initial(words.text)), []).append((key, words))
        start = 0
        for (script, letter), names in sorted(found.items(), key=lambda one: (one[0][0], self.reader.sort_key(one[0][1]))):
            yield Letter(script, letter, start // NAMES + 1, tuple(names))
            start += len(names)
