"""How one text is written in a record's file: plain, in quotes, or on lines of its own."""

import json
import re

from yaml.nodes import MappingNode, Node, ScalarNode

from c2site.model.notation import WIDTH, scalar

# What ends a plain text inside brackets, or makes it something else.
NOT_IN_BRACKETS = re.compile(r"[,\[\]{}]|:(?:\s|$)|\s#")


def on_one_line(node: ScalarNode, in_brackets: bool = False) -> str | None:
    """Return a text as it stands behind its field's name, in quotes only where it needs them; None where it takes lines."""
    value = node.value
    if "\n" in value:
        return None
    if in_brackets and not value and not node.style:
        return None
    if not node.style:
        return quoted(value) if in_brackets and NOT_IN_BRACKETS.search(value) else value
    plain = scalar(value, in_list=in_brackets)
    if plain == value:
        return plain
    return None if node.style in ("|", ">") and value else quoted(value)


def bracketed(node: Node) -> str | None:
    """Return a text, list or map as it stands inside brackets; None where it takes lines."""
    if isinstance(node, ScalarNode):
        return on_one_line(node, in_brackets=True)
    if isinstance(node, MappingNode):
        pairs = [(bracketed(key), bracketed(value)) for key, value in node.value]
        return None if any(None in pair for pair in pairs) else f"{{{', '.join(f'{name}: {value}' for name, value in pairs)}}}"
    items = [bracketed(one) for one in node.value]
    return None if None in items else f"[{', '.join(filter(None, items))}]"


def quoted(value: str) -> str:
    """Return a text in quotes, with as few signs in it as can be."""
    if re.search(r'["\\]', value) and not re.search(r"[\x00-\x1f\x7f-\xa0]", value):
        return "'" + value.replace("'", "''") + "'"
    return json.dumps(value, ensure_ascii=False)


def on_lines(node: ScalarNode, indent: int) -> tuple[str, list[str]] | None:
    """Return the sign that opens a text on lines of its own, and the lines; None where it cannot stand so."""
    body = node.value.removesuffix("\n")
    parts = body.split("\n")
    if not parts[0] or parts[0][0].isspace() or not parts[-1].strip():
        return None
    sign, lines = ("|", parts) if _keeps_lines(node, parts, WIDTH - indent) else (">", _folded(parts, WIDTH - indent))
    return sign + ("-" if body == node.value else ""), lines


def _keeps_lines(node: ScalarNode, parts: list[str], width: int) -> bool:
    """Return whether each line of a text stays a line: what is folded has paragraphs only, without blanks around them."""
    if any(part != part.strip() for part in parts):
        return True
    return len(parts) > 1 and (node.style == "|" or (node.style != ">" and max(map(len, parts)) <= width))


def _folded(parts: list[str], width: int) -> list[str]:
    """Return lines that are read as `parts`, each a paragraph; one break more stands between two of them."""
    lines: list[str] = []
    for number, part in enumerate(parts):
        lines += ([""] if number else []) + (_wrapped(part, width) if part else [])
    return lines


def _wrapped(part: str, width: int) -> list[str]:
    """Return a paragraph on lines, broken only where a single space stands: that is what reading gives back."""
    lines: list[str] = []
    for word in re.split(r"(?<=[^\s]) (?=[^\s])", part):
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
