"""Every field of every kind of record: what is written there is refused with its place, or kept letter by letter."""

import pytest

from c2site.errors import reports
from c2site.model import Kind
from tests.hostile.payloads import ADDRESSES, HARMLESS_ADDRESSES, HIDDEN, VISIBLE
from tests.hostile.places import ALL_KINDS, Place, at, changed, dotted, free_places, places, read, refusals, sample

kinds = pytest.mark.parametrize("kind", ALL_KINDS, ids=lambda kind: kind.name)


def address_places(kind: Kind) -> list[Place]:
    """Return the places of web addresses: those that take one and take no other text."""
    values = sample(kind)
    takes = set(free_places(kind, values, "https://other.example/"))
    return [place for place in takes - set(free_places(kind, values, "words")) if str(at(values, place)).startswith("http")]


@kinds
def test_visible_text_is_told_with_its_place_or_kept_as_written(kind: Kind):
    values = sample(kind)
    for text in VISIBLE:
        free = free_places(kind, values, text)
        kept = read(kind, changed(values, dict.fromkeys(free, text))).model_dump(by_alias=True)
        for place in free:
            assert at(kept, place) == text.strip() or (at(kept, place), text) == (False, "No"), dotted(place)


@kinds
def test_hidden_characters_are_told_at_every_place(kind: Kind):
    values = sample(kind)
    everywhere = list(places(values))
    for text in HIDDEN:
        attacked = changed(values, dict.fromkeys(everywhere, text))
        found = refusals(kind, attacked)
        assert len({one.line for one in found if one.code == "text-control"}) == len(everywhere), text


@kinds
def test_a_lone_surrogate_is_no_text(kind: Kind):
    values = sample(kind)
    for place in places(values):
        (found,) = refusals(kind, changed(values, {place: "a\ud800b"}))
        assert (found.code, found.line > 0) == ("file-not-text", True)


@kinds
def test_addresses_are_public_ones_of_the_web(kind: Kind):
    values = sample(kind)
    for place in address_places(kind):
        for address in ADDRESSES:
            (found,) = refusals(kind, changed(values, {place: address}))
            assert (found.code, found.field) == ("wrong-url", dotted(place)), address
        for address in HARMLESS_ADDRESSES:
            assert at(read(kind, changed(values, {place: address})).model_dump(by_alias=True), place) == address


def test_kinds_with_addresses_are_found():
    assert sum(len(address_places(kind)) for kind in ALL_KINDS) >= 9


@kinds
def test_names_of_fields_are_told_harmlessly(kind: Kind):
    for text in VISIBLE:
        (found,) = refusals(kind, {**sample(kind), f"x{text}": "y"})
        assert found.code in ("unknown-field", "yaml-merge")
        assert_harmless(found)


@kinds
def test_what_is_told_is_harmless_in_terminals_and_to_code_hosts(kind: Kind):
    values = sample(kind)
    for text in (*VISIBLE, *HIDDEN):
        for one in refusals(kind, changed(values, dict.fromkeys(places(values), text)))[:12]:
            assert_harmless(one)


def assert_harmless(one: object) -> None:
    """Check a problem in the three formats of `c2site check`."""
    for report in (reports.text([one]), reports.as_json([one]), reports.github([one])):
        for line in report.splitlines():
            assert line.isprintable(), line
            assert "##" not in line
    (command,) = reports.github([one]).splitlines()
    assert command.count("::") == 2
    assert not any(line.lstrip().startswith("::") for line in reports.text([one]).splitlines())
