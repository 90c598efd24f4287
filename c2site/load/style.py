"""A record's file in the house's style: two spaces a level, short lists in brackets, long texts folded, comments where they were."""

from collections import deque
from collections.abc import Iterator
from itertools import pairwise, takewhile
from typing import Any

from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from c2site.errors import DataError, problem
from c2site.load.document import ABSENT, Document, parsed
from c2site.load.lettering import bracketed, on_lines, on_one_line, quoted
from c2site.load.remarks import Remark, remarks
from c2site.model.notation import WIDTH

STEP = 2
Entry = Node | tuple[Node, Node]


def styled(path: str, raw: bytes) -> bytes:
    """Return the record in `raw` in the house's style: the same values in the same order, the same comments.

    Raise DataError with what is wrong with its YAML, or where it cannot be written otherwise without losing something.
    """
    values, text = parsed(path, raw).values, raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    before = parsed(path, text.encode())
    written = "\n".join(_Page(text, before.root).block(before.root, 0, -1, len(text))) + "\n"
    after = _read_back(path, written)
    if not after or after.values != values or _everything(written, after) != _everything(text, before):
        raise DataError([problem("style-refused", path)])
    return written.encode()


def _read_back(path: str, written: str) -> Document | None:
    try:
        return parsed(path, written.encode())
    except DataError:
        return None


def _everything(text: str, document: Document) -> Any:
    """Return what a file says and its comments, both in order."""
    return _said(document.root), [one.text for one in remarks(text, document.root)]


def _said(node: Node) -> Any:
    """Return everything a node says, with the order of its fields and those that are empty."""
    if isinstance(node, ScalarNode):
        return None if not node.style and node.value in ABSENT else node.value
    if isinstance(node, MappingNode):
        return [(_said(key), _said(value)) for key, value in node.value]
    return [[_said(one)] for one in node.value]


class _Page:
    """Writes nodes as lines and puts each comment where it stood."""

    def __init__(self, text: str, root: Node) -> None:
        self.text = text
        self.left = deque(remarks(text, root))

    def block(self, node: CollectionNode, indent: int, outer: int, until: int) -> list[str]:
        """Return a map or list with an entry a line; `outer` is the column of what it stands in, `until` is where the next thing begins."""
        lines: list[str] = []
        column = None if node.flow_style else node.start_mark.column
        until = node.end_mark.index if node.flow_style else until
        for number, (entry, after) in enumerate(pairwise([*node.value, None])):
            start = _start(entry)
            lines += self._alone(start, indent, column)
            if number and self._blank_above(start):
                lines.append("")
            lines += self._entry(entry, indent, column, _start(after) if after else until)
        return lines + self._alone(until, indent, column, -1 if node.flow_style else outer)

    def _entry(self, entry: Entry, indent: int, column: int | None, until: int) -> list[str]:
        around = indent if column is None else column
        if isinstance(entry, tuple):
            key, value = entry
            return self._value(f"{' ' * indent}{on_one_line(key) or quoted(key.value)}:", value, indent, around, until)
        if isinstance(entry, ScalarNode) or self._in_brackets(entry, indent + STEP):
            return self._value(f"{' ' * indent}-", entry, indent, around, until)
        lines = self.block(entry, indent + STEP, around, until)
        above = [*takewhile(lambda line: line.lstrip().startswith("#"), lines)]
        first, *others = lines[len(above) :]
        return [*(line[STEP:] for line in above), f"{' ' * indent}- {first.lstrip()}", *others]

    def _value(self, label: str, node: Node, indent: int, outer: int, until: int) -> list[str]:
        """Return what follows a field's name or a dash, with the comment at its end."""
        short = self._in_brackets(node, len(label) + 1)
        if isinstance(node, ScalarNode) or short:
            first, *others = _lines(label, node, indent + STEP) if isinstance(node, ScalarNode) else [f"{label} {short}"]
            above = [*self._beside(node.end_mark.index, until)]
            beside = above.pop() if above and not above[-1].alone else None
            return [*(" " * indent + one.text for one in above), _with(first, beside), *others]
        beside = next(self._beside(0, _start(node.value[0])), None)
        return [_with(label, beside), *self.block(node, indent + STEP, outer, until)]

    def _in_brackets(self, node: Node, before: int) -> str:
        """Return a list or map in brackets where it is empty, or has no comment and fits behind what stands before it; else nothing."""
        if isinstance(node, CollectionNode) and not node.value:
            return bracketed(node) or ""
        comment = next((one.index for one in self.left if one.index > node.start_mark.index), len(self.text))
        if isinstance(node, ScalarNode) or comment < node.end_mark.index:
            return ""
        if not node.flow_style and not (isinstance(node, SequenceNode) and all(isinstance(one, ScalarNode) for one in node.value)):
            return ""
        written = bracketed(node)
        return written if written and before + len(written) <= WIDTH else ""

    def _alone(self, until: int, indent: int, column: int | None, outer: int = -1) -> list[str]:
        """Return the comments before `until` that stand further right than `outer`; they move with what they stand in."""
        lines = []
        while self.left and self.left[0].index < until and self.left[0].column > outer:
            one = self.left.popleft()
            if self._blank_above(one.index):
                lines.append("")
            at = indent if column is None or not one.alone else max(0, one.column + indent - column)
            lines.append(" " * at + one.text)
        return lines

    def _beside(self, inside: int, until: int) -> Iterator[Remark]:
        """Yield the comments that belong to one value: those before the end of it, and the one behind it."""
        while self.left and self.left[0].index < until and (self.left[0].index < inside or not self.left[0].alone):
            yield self.left.popleft()

    def _blank_above(self, index: int) -> bool:
        line = self.text.rfind("\n", 0, index)
        return line > 0 and not self.text[self.text.rfind("\n", 0, line) + 1 : line].strip()


def _start(entry: Entry) -> int:
    return (entry[0] if isinstance(entry, tuple) else entry).start_mark.index


def _lines(label: str, node: ScalarNode, indent: int) -> list[str]:
    """Return a text behind its label, or on lines below it where it is long."""
    line = on_one_line(node)
    block = None if line is not None and len(label) + 1 + len(line) <= WIDTH else on_lines(node, indent)
    if block and (line is None or len(block[1]) > 1 or len(block[1][0]) <= WIDTH - indent):
        return [f"{label} {block[0]}", *(" " * indent + one if one else "" for one in block[1])]
    return [f"{label} {quoted(node.value) if line is None else line}".rstrip()]


def _with(line: str, remark: Remark | None) -> str:
    """Return a line with the comment at its end, below those of other lines where these stand not too far right."""
    if not remark:
        return line
    return line.ljust(max(len(line) + 2, remark.column if remark.column <= WIDTH // 2 else 0)) + remark.text
