"""Changing a record's file as an editor would: comments, order and every byte around the change stay as they are."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import NoneType
from typing import Any

from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from c2site.errors import DataError, Problem, problem
from c2site.load.document import Document, Path, parsed
from c2site.load.files import record_file
from c2site.load.nodes import after, comment_behind, entry, extent, line_end, node_at, on_lines, scalars
from c2site.load.remarks import remarks
from c2site.load.shapes import figured
from c2site.model.notation import WIDTH, flow, item_lines, scalar, yaml_lines

Value = str | list | dict
EMPTY = (None, [], {})
SHAPES = {SequenceNode: list, MappingNode: dict}


def edited(path: str, raw: bytes, changes: Mapping[Path, Value | None], order: Sequence[str] = ()) -> bytes:
    """Return the record in `raw` with each value at its place; None takes a field or an item out, and whatever is empty without it.

    A place one past the end of a list adds an item. New fields of the record stand where `order` has them, others last in their map.
    The result is read again and must say exactly what was asked: raise DataError where only a person can make the change.
    """
    mark, text = raw[: 3 * raw.startswith(b"\xef\xbb\xbf")], raw.decode("utf-8-sig")
    if not text.endswith("\n") and _values(path, text) == _values(path, text + line_end(text)):
        text += line_end(text)
    for place, value in sorted(changes.items(), key=_removals_last_from_the_end):
        document = parsed(path, text.encode())
        text = _changed(document, text, place, _as_written(path, place, value), order)
    return mark + text.encode()


def _as_written(path: str, place: Path, value: Value | None) -> Value | None:
    """Return a value with numbers that stand without quotes where the file's kind of record has numbers."""
    try:
        return figured(record_file(path).kind.record, place, value)
    except DataError:
        return value


def _removals_last_from_the_end(change: tuple[Path, Value | None]) -> tuple[bool, list[int]]:
    """Order changes so that each finds its place: taking out an item moves those behind it."""
    place, value = change
    return value is None, [-step for step in place if isinstance(step, int)] if value is None else []


def _changed(document: Document, text: str, place: Path, value: Value | None, order: Sequence[str]) -> str:
    """Return the text with the smallest change that gives what is wanted and loses no comment but those of what is taken out."""
    try:
        wanted = with_value(document.values, place, value)
    except LookupError:
        raise DataError([_refused(document, place)]) from None
    if document.values == wanted:
        return text
    kept = _comments(text, document) - (_comments_taken_out(text, document, place) if value is None else Counter())
    for new in _rewritings(document, text, place, value, order):
        after = _read_back(document.path, new)
        if after and after.values == wanted and kept <= _comments(new, after):
            return new
    raise DataError([_refused(document, place)])


def _rewritings(document: Document, text: str, place: Path, value: Value | None, order: Sequence[str]) -> Iterator[str]:
    """Yield the text with another value in its line, else with what it stands in written anew, the innermost first."""
    yield from _spliced(text, node_at(document.root, place[:-1]), place[-1], value)
    for spot in _Spot.around(document.root, place):
        now = with_value(value_at(document.values, spot.place), place[len(spot.place) :], value)
        if not spot.empties(now):
            yield spot.rewritten(text, now, order)


def _spliced(text: str, holder: Node | None, step: str | int, value: Value | None) -> Iterator[str]:
    """Yield the text with one text for another within its line, whatever stands around it."""
    found = entry(holder, step)
    if found and isinstance(found[1], ScalarNode) and not on_lines(found[1]) and isinstance(value, str):
        start, end = found[1].start_mark, found[1].end_mark
        new = scalar(value, in_list=holder.flow_style)
        if start.line == end.line and start.index < end.index and start.column + len(new) <= WIDTH:
            yield text[: start.index] + new + text[end.index :]


def _comments(text: str, document: Document) -> Counter[str]:
    return Counter(one.text for one in remarks(text, document.root))


def _comments_taken_out(text: str, document: Document, place: Path) -> Counter[str]:
    """Return the comments inside and right behind what goes with the value at `place`."""
    gone = next(place[:end] for end in range(1, len(place) + 1) if with_value(value_at(document.values, place[:end]), place[end:], None) in EMPTY)
    start, end = extent(text, entry(node_at(document.root, gone[:-1]), gone[-1]))
    return Counter(one.text for one in remarks(text, document.root) if start <= one.index < end)


def _refused(document: Document, place: Path) -> Problem:
    return problem("edit-refused", document.path, document.place(place), ".".join(map(str, place)))


def _values(path: str, text: str) -> dict[str, Any] | None:
    document = _read_back(path, text)
    return document and document.values


def _read_back(path: str, text: str) -> Document | None:
    try:
        return parsed(path, text.encode())
    except DataError:
        return None


def with_value(values: Any, place: Path, value: Value | None) -> Any:
    """Return the values with one changed; what is empty then is absent. Raise LookupError where no such place can be."""
    if not place:
        return value
    step, rest = place[0], place[1:]
    if isinstance(step, int):
        items = _as(list, values)
        now = with_value(items[step] if step < len(items) else None, rest, value)
        return [*items[:step], *([] if now in EMPTY else [now]), *items[step + 1 :]]
    fields = _as(dict, values)
    fields[step] = with_value(fields.get(step), rest, value)
    return {name: one for name, one in fields.items() if name != step or one not in EMPTY}


def _as(shape: type, values: Any) -> Any:
    if not isinstance(values, (shape, NoneType)):
        raise LookupError(values)
    return shape(values or ())


def value_at(values: Any, place: Path) -> Any:
    """Return the value at `place`, None where there is none."""
    for step in place:
        found = isinstance(values, list) and isinstance(step, int) and step < len(values)
        values = values[step] if found else values.get(step) if isinstance(values, dict) else None
    return values


@dataclass(frozen=True)
class _Spot:
    """A field of a block map, or an item of a block list, that may be there already; `place` leads to it."""

    holder: CollectionNode
    place: Path

    @classmethod
    def around(cls, root: MappingNode, place: Path) -> list["_Spot"]:
        """Return the spots on the way to `place`, the innermost first."""
        found, node = [], root
        for depth, step in enumerate(place):
            if not isinstance(node, CollectionNode) or node.flow_style:
                break
            found.append(cls(node, place[: depth + 1]))
            inner = entry(node, step)
            if inner is None:
                break
            node = inner[1]
        return found[::-1]

    def empties(self, value: Any) -> bool:
        """Return whether nothing is left of what this spot stands in, which then goes as a whole."""
        return value in EMPTY and len(self.holder.value) == 1 and len(self.place) > 1

    def rewritten(self, text: str, value: Any, order: Sequence[str]) -> str:
        """Return `text` with `value` at this spot, or with nothing there."""
        lines, found = re.findall(r".*\n", text), entry(self.holder, self.place[-1])
        if found is None:
            first = last = self._after(lines, order)
            head, comment = " " * self.holder.start_mark.column, ""
        elif value in EMPTY:
            first, last, head, comment = found[0].start_mark.line, after(found[1], lines), "", ""
        elif inline := _inline(text, found[1], value):
            return inline
        else:
            first, last = found[0].start_mark.line, after(found[1], lines)
            head, comment = lines[first][: self.holder.start_mark.column], comment_behind(*found, lines)
        return "".join([*lines[:first], *self._written(value, head, comment, line_end(text)), *lines[last:]])

    def _written(self, value: Any, head: str, comment: str, end: str) -> list[str]:
        if value in EMPTY:
            return []
        step, width = self.place[-1], WIDTH - len(head)
        first, *rest = item_lines(value, width) if isinstance(step, int) else yaml_lines({step: value}, width)
        return [f"{head}{first}{comment}{end}", *(f"{' ' * len(head)}{line}{end}" for line in rest)]

    def _after(self, lines: list[str], order: Sequence[str]) -> int:
        """Return the line at which something new begins: behind what stands before it in `order`, else at the holder's end."""
        nodes = self.holder.value
        if isinstance(self.holder, MappingNode) and len(self.place) == 1 and self.place[0] in order:
            before = set(order[: order.index(self.place[0])])
            known = [value for key, value in nodes if key.value in before]
            return after(known[-1], lines) if known else nodes[0][0].start_mark.line
        return after(self.holder, lines)


def _inline(text: str, node: Node, value: Any) -> str | None:
    """Return the text with a list or map that stays in its line; None where it needs lines of its own."""
    start, end = node.start_mark, node.end_mark
    if not isinstance(node, CollectionNode) or not node.flow_style or start.line != end.line or type(value) is not SHAPES[type(node)]:
        return None
    new = flow(value, {one.value: text[one.start_mark.index : one.end_mark.index] for one in scalars(node)})
    return text[: start.index] + new + text[end.index :] if start.column + len(new) <= WIDTH else None
