"""The invented partnership itself: it loads, says what it is, and uses every field a record can have."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, get_args, get_origin

import pytest
from pydantic import BaseModel

from c2site.load.partnership import Loaded, load_partnership
from c2site.model import KINDS
from c2site.model.base import values_of

WORLD = Path(__file__).parent
REAL = WORLD.parents[1]


@cache
def world() -> Loaded:
    return load_partnership(WORLD)


def test_world_loads_without_a_problem():
    assert world().problems == ()


def test_world_says_that_it_is_invented_to_each_reader():
    partnership = world().profiles.partnership
    written = {language.tag for language in partnership.languages if not language.derived_from}
    assert partnership.invented
    assert set(partnership.notice) == written


def test_every_source_says_that_it_is_invented():
    sources = world().profiles.bibliography.values()
    assert len(sources) > 10
    assert all("/invented/" in source.url and source.url.startswith("https://example.org/") for source in sources)


@pytest.mark.parametrize("folder", ["clusters", "markets", "sectors"])
def test_nothing_in_the_world_is_c2futures(folder: str):
    ours = {path.stem for path in (WORLD / "data" / folder).glob("*.yml")}
    theirs = {path.stem for path in (REAL / "data" / folder).glob("*.yml")}
    assert ours.isdisjoint(theirs)


@cache
def written() -> dict[type[BaseModel], set[str]]:
    """Return which fields of each kind of record, and of each part of one, the world's editors have written."""
    fields: dict[type[BaseModel], set[str]] = defaultdict(set)
    for (folder, key), file in world().files.items():
        _note(file.kind.record, world().document(folder, key).values, fields)
    return fields


def _note(model: type[BaseModel], values: Any, fields: dict[type[BaseModel], set[str]]) -> None:
    for name, field in model.model_fields.items():
        value = values.get(field.alias or name)
        if value is None:
            continue
        fields[model].add(name)
        for part in _parts(field.annotation):
            for one in _maps(value, by_key=get_origin(field.annotation) is dict):
                _note(part, one, fields)


def _parts(annotation: Any) -> Iterator[type[BaseModel]]:
    """Yield the models an annotation holds, however deep it wraps them."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    else:
        for one in get_args(annotation):
            yield from _parts(one)


def _maps(value: Any, by_key: bool) -> list[dict[str, Any]]:
    if isinstance(value, list):
        return value
    return list(value.values()) if by_key else [value]


def _models() -> set[type[BaseModel]]:
    found: set[type[BaseModel]] = set()
    left = [kind.record for kind in KINDS.values()]
    while left:
        model = left.pop()
        if model not in found:
            found.add(model)
            left.extend(part for field in model.model_fields.values() for part in _parts(field.annotation))
    return found


@pytest.mark.parametrize("model", sorted(_models(), key=lambda one: one.__name__), ids=lambda one: one.__name__)
def test_every_field_is_used(model: type[BaseModel]):
    assert set(values_of(model)) - written()[model] == set()


def test_editors_have_every_status_in_the_world():
    smes = world().profiles.smes.values()
    assert {one.status for one in smes} == {"draft", "published", "withdrawn"}


def test_one_market_shows_every_status_an_offering_can_have():
    offerings = [one for one in world().profiles.offerings.values() if one.status == "published"]
    stated = {one.markets["br"].status for one in offerings if "br" in one.markets}
    assert stated == {"selling", "pilot", "seeking-partner", "planned", "not-offered"}
    assert any("br" not in one.markets for one in offerings)
