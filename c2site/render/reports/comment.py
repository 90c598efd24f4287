"""A review as a comment in Markdown that code hosts show: whatever the records say stays text there."""

import re
from collections.abc import Iterator

from c2site.render.reports.proposal import Group, Review, Section, Table

# By this line whoever posts the comment knows the one it posted before.
MARKER = "<!-- c2site report pr -->"
MOST_BYTES = 58_000
# Characters that mean something to Markdown, HTML or formulas; a backslash makes them text.
MEANING = re.compile(r"[\\`*_{}\[\]<>()#|~&$^]")
# What code hosts turn into mentions, references and links (of seven hex digits on, a commit), wherever it stands: an invisible joiner parts it.
CALLS = re.compile(
    r"(?<=@)(?=\w)|(?<=[~%])(?=[\w'\"])|(?<=[#!$&])(?=\d)|(?<=:)(?=//)|(?<=www)(?=\.)|(?<=\bG[HL])(?=-\d)|[0-9a-f]{6}(?=[0-9a-f])", re.IGNORECASE
)
JOINER = "\u2060"


def comment(review: Review, page: str) -> str:
    """Return the review as Markdown; `page` is the file that holds all of it, pictures too."""
    lines = [MARKER, f"## {escaped(review.title)}", *(line for section in review.sections for line in _section(section))]
    if review.pictures:
        lines += ["", f"*{escaped(review.pictures)}* `{page}`"]
    return _fitting(lines, f"*{escaped(review.cut)}* `{page}`")


def escaped(text: str) -> str:
    """Return plain text on one line that Markdown, GitHub and GitLab show as it is: no link, mark-up, mention, reference or command."""
    line = MEANING.sub(r"\\\g<0>", CALLS.sub(rf"\g<0>{JOINER}", " ".join(text.split())))
    return re.sub(r"^(?=[-+=/>]|\d+[.)])", JOINER, line)


def _section(section: Section) -> Iterator[str]:
    yield from ("", f"### {escaped(section.title)}")
    if section.lead:
        yield from ("", escaped(section.lead))
    if section.table and section.table.rows:
        yield from ("", *_table(section.table))
    if section.groups:
        yield from ("", *(line for group in section.groups for line in _group(group)))


def _group(group: Group) -> Iterator[str]:
    indent = "  " if group.name else ""
    if group.name:
        yield f"- **{escaped(group.name)}**"
    yield from (f"{indent}- {escaped(line)}" for line in group.lines)


def _table(table: Table) -> Iterator[str]:
    yield _row(table.head)
    yield "|---" * len(table.head) + "|"
    yield from (_row(row) for row in table.rows)


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(escaped(cell) for cell in cells)} |"


def _fitting(lines: list[str], cut: str) -> str:
    """Return as many lines as a comment may have; the last one says where the others stand."""
    room = MOST_BYTES - len(cut.encode())
    for place, line in enumerate(lines):
        room -= len(line.encode()) + 1
        if room < 0:
            return "\n".join([*lines[:place], "", cut, ""])
    return "\n".join([*lines, ""])
