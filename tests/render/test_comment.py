"""Comments in Markdown: whatever is said stays text, for GitHub and for GitLab."""

import re

import pytest
from markdown_it import MarkdownIt

from c2site.render.reports.comment import JOINER, comment, escaped
from c2site.render.reports.proposal import Group, Review, Section, Table
from tests.hostile.payloads import ADDRESSES, VISIBLE

HOST = MarkdownIt("commonmark").enable(["table", "strikethrough"])
# What code hosts make links of where Markdown itself does not.
BARE_LINK = re.compile(r"https?://|ftp://|www\.|[\w.+-]+@[\w-]+\.\w", re.IGNORECASE)
CALLS = (
    "@everyone", "@group/team", "#12", "!12", "GH-12", "~bug", "%12", '%"Release"', "$12", "&12", "a/b#1", "a@b1c2d3", "/close", "www.evil.example", "https://evil.example", "a@evil.example",
    "mywww.evil.example", "GL-12", "9161cb5", "9161CB5E", "9161cb5e2fcf93a3d281891053a21ad956099161", "9161cb59161cb5",
)  # fmt: skip


@pytest.mark.parametrize("text", [*VISIBLE, *ADDRESSES, *CALLS, "a | b", "---", "1. x", "+ x", "- x", "> x", "===", "<!-- x -->", "`x`", "x\n\n# y"])
def test_any_text_is_shown_as_it_is(text: str):
    html = HOST.render(comment(Review("x", (Section("y", text, (Group(text, (text,)),), Table((text, text), ((text, text),))),), (), text, ""), "pr.html"))
    assert re.findall(r"<(?!/)(\w+)", html.replace("<!-- c2site report pr -->", "")) == [
        "h2", "h3", "p", "table", "thead", "tr", "th", "th", "tbody", "tr", "td", "td", "ul", "li", "strong", "ul", "li", "p", "em", "code",
    ]  # fmt: skip
    assert not BARE_LINK.search(html)
    assert HOST.render(escaped(text)).replace(JOINER, "") == f"<p>{_html(text)}</p>\n"


@pytest.mark.parametrize("text", CALLS)
def test_nobody_is_called_and_nothing_is_linked(text: str):
    said = escaped(f"see {text} now")
    assert text not in said or text == "/close"
    assert escaped(text)[0] != "/"


@pytest.mark.parametrize("text", ["9161cb5", "see 9161CB5E2FCF93A3D281891053A21AD956099161.", "a_9161cb59161cb5", "group/project@9161cb5e"])
def test_no_part_of_a_commit_id_is_long_enough_to_be_one(text: str):
    assert escaped(text).replace(JOINER, "").replace("\\", "") == text
    assert not re.search(r"[0-9a-f]{7}", escaped(text), re.IGNORECASE)


def _html(text: str) -> str:
    line = " ".join(text.split())
    return line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
