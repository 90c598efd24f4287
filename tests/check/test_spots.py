"""Every value that means something outside its record is found, with the path an editor writes."""

from typing import get_args, get_type_hints

import pytest

from c2site.check.spots import MEANINGS, Meaning, plan, spots
from c2site.model import KINDS, Cluster, Market, Offering, Part, Sme
from c2site.model.base import Country, Currency, LanguageTag
from c2site.model.examples import example


def found(record: Part) -> set[tuple[str, Meaning]]:
    return {(".".join(map(str, spot.path)), spot.meaning) for spot in spots(record)}


def filled(kind: str) -> Part:
    """Return a record with every field filled."""
    return KINDS[kind].record.model_validate({**example(KINDS[kind].record), "id": "x"})


def test_a_market_is_walked_to_its_leaves() -> None:
    values = found(filled("market"))
    for expected in (
        ("country", Meaning.COUNTRY),
        ("currency", Meaning.CURRENCY),
        ("languages.0.chain.1", Meaning.LANGUAGE),
        ("official_languages.0", Meaning.LANGUAGE),
        ("requirements.0", Meaning.PART),
        ("requirements.0.text", Meaning.TEXT),
        ("requirements.0.sources.0", Meaning.SOURCE),
        ("requirements.0.covers_origin.1", Meaning.COUNTRY),
        ("project_sources.0", Meaning.SOURCE),
        ("focus_regions.0", Meaning.TEXT),
        ("translations", Meaning.REVIEWED),
    ):
        assert expected in values


def test_an_offering_is_walked_by_the_names_in_its_file() -> None:
    values = found(filled("offering"))
    assert ("trade.price", Meaning.PART) in values
    assert ("trade.price.currency", Meaning.CURRENCY) in values
    assert ("markets.mx", Meaning.PART) in values
    assert ("images.0.file", Meaning.MEDIA) in values
    assert ("certificates.0.file", Meaning.MEDIA) in values
    assert ("", Meaning.PART) in values


def test_what_nobody_wrote_is_not_walked() -> None:
    company = Sme.model_validate(
        {
            "id": "x",
            "status": "draft",
            "source_language": "en",
            "name": "X",
            "cluster": "c",
            "country": "AT",
            "sectors": ["s"],
        }
    )
    assert found(company) == {
        ("", Meaning.PART), ("source_language", Meaning.LANGUAGE), ("name", Meaning.LINE), ("country", Meaning.COUNTRY),
    }  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_no_language_country_or_currency_is_forgotten(kind: str) -> None:
    special = {Country: Meaning.COUNTRY, Currency: Meaning.CURRENCY, LanguageTag: Meaning.LANGUAGE}
    for model in parts_of(KINDS[kind].record):
        planned = {one.name: one.meaning for one in plan(model)}
        for name, hint in get_type_hints(model, include_extras=True).items():
            for annotation, meaning in special.items():
                if annotation in (hint, *get_args(hint)) and not str(hint).startswith("dict"):
                    assert planned[name] is meaning, f"{model.__name__}.{name}"


def parts_of(model: type[Part]) -> set[type[Part]]:
    """Return the classes of all parts a record of this kind may hold."""
    record = model.model_validate({**example(model), "id": "x"})
    return {type(spot.value) for spot in spots(record) if spot.meaning is Meaning.PART}


def test_every_meaning_has_an_annotation_or_a_name() -> None:
    assert {meaning for _, meaning in MEANINGS} | {
        Meaning.MEDIA,
        Meaning.TIME_ZONE,
        Meaning.REVIEWED,
        Meaning.PART,
    } == set(Meaning)


def test_the_plan_of_a_model_is_made_once() -> None:
    assert plan(Cluster) is plan(Cluster)
    assert plan(Market) != plan(Offering)
