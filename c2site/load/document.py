"""One YAML file as plain text values, with the place of each: strict, bounded, and never guessing types."""

from dataclasses import dataclass
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

try:
    from yaml.cyaml import CParser
except ImportError as missing:  # pragma: no cover - depends on the installation
    raise ImportError("PyYAML lacks its C loader, which is 20 times as fast; reinstall it from a wheel") from missing

from c2site.errors import DataError, Figure, Problem, fragment, problem
from c2site.load.faults import DEEPEST, INVISIBLE, MOST_TOLD, invisible, refused, syntax_fault, told_of

MOST_BYTES = 256 * 1024
MOST_NODES = 20_000
ABSENT = frozenset({"", "~", "null", "Null", "NULL"})

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Document:
    """`values` holds maps, lists and text only; an empty value is left out, for absent means “not known”."""

    path: str
    values: dict[str, Any]
    root: MappingNode

    def place(self, path: Path) -> tuple[int, int]:
        """Return line and column, from 1, of the value at `path`, or of the nearest value around it."""
        node: Node = self.root
        spot = node.start_mark
        for step in path:
            found = _child(node, step)
            if found is None:
                break
            key, node = found
            spot = (
                key.start_mark
                if isinstance(node, (MappingNode, SequenceNode)) and isinstance(step, str)
                else node.start_mark
            )
        return spot.line + 1, spot.column + 1

    def key_place(self, path: Path) -> tuple[int, int]:
        """Return line and column of the field name that leads to the value at `path`."""
        node: Node = self.root
        spot = node.start_mark
        for step in path:
            found = _child(node, step)
            if found is None:
                break
            key, node = found
            spot = key.start_mark
        return spot.line + 1, spot.column + 1


def _child(node: Node, step: str | int) -> tuple[Node, Node] | None:
    if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step], node.value[step]
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if key.value == str(step):
                return key, value
    return None


def parsed(path: str, raw: bytes) -> Document:
    """Return the record in `raw`; `path` is only told. Raise DataError with everything that is wrong with the YAML."""
    text = _decoded(path, raw)
    hidden = list(invisible(path, text))
    try:
        document = _document(path, text)
    except DataError as error:
        # An invisible character explains what libyaml stumbled over.
        raise DataError([*hidden, *(one for one in error.problems if not hidden or one.code != "yaml-syntax")]) from None
    if hidden:
        raise DataError(hidden)
    return document


def _document(path: str, text: str) -> Document:
    problems = list(refused(path, text))
    if problems:
        raise DataError(problems)
    root = _composed(path, text)
    walk = _Walk(path, escapes="\\" in text)
    values = walk.plain(root, 1)
    if walk.problems:
        raise DataError(walk.problems)
    return Document(path, values, root)


def _decoded(path: str, raw: bytes) -> str:
    if len(raw) > MOST_BYTES:
        raise DataError([problem("file-too-large", path, found=Figure(len(raw)), allowed=Figure(MOST_BYTES))])
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        good = raw[: error.start].decode("utf-8-sig", "replace")
        place = (good.count("\n") + 1, len(good) - (good.rfind("\n") + 1) + 1)
        raise DataError([problem("file-not-text", path, place)]) from None


def _composed(path: str, text: str) -> MappingNode:
    try:
        root = _Loader(text).get_single_node()
    except yaml.YAMLError as error:
        raise DataError([syntax_fault(path, text, error)]) from None
    if root is None:
        raise DataError([problem("file-empty", path)])
    if not isinstance(root, MappingNode):
        found = fragment("list" if isinstance(root, SequenceNode) else "text")
        place = (root.start_mark.line + 1, root.start_mark.column + 1)
        raise DataError([problem("yaml-not-mapping", path, place, found=found)])
    return root


class _Loader(CParser):
    """libyaml's parser without PyYAML's guesses at types, which take a third of its time."""

    def __init__(self, text: str) -> None:
        CParser.__init__(self, text)

    def resolve(self, kind: type[Node], value: str | None, implicit: object) -> str:
        return ""

    def descend_resolver(self, parent: Node | None, index: object) -> None:
        pass

    def ascend_resolver(self) -> None:
        pass


class _Walk:
    """One pass over the nodes: text out, everything refused collected.

    `escapes` says that the file holds backslashes, which write characters nobody sees in the file itself.
    """

    def __init__(self, path: str, escapes: bool) -> None:
        self.path = path
        self.escapes = escapes
        self.problems: list[Problem] = []
        self.nodes = 0

    def plain(self, node: Node, depth: int) -> Any:
        """Return the node as text, list or map; empty values are None."""
        self.nodes += 1
        if self.nodes > MOST_NODES:
            raise DataError([problem("yaml-nodes", self.path, allowed=Figure(MOST_NODES))])
        if isinstance(node, ScalarNode):
            return self._text(node)
        if depth > DEEPEST:
            self._tell("yaml-depth", node, allowed=DEEPEST)
            return None
        if isinstance(node, SequenceNode):
            return ["" if value is None else value for value in (self.plain(one, depth + 1) for one in node.value)]
        return self._mapping(node, depth)

    def _text(self, node: ScalarNode) -> str | None:
        hidden = INVISIBLE.search(node.value) if self.escapes and node.style == '"' else None
        if hidden:
            self._tell("text-control", node, **told_of(hidden))
        return None if not node.style and node.value in ABSENT else node.value

    def _mapping(self, node: MappingNode, depth: int) -> dict[str, Any]:
        values: dict[str, Any] = {}
        first: dict[str, int] = {}
        for key, child in node.value:
            name = self._name(key)
            if name is None:
                continue
            if name in first:
                self._tell("yaml-duplicate", key, found=name, first=first[name])
                continue
            first[name] = key.start_mark.line + 1
            value = self.plain(child, depth + 1)
            if value is not None:
                values[name] = value
        return values

    def _name(self, key: Node) -> str | None:
        """Return a field's name, or None where it is none."""
        if not isinstance(key, ScalarNode):
            self._tell("yaml-key", key)
            return None
        if key.value == "<<":
            self._tell("yaml-merge", key)
            return None
        self._text(key)
        return key.value

    def _tell(self, code: str, node: Node, **found: object) -> None:
        if len(self.problems) == MOST_TOLD:
            return
        place = (node.start_mark.line + 1, node.start_mark.column + 1)
        self.problems.append(problem(code, self.path, place, **found))
