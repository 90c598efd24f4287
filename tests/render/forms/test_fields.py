"""What a form asks of a kind of record: every field of its model, but those somebody outside cannot know."""

from collections.abc import Iterator

import pytest

from c2site.check.spots import Meaning, plan
from c2site.model import KINDS, Part, Record
from c2site.model.examples import editable_fields
from c2site.render.forms.fields import NOT_ASKED, Field, fields_of
from c2site.render.forms.sections import sections_of


def at(kind: str, path: str) -> Field:
    fields = fields_of(KINDS[kind])
    for step in path.split("."):
        found = next(one for one in fields if one.name == step)
        fields = found.inside[0].inside if found.sort == "list" else found.inside
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_is_asked_but_sources_and_what_editors_keep(kind: str):
    record = KINDS[kind].record
    asked = {one.name for one in fields_of(KINDS[kind])}
    sources = {one.alias for one in plan(record) if one.meaning is Meaning.SOURCE}
    kept = {one.partition(".")[2] for one in NOT_ASKED}
    assert {about.alias or name for name, about in editable_fields(record).items()} - asked <= sources | kept


@pytest.mark.parametrize("kind", KINDS)
def test_sections_hold_every_field_once(kind: str):
    fields = fields_of(KINDS[kind])
    placed = [one for _, members in sections_of(kind, fields) for one in members]
    assert sorted(one.name for one in placed) == sorted(one.name for one in fields)


@pytest.mark.parametrize("place", sorted(NOT_ASKED))
def test_what_is_not_asked_is_a_field(place: str):
    part, _, name = place.partition(".")
    assert name in {model.__name__: model for model in _parts()}[part].model_fields


def _parts() -> Iterator[type[Part]]:
    waiting: list[type[Part]] = [Record, *Part.__subclasses__()]
    while waiting:
        yield (one := waiting.pop())
        waiting += one.__subclasses__()


def test_fields_are_asked_by_what_they_hold():
    asked = {path: at("offering", path).sort for path in ("name", "kind", "readiness", "benefits", "trade", "markets", "markets.status", "valid_from", "trade.samples", "images.file")}
    assert asked == {
        "name": "words", "kind": "choice", "readiness": "number", "benefits": "list", "trade": "part", "markets": "map", "markets.status": "choice", "valid_from": "date", "trade.samples": "choice",
        "images.file": "media",
    }  # fmt: skip
    assert [at("event", "start_time").sort, at("agreement", "date").sort, at("sme", "references.permission").sort] == ["time", "when", "granted"]


def test_rules_are_those_of_model_and_check():
    assert at("sme", "summary").rules == {"longest": 300}
    assert at("offering", "readiness").rules == {"least": 1, "most": 9, "whole": "yes"}
    assert at("offering", "codes.hs").inside[0].rules == {"pattern": r"\d{6}"}
    assert at("sme", "website").rules["says"] == "web"


def test_references_are_chosen_among_the_kinds_they_may_point_to():
    chosen = {path: at("offering", path) for path in ("sme", "sectors", "needs_components", "markets")}
    assert chosen["sme"].options == "sme"
    assert chosen["sectors"].inside[0].options == "sector"
    assert chosen["needs_components"].inside[0].options == "offering-need"
    assert chosen["markets"].options == "market"


def test_what_only_a_rule_of_the_record_asks_for_is_required():
    assert at("offering", "sme").required
