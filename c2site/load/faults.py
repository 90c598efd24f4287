"""What is wrong with a file as YAML: its syntax, what is refused unread, characters nobody sees."""

import re
from collections.abc import Iterator
from itertools import chain, islice

import yaml
from yaml import CSafeLoader

from c2site.errors import Fragment, Problem, fragment, problem

DEEPEST = 20
# So many problems of one file are told; telling each of the hundred thousand that fit into a file would take a minute.
MOST_TOLD = 1_000
# A quick look that lets most files through, `R&D` and `Bonjour !` too; what it suspects is judged by its tokens.
SUSPICIOUS = re.compile(
    r"(?:^|[\s\[{,:])[&*!](?=\S)|(?:^|[:\-,\[{?])[^\S\n]*!(?=\s|$)|^%|<<|^---|^\.\.\.|^[ \-?:]{19,}", re.MULTILINE
)
# Control characters, those that turn the direction of what follows, fillers, private use and what is no character at all.
# The joiners U+200C and U+200D and the signs that choose an emoji's look belong to words.
INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ud800-\uf8ff\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffc\ufffe\uffff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U0010ffff]"
)
# Fields moved in with what is no space to YAML, though nobody sees the difference.
BLANK_INDENT = re.compile("^ *[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000][^\\S\n]*(?=- |[\\w-]+:(?:\\s|$))", re.MULTILINE)
REFUSED = {
    yaml.AnchorToken: "yaml-alias",
    yaml.AliasToken: "yaml-alias",
    yaml.TagToken: "yaml-tag",
    yaml.DirectiveToken: "yaml-directive",
}
OPENING = (
    yaml.BlockMappingStartToken,
    yaml.BlockSequenceStartToken,
    yaml.FlowMappingStartToken,
    yaml.FlowSequenceStartToken,
)
CLOSING = (yaml.BlockEndToken, yaml.FlowMappingEndToken, yaml.FlowSequenceEndToken)
# What libyaml says, and what an editor can do about it.
HINTS = (
    ("mapping values are not allowed", "yaml-colon"),
    ("could not find expected ':'", "yaml-no-colon"),
    ("found unexpected end of stream", "yaml-open-quote"),
    ("found unexpected document indicator", "yaml-open-quote"),
    ("did not find expected ',' or", "yaml-open-bracket"),
    ("did not find expected node content", "yaml-lone-comma"),
    ("did not find expected", "yaml-indentation"),
    ("cannot start any token", "yaml-first-character"),
    ("unknown escape character", "yaml-escape"),
    ("control characters are not allowed", "yaml-invisible"),
    ("indentation", "yaml-indentation"),
)
# Where the beginning of the trouble says more than the place at which libyaml gave up.
TOLD_AT_BEGINNING = (
    "could not find expected ':'",
    "found unexpected end of stream",
    "found unexpected document indicator",
)


def refused(path: str, text: str) -> Iterator[Problem]:
    """Yield what is refused in `text`, told from its tokens, which are never nested, before anything recursive."""
    if not SUSPICIOUS.search(text) and text.count("[") + text.count("{") <= DEEPEST:
        return
    try:
        yield from islice(_refused_tokens(path, text), MOST_TOLD)
    except yaml.YAMLError as error:
        yield syntax_fault(path, text, error)


def _refused_tokens(path: str, text: str) -> Iterator[Problem]:
    depth = 0
    for token in yaml.scan(text, Loader=CSafeLoader):
        place = (token.start_mark.line + 1, token.start_mark.column + 1)
        depth += isinstance(token, OPENING) - isinstance(token, CLOSING)
        if depth > DEEPEST:
            yield problem("yaml-depth", path, place, allowed=DEEPEST)
            return
        if type(token) in REFUSED:
            tag = "".join(part or "" for part in token.value) if isinstance(token, yaml.TagToken) else ""
            yield problem(REFUSED[type(token)], path, place, found=tag)


def syntax_fault(path: str, text: str, error: yaml.YAMLError) -> Problem:
    """Return libyaml's error as a problem, with the place where the trouble begins and what to do."""
    what = getattr(error, "problem", None) or str(error).splitlines()[0]
    mark = getattr(error, "problem_mark", None)
    if what.startswith(TOLD_AT_BEGINNING):
        mark = getattr(error, "context_mark", None) or mark
    place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    if "another document" in what or "<document start>" in what:
        return problem("yaml-documents", path, place)
    line = _line(text, place[0])
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return problem("yaml-tab", path, place)
    return problem("yaml-syntax", path, place, found=what, nearest=_hint(what, line[: place[1] - 1]))


def _line(text: str, number: int) -> str:
    lines = text.splitlines()
    return lines[number - 1] if number <= len(lines) else ""


def _hint(what: str, before: str) -> Fragment | str:
    if what.startswith("did not find expected") and re.search(r""":\s+(['"]).*\1$""", before):
        return fragment("yaml-inner-quote")
    return next((fragment(hint) for said, hint in HINTS if said in what), "")


def invisible(path: str, text: str) -> Iterator[Problem]:
    """Yield the characters of `text` that nobody sees, each with its place, and what only looks like indentation."""
    if not INVISIBLE.search(text) and text.isascii():
        return iter(())
    blanks = (problem("yaml-blank", path, (text.count("\n", 0, match.start()) + 1, 1)) for match in BLANK_INDENT.finditer(text))
    return islice(chain(_invisible(path, text), blanks), MOST_TOLD)


def _invisible(path: str, text: str) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), 1):
        for match in INVISIBLE.finditer(line.rstrip("\r")):
            yield problem("text-control", path, (number, match.start() + 1), **told_of(match))


def told_of(hidden: re.Match[str]) -> dict[str, object]:
    """Return what is told of a character that nobody sees: which it is, and where in its text."""
    return {"found": f"U+{ord(hidden.group()):04X}", "position": hidden.start() + 1}
