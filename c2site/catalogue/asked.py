"""What a page asks of the records: noted while it is made, so that it is made again when an answer has changed, and only then.

A question is a pair of texts: (`offerings`, id) asks for a record, (`offerings_of_sme`, id) for the ids a relation gives,
(`smes`, `*`) for all of a kind, (`smes`, `#`) for how many there are. Whatever is asked of a `Shelf` is noted by itself.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import wraps
from typing import Any

Question = tuple[str, str]
ALL, NUMBER = "*", "#"


class Asked:
    """Collects questions; `now` are those since the last time somebody began to note."""

    def __init__(self) -> None:
        self.now: set[Question] = set()

    @contextmanager
    def noting(self) -> Iterator[set[Question]]:
        """Give the set in which the questions of this block are noted, and nowhere else."""
        outer, self.now = self.now, set()
        try:
            yield self.now
        finally:
            self.now = outer

    def kept(self, make: Callable[..., Any]) -> Callable[..., Any]:
        """Return `make` with its results kept by their arguments; whoever gets one has asked what was asked to make it."""
        results: dict[tuple, tuple[Any, frozenset[Question]]] = {}

        @wraps(make)
        def ask(*key: Any) -> Any:
            found = results.get(key)
            if found is None:
                with self.noting() as questions:
                    made = make(*key)
                found = results[key] = made, frozenset(questions)
            self.now |= found[1]
            return found[0]

        return ask


class Shelf(dict):
    """Records, or a relation's ids, by id; notes what it is asked under its name."""

    __slots__ = ("asked", "name")

    def __init__(self, name: str, asked: Asked, items: Mapping[str, Any]) -> None:
        super().__init__(items)
        self.name = name
        self.asked = asked

    def __getitem__(self, key: str) -> Any:
        self.asked.now.add((self.name, key))
        return dict.__getitem__(self, key)

    def get(self, key: str, default: Any = None) -> Any:
        """Return what lies under `key`, or `default`."""
        self.asked.now.add((self.name, key))
        return dict.get(self, key, default)

    def __contains__(self, key: object) -> bool:
        self.asked.now.add((self.name, str(key)))
        return dict.__contains__(self, key)

    def __len__(self) -> int:
        self.asked.now.add((self.name, NUMBER))
        return dict.__len__(self)

    def __iter__(self) -> Iterator[str]:
        self.asked.now.add((self.name, ALL))
        return dict.__iter__(self)

    def keys(self) -> Any:
        """Return all ids."""
        self.asked.now.add((self.name, ALL))
        return dict.keys(self)

    def values(self) -> Any:
        """Return everything."""
        self.asked.now.add((self.name, ALL))
        return dict.values(self)

    def items(self) -> Any:
        """Return all ids with what lies under them."""
        self.asked.now.add((self.name, ALL))
        return dict.items(self)

    def quietly(self, key: str) -> Any:
        """Return what lies under `key`, or None, without a note: for answers."""
        return dict.get(self, key)

    def all_quietly(self) -> Any:
        """Return everything by id, without a note."""
        return dict.items(self)
