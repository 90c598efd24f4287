"""Whether the recorded printings are of editions that there are."""

from collections.abc import Iterable, Iterator

from c2site.errors import Problem, nearest, problem
from c2site.load.printings import printing_path
from c2site.model import Printing


def unknown_editions(printings: Iterable[Printing], editions: frozenset[str]) -> Iterator[Problem]:
    """Yield one problem for each printing whose edition is not among `editions`."""
    for one in printings:
        if one.edition not in editions:
            yield problem("printed-edition", printing_path(one), field="edition", found=one.edition, nearest=nearest(one.edition, editions) or "")
