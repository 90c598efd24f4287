"""Drawings from outside: shapes and colours come through, nothing that acts, leads out or grows does."""

import re
from xml.etree import ElementTree

import pytest

from c2site.errors import DataError
from c2site.load.drawings import ATTRIBUTES, SHAPES, Drawing, drawing

OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 120 60">'
USES = '<use href="#a"/>' * 900


def drawn(inside: str) -> Drawing:
    return drawing("data/media/x.svg", f"{OPEN}{inside}</svg>".encode())


def refused(raw: bytes) -> str:
    with pytest.raises(DataError) as raised:
        drawing("data/media/x.svg", raw)
    (one,) = raised.value.problems
    return one.code


def test_shapes_colours_and_gradients_come_through():
    inside = (
        '<title>R&amp;D &lt;5</title><defs><linearGradient id="a"><stop offset="0" stop-color="#fff"/></linearGradient><path id="p" d="M0 0h8"/></defs>'
        '<g fill="url(#a)" transform="rotate(45) translate(1, -2.5e1)"><use href="#p"/></g>'
    )
    found = drawn(inside)
    assert found[1:] == (120, 60, frozenset())
    assert found.text == f'<svg viewBox="0 0 120 60" xmlns="http://www.w3.org/2000/svg">{inside.replace("/>", " />")}</svg>'
    assert drawing("x", found.text.encode()).text == found.text


def test_style_attributes_become_attributes_and_old_links_new_ones():
    found = drawn('<path id="p" style="fill:#f00; stroke : none;position:fixed"/><use xlink:href="#p"/>')
    assert '<path id="p" fill="#f00" stroke="none" />' in found.text
    assert '<use href="#p" />' in found.text
    assert found.left_out == {"position"}


@pytest.mark.parametrize(
    ("inside", "left_out"),
    [
        ("<script>alert(1)</script>", "script"),
        ('<script href="https://evil.example/x.js"/>', "script"),
        ("<style>path{fill:url(https://evil.example)}</style>", "style"),
        ('<path onload="alert(1)"/>', "onload"),
        ('<path onclick="alert(1)"/>', "onclick"),
        ("<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'><script>x</script></body></foreignObject>", "foreignObject"),
        ('<image href="https://evil.example/x.png"/>', "image"),
        ('<image xlink:href="file:///etc/passwd"/>', "image"),
        ('<a href="javascript:alert(1)"><path/></a>', "a"),
        ('<animate attributeName="href" to="javascript:alert(1)"/>', "animate"),
        ('<set attributeName="onload" to="alert(1)"/>', "set"),
        ('<animateTransform attributeName="transform"/>', "animateTransform"),
        ('<filter id="f"><feImage href="https://evil.example"/></filter>', "filter"),
        ('<pattern id="p"><path/></pattern>', "pattern"),
        ('<mask id="m"><path/></mask>', "mask"),
        ('<use href="https://evil.example/x.svg#a"/>', "use"),
        ('<use href="other.svg#a"/>', "use"),
        ('<use xlink:href="data:image/svg+xml,x#a"/>', "use"),
        ('<use href="#nobody"/>', "use"),
        ('<path fill="url(https://evil.example)"/>', "fill"),
        ('<path fill="url(&quot;//evil.example&quot;)"/>', "fill"),
        ('<path fill="u\\72l(https://evil.example)"/>', "fill"),
        ('<path fill="image-set(x)"/>', "fill"),
        ('<path style="fill:url(//evil.example)"/>', "fill"),
        ('<path href="javascript:x"/>', "href"),
        ('<path class="x" fill="expression(alert(1))"/>', "fill"),
        ('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>', "use"),
        ('<clipPath id="c"><path clip-path="url(#c)"/></clipPath>', "clip-path"),
    ],
)
def test_what_acts_or_leads_out_is_left_out_and_named(inside: str, left_out: str):
    found = drawn(inside)
    assert left_out in found.left_out
    assert not re.search(r"evil|alert|javascript|passwd|<script|<style|http(?!://www.w3.org/2000/svg\")", found.text)
    for element in ElementTree.fromstring(found.text).iter():
        assert element.tag.split("}")[-1] in SHAPES
        assert set(element.attrib) <= ATTRIBUTES


def test_what_drawing_programs_write_for_themselves_is_left_out_without_a_word():
    inside = '<metadata><x/></metadata><n:view xmlns:n="urn:n" n:zoom="1"/><path class="a" data-name="b" xmlns:n="urn:n" n:label="c" xml:space="preserve"/>'
    assert drawn(inside).left_out == frozenset()


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg">&x;</svg>', "drawing-doctype"),
        (f'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd">{OPEN}</svg>'.encode(), "drawing-doctype"),
        (f"<!DOCTYPE svg>{OPEN}</svg>".encode("utf-16"), "file-not-text"),
        (b'<?xml version="1.0" encoding="cp037"?>\x4c\x5a', "drawing-broken"),
        (f"{OPEN}&nobody;</svg>".encode(), "drawing-broken"),
        (f"{OPEN}<path></svg>".encode(), "drawing-broken"),
        (b"<html><body/></html>", "drawing-broken"),
        (b'<svg viewBox="0 0 1 1"/>', "drawing-broken"),
        (f"{OPEN}{'<path/>' * 2_000}</svg>".encode(), "drawing-large"),
        (f"{OPEN}{'<g>' * 5_000}".encode(), "drawing-large"),
        (f"{OPEN}<g id='a'>{'<path/>' * 900}</g>{USES}</svg>".encode(), "drawing-large"),
    ],
)
def test_bombs_and_what_is_no_drawing_are_refused(raw: bytes, code: str):
    assert refused(raw) == code


@pytest.mark.parametrize(
    ("attributes", "size"),
    [('width="40" height="20px"', (40, 20)), ('width="100%" height="20"', (300, 150)), ('viewBox="0 0 -1 0"', (300, 150)), ('viewBox="0,0,8.5,4"', (8.5, 4))],
)
def test_size_is_found_or_is_what_browsers_take(attributes: str, size: tuple[float, float]):
    assert drawing("x", f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}/>'.encode())[1:3] == size
