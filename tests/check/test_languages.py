"""Language tags exist, are read by somebody, and the source language is written."""

from collections.abc import Callable

import pytest

from c2site.check.languages import nearest_tag

Told = Callable[..., list[tuple[str, str]]]
BOREAL, CLUSTER, PARTNERSHIP = "data/smes/blue-river/boreal.yml", "data/clusters/blue-river.yml", "data/partnership.yml"
SUMMARY = "  en: Boreal finds leaks."


@pytest.mark.parametrize(
    ("tag", "meant"),
    [("gr", "el"), ("rs", "sr"), ("cz", "cs"), ("spa", "es"), ("gre", "el"), ("iw", "he"), ("xx", None), ("zz", None)],
)
def test_the_tag_meant_is_found(tag: str, meant: str | None) -> None:
    assert nearest_tag(tag, frozenset({"en", "es", "sr", "sr-Latn", "el"})) == meant


@pytest.mark.parametrize(
    ("path", "passage", "expected"),
    [
        (BOREAL, {"country: AT": "country: AT\nlanguages: [de, xx]"}, [("languages.1", "unknown-language")]),
        (
            BOREAL,
            {"country: AT": "country: AT\ntranslations:\n  xx: reviewed"},
            [("translations.xx", "unknown-language")],
        ),
        (
            BOREAL,
            {"country: AT": "country: AT\ntranslations:\n  de: reviewed"},
            [("translations.de", "unread-language")],
        ),
        (BOREAL, {"source_language: en": "source_language: xx"}, [("source_language", "unknown-language")]),
        (PARTNERSHIP, {"fallback: [sr, en]": "fallback: [sr, xx]"}, [("languages.4.fallback.1", "unknown-language")]),
        (PARTNERSHIP, {"derived_from: sr": "derived_from: rs"}, [("languages.4.derived_from", "unknown-language")]),
        ("data/markets/mx.yml", {"chain: [es, en]": "chain: [es, xx]"}, [("languages.0.chain.1", "unknown-language")]),
        ("data/events/expo.yml", {"kind: fair": "kind: fair\nlanguages: [xx]"}, [("languages.0", "unknown-language")]),
    ],
)
def test_a_tag_is_checked_wherever_it_stands(told: Told, path: str, passage: dict[str, str], expected: list) -> None:
    assert [one for one in told(change={path: passage}) if "language" in one[1]] == expected


def test_a_region_nobody_reads_is_told_with_the_language_that_is_read(told: Told) -> None:
    assert told(change={BOREAL: {SUMMARY: f"{SUMMARY}\n  en-GB: Boreal finds leaks."}}) == [
        ("summary.en-GB", "unread-language")
    ]


def test_a_market_s_own_language_is_read(told: Told) -> None:
    assert told(change={BOREAL: {SUMMARY: f"{SUMMARY}\n  es-MX: Boreal busca fugas."}}) == []


def test_a_cluster_may_bear_its_name_in_any_language(told: Told) -> None:
    assert told(change={CLUSTER: {"  en: Blue River Water Cluster": "  de: Wassercluster Blauer Fluss"}}) == []


def test_a_cluster_s_name_must_still_stand_under_a_language(told: Told) -> None:
    assert told(change={CLUSTER: {"  en: Blue River Water Cluster": "  xx: Wassercluster"}})[0] == (
        "name.xx",
        "unknown-language",
    )


def test_one_text_without_the_source_language_is_told_at_the_text(told: Told) -> None:
    change = {"data/value_chains/city-water.yml": {"      en: Decide": "      es: Decidir"}}
    assert told(change=change) == [("stages.1.name", "missing-source-text")]


def test_a_record_wholly_in_another_language_is_told_once(told: Told) -> None:
    assert told(change={"data/value_chains/city-water.yml": {"source_language: en": "source_language: es"}}) == [
        ("source_language", "wrong-source-language")
    ]


def test_a_record_without_texts_has_no_source_text_to_miss(told: Told) -> None:
    assert told(change={"data/prospects/agua.yml": {"source_language: en": "source_language: es"}}) == []
