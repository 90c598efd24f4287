"""One YAML file as plain text values, with the place of each: strict, bounded, and never guessing types."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from c2site.errors import DataError, problem

try:
    from yaml import CSafeLoader
except ImportError as missing:  # pragma: no cover - depends on the installation
    raise ImportError("PyYAML was installed without its C loader, which is 20 times as fast; reinstall it from a wheel") from missing

MOST_BYTES = 256 * 1024
MOST_NODES = 20_000
DEEPEST = 20

SUSPICIOUS = re.compile(r"[&*!%]|<<|^---|^\.\.\.|^[ \-?:]{19,}", re.MULTILINE)
INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]")
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
            spot = key.start_mark if isinstance(node, (MappingNode, SequenceNode)) and isinstance(step, str) else node.start_mark
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
    problems = list(_refused(path, text)) if SUSPICIOUS.search(text) or text.count("[") + text.count("{") > DEEPEST else []
    if problems:
        raise DataError(problems)
    root = _composed(path, text)
    if root is None:
        raise DataError([problem("file-empty", path)])
    if not isinstance(root, MappingNode):
        found = "a list" if isinstance(root, SequenceNode) else "plain text"
        raise DataError([problem("yaml-not-mapping", path, (1, 1), found=found)])
    walk = _Walk(path)
    values = walk.plain(root, 1)
    if INVISIBLE.search(text):
        walk.problems.extend(_invisible(path, text))
    if walk.problems:
        raise DataError(walk.problems)
    return Document(path, values, root)


def _decoded(path: str, raw: bytes) -> str:
    if len(raw) > MOST_BYTES:
        raise DataError([problem("file-too-large", path, found=f"{len(raw):,}", allowed=f"{MOST_BYTES:,}")])
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - (raw.rfind(b"\n", 0, error.start) + 1) + 1
        raise DataError([problem("file-not-text", path, (line, column))]) from None


def _composed(path: str, text: str) -> Node | None:
    try:
        return yaml.compose(text, Loader=CSafeLoader)
    except yaml.YAMLError as error:
        raise DataError([_syntax(path, text, error)]) from None


def _syntax(path: str, text: str, error: yaml.YAMLError) -> Any:
    mark = getattr(error, "problem_mark", None)
    place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    line = text.splitlines()[place[0] - 1] if mark and place[0] <= text.count("\n") + 1 and text.splitlines()[place[0] - 1 :] else ""
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return problem("yaml-tab", path, place)
    what = getattr(error, "problem", None) or str(error).splitlines()[0]
    hint = ""
    if "mapping values are not allowed" in what:
        hint = "A text that holds `: ` must stand in quotes, or the line is indented too far."
    elif "could not find expected ':'" in what:
        hint = "Write `field: value` with a colon and a space."
    elif "found unexpected end of stream" in what or "while scanning a quoted" in str(error):
        hint = "A quotation mark is opened and never closed."
    elif "did not find expected key" in what or "did not find expected '-'" in what:
        hint = "Check the indentation of this line against the lines above."
    elif "found character that cannot start" in what:
        hint = "Put a text that begins with this character into quotes."
    return problem("yaml-syntax", path, place, found=what, nearest=hint)


def _refused(path: str, text: str) -> Iterator[Any]:
    """Look at the tokens, which are never nested, before anything recursive touches the text."""
    codes = {yaml.AnchorToken: "yaml-alias", yaml.AliasToken: "yaml-alias", yaml.TagToken: "yaml-tag", yaml.DirectiveToken: "yaml-directive"}
    opening = (yaml.BlockMappingStartToken, yaml.BlockSequenceStartToken, yaml.FlowMappingStartToken, yaml.FlowSequenceStartToken)
    closing = (yaml.BlockEndToken, yaml.FlowMappingEndToken, yaml.FlowSequenceEndToken)
    documents = depth = 0
    try:
        for token in yaml.scan(text, Loader=CSafeLoader):
            place = (token.start_mark.line + 1, token.start_mark.column + 1)
            depth += isinstance(token, opening) - isinstance(token, closing)
            documents += isinstance(token, yaml.DocumentStartToken)
            if depth > DEEPEST:
                yield problem("yaml-depth", path, place, allowed=DEEPEST)
                return
            if type(token) in codes:
                tag = "".join(part or "" for part in token.value) if isinstance(token, yaml.TagToken) else ""
                yield problem(codes[type(token)], path, place, found=tag)
            if documents > 1:
                yield problem("yaml-documents", path, place)
                return
    except yaml.YAMLError as error:
        yield _syntax(path, text, error)


def _invisible(path: str, text: str) -> Iterator[Any]:
    for number, line in enumerate(text.split("\n"), 1):
        for match in INVISIBLE.finditer(line.rstrip("\r")):
            char = f"U+{ord(match.group()):04X}"
            yield problem("text-control", path, (number, match.start() + 1), found=char, position=match.start() + 1)


class _Walk:
    """One pass over the nodes: text out, everything refused collected."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Any] = []
        self.nodes = 0

    def plain(self, node: Node, depth: int) -> Any:
        """Return the node as text, list or map; empty values are None."""
        self.nodes += 1
        if isinstance(node, ScalarNode):
            return None if not node.style and node.value in ABSENT else node.value
        if depth > DEEPEST:
            self._tell("yaml-depth", node, allowed=DEEPEST)
            return None
        if self.nodes > MOST_NODES:
            raise DataError([problem("yaml-nodes", self.path, allowed=f"{MOST_NODES:,}")])
        if isinstance(node, SequenceNode):
            return ["" if value is None else value for value in (self.plain(child, depth + 1) for child in node.value)]
        return self._mapping(node, depth)

    def _mapping(self, node: MappingNode, depth: int) -> dict[str, Any]:
        values: dict[str, Any] = {}
        first: dict[str, int] = {}
        for key, child in node.value:
            if not isinstance(key, ScalarNode):
                self._tell("yaml-key", key)
            elif key.value == "<<":
                self._tell("yaml-merge", key)
            elif key.value in first:
                self._tell("yaml-duplicate", key, found=key.value, first=first[key.value])
            else:
                first[key.value] = key.start_mark.line + 1
                value = self.plain(child, depth + 1)
                if value is not None:
                    values[key.value] = value
        return values

    def _tell(self, code: str, node: Node, **found: object) -> None:
        self.problems.append(problem(code, self.path, (node.start_mark.line + 1, node.start_mark.column + 1), **found))
