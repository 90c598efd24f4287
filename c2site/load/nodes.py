"""Where the fields and items of a YAML file stand in its text: found by name or number, with the lines and comments that are theirs."""

import re
from collections.abc import Iterator

from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from c2site.load.document import Path

Entry = tuple[Node, Node]
COMMENT = re.compile(r"\s*#.*")
# A comment on the line on which a value ends; a text on lines of its own ends where the next line begins.
BESIDE = re.compile(r"(?:(?<!\n)[ \t,]*#.*)?")


def entry(node: Node | None, step: str | int) -> Entry | None:
    """Return a field's name and value, or an item twice; None where there is none."""
    if isinstance(node, SequenceNode):
        return (node.value[step], node.value[step]) if isinstance(step, int) and step < len(node.value) else None
    return next(((key, value) for key, value in node.value if key.value == step), None) if isinstance(node, MappingNode) else None


def node_at(root: Node, place: Path) -> Node | None:
    """Return what stands at `place`, None where nothing does."""
    node: Node | None = root
    for step in place:
        found = entry(node, step)
        node = found[1] if found else None
    return node


def scalars(node: Node | Entry) -> Iterator[ScalarNode]:
    """Yield the texts in a node, names of fields too."""
    if isinstance(node, ScalarNode):
        yield node
    else:
        yield from (one for inner in (node if isinstance(node, tuple) else node.value) for one in scalars(inner))


def on_lines(node: Node) -> bool:
    """Return whether a node is a text on lines of its own, below `|` or `>`."""
    return isinstance(node, ScalarNode) and node.style in ("|", ">")


def after(node: Node, lines: list[str]) -> int:
    """Return the number of the line behind a node's last one; what follows it, comments and blank lines, belongs to the next."""
    node = _last(node)
    if not on_lines(node):
        return node.end_mark.line + 1
    end = min(node.end_mark.line, len(lines))
    while not lines[end - 1].strip():
        end -= 1
    return max(end, node.start_mark.line + 1)


def _last(node: Node) -> Node:
    """Return what a node ends with: for a list or map on lines the last thing in it."""
    while isinstance(node, CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    return node


def extent(text: str, found: Entry) -> tuple[int, int]:
    """Return where an entry begins, and where it ends with the comment on its last line."""
    return found[0].start_mark.index, BESIDE.match(text, _last(found[1]).end_mark.index).end()


def comment_behind(key: Node, value: Node, lines: list[str]) -> str:
    """Return the comment that belongs to a value as a whole, with the blanks before it: behind it, or behind the sign that opens its lines."""
    last = _last(value)
    if last is not value and after(value, lines) > key.start_mark.line + 1:
        return ""
    mark = last.start_mark if on_lines(last) else last.end_mark
    rest = lines[mark.line][mark.column :].rstrip()
    found = COMMENT.fullmatch(re.sub(r"^[|>]\S*", "", rest) if on_lines(last) else rest)
    return found[0] if found else ""


def line_end(text: str) -> str:
    """Return how a text ends its lines."""
    return "\r\n" if "\r\n" in text else "\n"
