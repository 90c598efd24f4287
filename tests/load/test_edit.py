"""Changing a value leaves comments, order and every other line of the file as they stand."""

from pathlib import Path

import pytest

from c2site.errors import DataError
from c2site.load.document import parsed
from c2site.load.edit import edited, with_value

PATH = "data/x.yml"
DATA = Path(__file__).parents[2] / "data"
LONG = "a text of many words that goes on and on " * 4 + "until its line is full"


def change(text: str, changes: dict, order: tuple[str, ...] = ()) -> str:
    return edited(PATH, text.encode(), changes, order).decode()


@pytest.mark.parametrize(
    ("text", "changes", "new"),
    [
        ("a: x # kept\nb: 1\n", {("a",): "v"}, "a: v # kept\nb: 1\n"),
        ("a: x # kept\n", {("a",): "no"}, 'a: "no" # kept\n'),
        ("a: {b: x, c: 1}\n", {("a", "c"): "2"}, 'a: {b: x, c: "2"}\n'),
        ("a: [x, v] # kept\n", {("a", 2): "z"}, "a: [x, v, z] # kept\n"),
        ("a: [x, v, z]\n", {("a", 0): None, ("a", 2): None}, "a: [v]\n"),
        ("a: [x]\nb: v\n", {("a", 0): None}, "b: v\n"),
        ("a:\n  en: x\n  # theirs\n  es: v\n", {("a", "fr"): "z"}, "a:\n  en: x\n  # theirs\n  es: v\n  fr: z\n"),
        ("a:\n  en: x\n\n# of b\nb: v\n", {("a", "fr"): "z"}, "a:\n  en: x\n  fr: z\n\n# of b\nb: v\n"),
        ("a: >-\n  long\n  text\n\nb: v\n", {("a",): "short"}, "a: short\n\nb: v\n"),
        ("a: |-\n  long\n  text", {("b",): "v"}, "a: |-\n  long\n  text\nb: v\n"),
        ("a: x\nb: v\n", {("a",): None}, "b: v\n"),
        ("a:\n  b: x\nc: v\n", {("a", "b"): None}, "c: v\n"),
        ("a:\n  - b: x\n    c: v\n  - b: z\n", {("a", 0, "b"): "w"}, "a:\n  - b: w\n    c: v\n  - b: z\n"),
        ("a:\n  - b: x\n    c: v\n", {("a", 0, "b"): None}, "a:\n  - c: v\n"),
        ("a:\n- x\n- v # mine\n", {("a", 0): None, ("a", 2): "z"}, "a:\n- v # mine\n- z\n"),
        ("a:\n  - b: x\n", {("a", 1): {"b": "v", "c": ["z"]}}, "a:\n  - b: x\n  - b: v\n    c: [z]\n"),
        ("a: x\n", {("b", "c", 0): "v"}, "a: x\nb:\n  c: [v]\n"),
        ("a: x\r\nb: v\r\n", {("a",): "z", ("c",): "w"}, "a: z\r\nb: v\r\nc: w\r\n"),
        ("\ufeffa: x\n", {("a",): "v"}, "\ufeffa: v\n"),
        ("a: x\n", {("a",): "x"}, "a: x\n"),
        ("a:\nb: v\n", {("a",): "x"}, "a: x\nb: v\n"),
    ],
)
def test_value_is_changed_and_nothing_else(text: str, changes: dict, new: str):
    assert change(text, changes) == new


def test_new_field_stands_where_its_kind_has_it():
    order = ("status", "name", "city", "sources")
    assert change("status: draft\n# who\nname: x\nsources: [k]\n", {("city",): "Sofia"}, order) == "status: draft\n# who\nname: x\ncity: Sofia\nsources: [k]\n"
    assert change("name: x\n", {("status",): "draft"}, order) == "status: draft\nname: x\n"


def test_long_text_is_folded_and_its_comment_stays():
    new = change("a: x # why\nb: y\n", {("a",): LONG})
    assert new.startswith("a: >- # why\n  a text") and new.endswith("full\nb: y\n")
    assert parsed(PATH, new.encode()).values["a"] == LONG
    assert max(map(len, new.splitlines())) <= 120


@pytest.mark.parametrize("value", ["- x", "a: b", "#x", " x ", "x\ny", "“x”", "'", '"', "0123", "12:30", "{x", "@x", "null", "~x", "العربية", "\\", "a, b]"])
def test_whatever_a_text_holds_comes_back(value: str):
    for text in ("a: x\n", "a: [x]\n", "a:\n  - x\n", "a: {b: x}\n"):
        place = ("a", "b") if "{" in text else ("a", 0) if text != "a: x\n" else ("a",)
        new = change(text, {place: value})
        assert parsed(PATH, new.encode()).values == with_value(parsed(PATH, text.encode()).values, place, value)


@pytest.mark.parametrize("text", ["a: x\n", "a: |\n  a text without the end of its line"])
def test_place_that_cannot_be_written_is_refused(text: str):
    with pytest.raises(DataError) as refused:
        change(text, {("a", "b") if text == "a: x\n" else ("b",): "y"})
    assert refused.value.problems[0].code == "edit-refused"


def leaves(values: object, place: tuple = ()) -> list[tuple]:
    pairs = values.items() if isinstance(values, dict) else enumerate(values) if isinstance(values, list) else ()
    return [leaf for key, one in pairs for leaf in leaves(one, (*place, key))] or [place]


@pytest.mark.parametrize("folder", ["clusters", "offerings/aclima"])
def test_every_value_of_real_files_can_be_changed_and_changed_back(folder: str):
    for path in sorted((DATA / folder).glob("*.yml"))[:2]:
        raw = path.read_bytes()
        values = parsed(PATH, raw).values
        for place in leaves(values):
            changed = edited(PATH, raw, {place: "changed"})
            assert parsed(PATH, changed).values == with_value(values, place, "changed")
            lines = set(raw.splitlines())
            assert len([line for line in changed.splitlines() if line not in lines]) <= 1


@pytest.mark.parametrize(
    ("text", "place", "value", "new"),
    [
        ("geo: {lat: 48.1, lon: 16.4}\n", ("geo", "lat"), "48.21", "geo: {lat: 48.21, lon: 16.4}\n"),
        ("city: Wien\n", ("founded",), {"value": "1998", "inferred": "true"}, "city: Wien\nfounded:\n  value: 1998\n  inferred: true\n"),
        ("city: Wien\n", ("geo",), {"lat": "48.2", "lon": "16.4"}, "city: Wien\ngeo:\n  lat: 48.2\n  lon: 16.4\n"),
        ("founded: {value: 1998}\n", ("founded", "value"), "0123", 'founded: {value: "0123"}\n'),
        ("city: Wien\n", ("city",), "1010", 'city: "1010"\n'),
        ("city: Wien\n", ("name",), "2026", 'city: Wien\nname: "2026"\n'),
    ],
)
def test_a_number_stands_without_quotes_where_the_record_has_numbers(text: str, place: tuple, value: object, new: str):
    assert edited("data/smes/blue/acme.yml", text.encode(), {place: value}).decode() == new


PARTNERS = "clusters: [ # partners\n  acme, # the lead\n  beta]\n"


@pytest.mark.parametrize(
    ("text", "changes", "new"),
    [
        (PARTNERS, {("clusters", 0): "new"}, PARTNERS.replace("acme", "new")),
        (PARTNERS, {("clusters", 1): "b, c"}, PARTNERS.replace("beta", '"b, c"')),
        ("a: { # all\n  b: x, # one\n  c: v\n}\n", {("a", "b"): "z"}, "a: { # all\n  b: z, # one\n  c: v\n}\n"),
        ("a:\n  b: [ # all\n    {c: x}]\n", {("a", "b", 0, "c"): "z"}, "a:\n  b: [ # all\n    {c: z}]\n"),
        ("a: >- # why\n  long\n  text\n", {("a",): "short"}, "a: short # why\n"),
        ('a: "long\n  text" # why\n', {("a",): "short"}, "a: short # why\n"),
        ("a: [\n  x,\n] # why\n", {("a",): ["v", "z"]}, "a: [v, z] # why\n"),
        ("a:\n  - b: x # one\n", {("a", 0): {"c": "v"}}, "a:\n  - c: v # one\n"),
    ],
)
def test_comment_stays_whatever_the_value_stands_in(text: str, changes: dict, new: str):
    assert change(text, changes) == new


@pytest.mark.parametrize(
    ("text", "place", "left"),
    [
        ("a: [\n  x, # first\n  z,\n]\n", ("a", 0), "a: [z]\n"),
        ("a:\n  b: x # inside\nc: v\n", ("a", "b"), "c: v\n"),
        ("a: # theirs\n  # above\n  - x\nc: v\n", ("a", 0), "c: v\n"),
        ("a: | # how\n  x\n# of c\nc: v\n", ("a",), "# of c\nc: v\n"),
    ],
)
def test_comment_goes_with_what_is_taken_out(text: str, place: tuple, left: str):
    assert change(text, {place: None}) == left


@pytest.mark.parametrize(
    ("text", "place", "value"),
    [
        (PARTNERS, ("clusters", 0), None),
        (PARTNERS, ("clusters", 2), "new"),
        (PARTNERS, ("clusters",), ["new"]),
        ("a: [x, y, # both\n  z]\n", ("a", 0), None),
        ("a:\n  - x # first\n  - y # last\n", ("a",), ["z"]),
        ("a:\n  - b: |\n      x\n    # of c\n    c: v\n", ("a", 0, "b"), None),
    ],
)
def test_change_that_would_lose_a_comment_is_refused(text: str, place: tuple, value: object):
    with pytest.raises(DataError) as refused:
        change(text, {place: value})
    assert refused.value.problems[0].code == "edit-refused"
