"""One YAML file as text values, strict and bounded."""

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from c2site.errors import DataError
from c2site.load.document import DEEPEST, MOST_BYTES, MOST_NODES, Document, parsed


def codes(raw: bytes | str) -> list[str]:
    """Return the codes of what is wrong with `raw`."""
    with pytest.raises(DataError) as caught:
        parsed("data/x.yml", raw if isinstance(raw, bytes) else raw.encode())
    return [one.code for one in caught.value.problems]


def values(text: str) -> dict[str, object]:
    return parsed("data/x.yml", text.encode()).values


def test_scalars_stay_text() -> None:
    text = "country: NO\ncode: 0123\ntime: 12:30\nyes: on\nnumber: 1_000\nday: 2026-05-31\n"
    assert values(text) == {
        "country": "NO", "code": "0123", "time": "12:30", "yes": "on", "number": "1_000", "day": "2026-05-31",
    }  # fmt: skip


def test_an_empty_value_is_absent_and_an_empty_text_in_quotes_is_not() -> None:
    assert values("a:\nb: ~\nc: null\nd: ''\n") == {"d": ""}


def test_an_empty_item_stays_so_that_places_hold() -> None:
    assert values("a:\n  -\n  - x\n") == {"a": ["", "x"]}


def test_a_byte_order_mark_and_windows_lines_are_read() -> None:
    document = parsed("data/x.yml", b"\xef\xbb\xbfa: x\r\nb:\r\n  - y\r\n")
    assert document.values == {"a": "x", "b": ["y"]}
    assert document.place(("b", 0)) == (3, 5)


@pytest.fixture
def document() -> Document:
    return parsed("data/x.yml", "a: x\nb:\n  - c: y\n    d: [e, 'f']\nг:\n  en: z\n".encode())


@pytest.mark.parametrize(
    ("path", "place", "key_place"),
    [
        (("a",), (1, 4), (1, 1)),
        (("b",), (2, 1), (2, 1)),
        (("b", 0), (3, 5), (3, 5)),
        (("b", 0, "c"), (3, 8), (3, 5)),
        (("b", 0, "d", 1), (4, 12), (4, 12)),
        (("г", "en"), (6, 7), (6, 3)),
        (("b", 0, "missing"), (3, 5), (3, 5)),
        (("missing",), (1, 1), (1, 1)),
        (("b", 7), (2, 1), (2, 1)),
    ],
)
def test_places_are_those_an_editor_shows(document: Document, path, place, key_place) -> None:
    assert document.place(path) == place
    assert document.key_place(path) == key_place


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["file-empty"]),
        ("# only a comment\n", ["file-empty"]),
        ("- a\n", ["yaml-not-mapping"]),
        ("plain\n", ["yaml-not-mapping"]),
        ("a: 1\na: 2\na: 3\n", ["yaml-duplicate", "yaml-duplicate"]),
        ("a: &x 1\nb: *x\n", ["yaml-alias", "yaml-alias"]),
        ("a: !!str 1\n", ["yaml-tag"]),
        ("a: !!set {x}\n", ["yaml-tag"]),
        ("a: !python/object:os.system x\n", ["yaml-tag"]),
        ("%YAML 1.2\n---\na: 1\n", ["yaml-directive"]),
        ("a: 1\n---\nb: 2\n", ["yaml-documents"]),
        ("a: 1\n...\nb: 2\n", ["yaml-documents"]),
        ("<<: {a: 1}\n", ["yaml-merge"]),
        ("? [a]\n: b\n", ["yaml-key"]),
        ("a:\n\tb: 1\n", ["yaml-tab"]),
        ("a: [\n", ["yaml-syntax"]),
        ("a: b: c\n", ["yaml-syntax"]),
        ('a: "x\n', ["yaml-syntax"]),
        ("a: 'x' y\n", ["yaml-syntax"]),
        ("a: @x\n", ["yaml-syntax"]),
        ("a: x\u202ey\n", ["text-control"]),
        ("a\u200b: x\n", ["text-control"]),
        ('a: "x\\u202ey"\n', ["text-control"]),
        ('a: "x\\0y"\n', ["text-control"]),
        ('"a\\u200b": x\n', ["text-control"]),
        ("a: x\u0085y\n", ["text-control"]),
        ("a: x\x1by\n", ["text-control"]),
        ("a: [\u200b\n", ["text-control"]),
        ("a: 1\na: \u200b2\n", ["yaml-duplicate", "text-control"]),
    ],
)
def test_what_is_refused(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(("text", "found"), [("- a\n", "a list"), ("plain\n", "plain text")])
def test_what_a_file_holds_instead_of_a_record_is_said(text: str, found: str) -> None:
    with pytest.raises(DataError) as caught:
        parsed("data/x.yml", text.encode())
    assert caught.value.problems[0].message.endswith(f"this file holds {found}")


def test_a_document_mark_at_the_beginning_is_allowed() -> None:
    assert values("---\na: x\n") == {"a": "x"}


def test_signs_in_comments_and_texts_are_no_anchors() -> None:
    assert values("# R&D *and* 100 %\na: R&D\nb: 'x * y'\n") == {"a": "R&D", "b": "x * y"}


def test_bytes_that_are_not_utf_8_are_told_with_their_place() -> None:
    with pytest.raises(DataError) as caught:
        parsed("data/x.yml", "a: б\nname: Espa".encode() + b"\xf1a\n")
    (one,) = caught.value.problems
    assert (one.code, one.line, one.column) == ("file-not-text", 2, 11)


@pytest.mark.parametrize(
    ("name", "raw", "expected"),
    [
        ("too many bytes", b"a: " + b"x" * MOST_BYTES, "file-too-large"),
        ("too many values", b"a:\n" + b" - x\n" * (MOST_NODES + 1), "yaml-nodes"),
        ("forty thousand brackets", b"a: " + b"[" * 40_000, "yaml-depth"),
        ("forty thousand braces", b"a: " + b"{" * 40_000, "yaml-depth"),
        ("brackets on lines of their own", b"a:\n" + b" [\n" * 40_000, "yaml-depth"),
        ("hyphens in a row", b"- " * 10_000 + b"x", "yaml-depth"),
        ("question marks in a row", b"? " * 10_000 + b"x", "yaml-depth"),
        ("a stairway", "\n".join("  " * step + "a:" for step in range(40)).encode(), "yaml-depth"),
        (
            "a bomb",
            b"a: &a [x,x]\n" + b"".join(b"%c: &%c [*%c,*%c]\n" % (c, c, c - 1, c - 1) for c in range(98, 112)),
            "yaml-alias",
        ),
        ("merges", b"a: &a {x: y}\n" + b"b: {<<: [*a, *a]}\n" * 6, "yaml-alias"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_hostile_yaml_ends_fast(name: str, raw: bytes, expected: str) -> None:
    start = time.process_time()
    assert codes(raw)[0] == expected
    assert time.process_time() - start < 3


def test_a_record_may_be_as_deep_as_the_limit_and_no_deeper() -> None:
    def nested(depth: int) -> str:
        return "\n".join("  " * step + "a:" for step in range(depth - 1)) + " x\n"

    assert values(nested(DEEPEST + 1))
    assert codes(nested(DEEPEST + 2)) == ["yaml-depth"]


YAML_PIECES = st.sampled_from(
    ["a", "b", ": ", ":", "- ", "\n", "  ", "\t", "[", "]", "{", "}", ",", "&x ", "*x", "!!str ", "!", "|", ">", "'", '"', "\\", "# ",
     "---\n", "...\n", "%YAML 1.2\n", "<<", "? ", "~", "@", "`", "\r", "\x00", "\ufeff", "\u2028", "\u0085", "\U0001f600", "0x1f", "\\ud800"]
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(YAML_PIECES, max_size=40).map("".join))
@example('a: "\\ud800"')
@example('a: "\\udfff\\ud800"')
@example("\ufeffa: \ufeff")
def test_any_text_is_a_document_or_a_data_error(text: str) -> None:
    _is_document_or_data_error(text.encode())


@settings(max_examples=400, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_a_document_or_a_data_error(raw: bytes) -> None:
    _is_document_or_data_error(raw)


def _is_document_or_data_error(raw: bytes) -> None:
    try:
        document = parsed("data/x.yml", raw)
    except DataError as error:
        assert error.problems
        for one in error.problems:
            assert one.message.isprintable()
            assert one.line >= 0
            assert one.column >= 0
    else:
        assert isinstance(document.values, dict)
