"""The comments of a YAML file, each with its place: what a parser throws away and an editor wants back."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yaml.nodes import MappingNode, Node, ScalarNode

REMARK = re.compile(r"(?:(?<=[\s,\[\]{}])|^)#[^\n]*", re.MULTILINE)


@dataclass(frozen=True)
class Remark:
    """A comment; `index` and `column` count characters from 0, `alone` says that nothing stands before it on its line."""

    text: str
    index: int
    column: int
    alone: bool


def remarks(text: str, root: Node) -> Iterator[Remark]:
    """Yield the comments of `text` in order; `root` is what it was read as."""
    end = 0
    for start, stop in [*_scalars(text, root), (len(text), len(text))]:
        for match in REMARK.finditer(text, end, start):
            line = text.rfind("\n", 0, match.start()) + 1
            alone = not text[line : match.start()].strip()
            yield Remark(match.group().rstrip(), match.start(), match.start() - line, alone)
        end = stop


def _scalars(text: str, node: Node) -> Iterator[tuple[int, int]]:
    """Yield where each text begins and ends; a block's first line, which may bear a comment, does not belong to it."""
    if isinstance(node, ScalarNode):
        start, stop = node.start_mark.index, node.end_mark.index
        if node.style in ("|", ">"):
            start = _after(text, start)
            stop = max(start, start + len(text[start:stop].rstrip()))
        yield start, stop
    elif isinstance(node, MappingNode):
        for pair in node.value:
            for one in pair:
                yield from _scalars(text, one)
    else:
        for one in node.value:
            yield from _scalars(text, one)


def _after(text: str, index: int) -> int:
    """Return where the next line begins."""
    found = text.find("\n", index)
    return len(text) if found < 0 else found + 1
