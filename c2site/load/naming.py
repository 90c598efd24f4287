"""Giving the fields of a file's maps other names, as where the ids of records are such names; every other byte stays."""

from collections.abc import Collection

from yaml.nodes import MappingNode, Node

from c2site.errors import DataError, problem
from c2site.load.document import Path, parsed
from c2site.model.notation import scalar


def with_names(path: str, raw: bytes, places: Collection[Path], new: str) -> bytes:
    """Return the file with the fields at `places` named `new`. Raise DataError where a map has such a field already."""
    mark, document = raw[: 3 * raw.startswith(b"\xef\xbb\xbf")], parsed(path, raw)
    text = raw.decode("utf-8-sig")
    for key in sorted((_key(document.root, place) for place in places), key=lambda one: -one.start_mark.index):
        text = text[: key.start_mark.index] + scalar(new) + text[key.end_mark.index :]
    if parsed(path, text.encode()).values != _renamed(path, raw, places, new):
        raise DataError([problem("edit-refused", path)])
    return mark + text.encode()


def _key(root: MappingNode, place: Path) -> Node:
    key: Node = root
    node: Node = root
    for step in place:
        if isinstance(node, MappingNode):
            key, node = next((name, value) for name, value in node.value if name.value == step)
        else:
            key = node = node.value[step]
    return key


def _renamed(path: str, raw: bytes, places: Collection[Path], new: str) -> dict:
    """Return the values the file must say afterwards; a map that has the name already keeps fewer fields than it had."""
    values = parsed(path, raw).values
    for *holder, old in places:
        fields = values
        for step in holder:
            fields = fields[step]
        renamed = [(new if name == old else name, one) for name, one in fields.items()]
        fields.clear()
        fields.update(renamed)
    return values
