"""Progress of long work: bars on a terminal, and single lines everywhere."""

import sys
from collections.abc import Iterator, Sequence
from typing import TypeVar

Item = TypeVar("Item")


class Progress:
    """Shows how far a list of things is done; silent unless `shown`."""

    def __init__(self, shown: bool | None = None) -> None:
        self.shown = sys.stderr.isatty() if shown is None else shown

    def tell(self, line: str) -> None:
        """Say one line, above the bar where there is one."""
        print(line, file=sys.stderr, flush=True)

    def over(self, label: str, items: Sequence[Item]) -> Iterator[Item]:
        """Yield the items, one bar for the whole."""
        if not self.shown:
            yield from items
            return
        # Imported for people who watch only: a preview starts sooner.
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
        from rich.progress import Progress as Bars

        columns = (TextColumn("{task.description:<12}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        with Bars(*columns, console=Console(stderr=True)) as bars:
            task = bars.add_task(label, total=len(items))
            for item in items:
                yield item
                bars.advance(task)
