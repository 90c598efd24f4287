"""Which offerings fit which needs, and why: computed by hand for each reason, and measured on judged pairs."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from c2site.build.prepare import prepared
from c2site.build.settings import settings_from
from c2site.catalogue import Portal
from c2site.catalogue.matches import Match, matches
from c2site.load.files import MATCHING
from c2site.load.weights import weights
from c2site.model import Matching, Profiles
from tests.conftest import REPOSITORY, TODAY

MATCHING_WORLD = REPOSITORY / "tests" / "matching_world"
LABELS: dict[str, dict[str, list[str]]] = yaml.safe_load((MATCHING_WORLD / "labels" / "matches.yml").read_text(encoding="utf-8"))
# What was measured when the weights were settled; whoever changes them looks at both figures.
LEAST_PRECISION, LEAST_RECALL = 0.86, 0.89

Matched = Callable[..., tuple[Match, ...]]


@pytest.fixture(scope="module")
def lumen() -> Portal:
    return prepared(replace(settings_from(MATCHING_WORLD, {}), today=TODAY)).portal


@pytest.fixture
def matched(lumen: Portal) -> Matched:
    """The matches of a need after fields of it, or the weights, were changed."""

    def found(need: str, weights: Matching | None = None, today: date = TODAY, **changed: Any) -> tuple[Match, ...]:
        one = lumen.profiles.needs[need].model_copy(update=changed)
        alone = replace(lumen.profiles, needs={need: one}, matching=weights or Matching())
        return matches(alone, today).matches_of_need.get(need, ())

    return found


def reasons(found: tuple[Match, ...], offering: str) -> dict[str, list[tuple]]:
    told: dict[str, list[tuple]] = {}
    for one in next(match.reasons for match in found if match.offering == offering):
        told.setdefault(one.kind, []).append((one.points, *one.values))
    return told


def test_the_labelled_set_is_large_enough_and_names_what_is_there(lumen: Portal):
    pairs = [(need, one) for need, judged in LABELS.items() for several in judged.values() for one in several]
    assert len(set(pairs)) == len(pairs) >= 60
    assert {need for need, _ in pairs} <= set(lumen.profiles.needs) and {one for _, one in pairs} <= set(lumen.profiles.offerings)


def test_precision_at_five_is_not_lower_than_when_the_weights_were_settled(lumen: Portal):
    precision, recall = quality(lumen.profiles)
    print(f"\nprecision at 5: {precision:.3f}, recall at 5: {recall:.3f}, {len(LABELS)} needs")
    assert precision >= LEAST_PRECISION and recall >= LEAST_RECALL


def quality(profiles: Profiles) -> tuple[float, float]:
    """Return the mean precision and recall at five over the labelled needs; what was not judged counts as wrong, no match as none right."""
    found = matches(profiles, TODAY).matches_of_need
    precision, recall = 0.0, 0.0
    for need, judged in LABELS.items():
        shown = [one.offering for one in found.get(need, ())[:5]]
        right = len(set(shown) & set(judged["relevant"]))
        precision += right / len(shown) if shown else 0.0
        recall += right / len(judged["relevant"])
    return precision / len(LABELS), recall / len(LABELS)


def test_each_reason_gives_the_points_of_its_weight(matched: Matched):
    found = matched("need-street-lamps", certificates=("ISO 14001",))
    assert reasons(found, "quiet-lantern") == {
        "same_code": [(40, "cpv", "34928530")], "stage": [(10, "make")], "sector": [(8, "light")], "selling": [(8, "mx")],
        "certificate": [(6, "ISO 14001")], "size": [(3, "small")],
    }
    assert next(one.points for one in found if one.offering == "quiet-lantern") == 40 + 10 + 8 + 8 + 6 + 3


def test_codes_match_by_their_headings(matched: Matched):
    """34928530 and 34928510 share four headings from the third digit on: 349, 3492, 34928, 349285."""
    assert reasons(matched("need-street-lamps"), "column-works")["near_code"] == [(24, "cpv", "349285")]


def test_a_wide_code_of_a_need_takes_in_the_codes_below_it(matched: Matched, lumen: Portal):
    codes = lumen.profiles.needs["need-street-lamps"].codes.model_copy(update={"cpv": ("34920000-2",)})
    assert reasons(matched("need-street-lamps", codes=codes), "quiet-lantern")["code_under"] == [(30, "cpv", "34920000")]


def test_the_combined_nomenclature_is_read_as_the_harmonized_system(matched: Matched, lumen: Portal):
    codes = lumen.profiles.needs["need-street-lamps"].codes.model_copy(update={"cpv": (), "cn": ("94054290",)})
    assert reasons(matched("need-street-lamps", codes=codes), "quiet-lantern")["near_code"] == [(12, "cn", "940542")]


@pytest.mark.parametrize(("need", "offering", "kind", "points"), [
    ("need-bus-priority", "green-wave", "pilot", (8, "dz")), ("need-clean-air", "lamp-sensor", "planned", (4, "mx")),
    ("need-kerb-chargers", "kerb-charge", "seeking_partner", (10, "mx")), ("need-quiet-pump", "pump-soft", "word", (9, "pump", "en")),
])  # fmt: skip
def test_how_an_offering_stands_in_a_market_and_what_texts_share_counts(matched: Matched, need: str, offering: str, kind: str, points: tuple):
    assert points in reasons(matched(need), offering)[kind]


def test_the_country_sought_counts(matched: Matched, lumen: Portal):
    sought = lumen.profiles.needs["need-street-lamps"].partner_sought.model_copy(update={"countries": ("SE", "FI")})
    assert reasons(matched("need-street-lamps", partner_sought=sought), "quiet-lantern")["country"] == [(5, "FI")]


def test_who_sells_for_others_is_not_led_to_those_who_sell_already(matched: Matched):
    found = matched("need-meter-brands", weights=Matching(least=18))
    assert "seeking_partner" in reasons(found, "meter-cloud") and "selling" not in reasons(found, "street-meter")


def test_sector_and_market_alone_are_no_match(matched: Matched):
    assert "bath-tap" not in [one.offering for one in matched("need-water-loss")]


def test_what_has_no_subject_in_common_is_never_a_match(matched: Matched):
    everything = Matching(least=0, shown=20)
    found = matched("need-old-town", weights=everything)
    assert {one.offering for one in found}.isdisjoint({"light-plan", "lamp-keepers"})


def test_offerings_of_other_clusters_stand_first(matched: Matched):
    found = matched("need-city-model", weights=Matching(least=10, shown=20))
    across = [one.across for one in found]
    assert across == sorted(across, reverse=True) and {True, False} == set(across)


def test_who_seeks_is_not_led_to_their_own_offerings(matched: Matched):
    assert "quiet-lantern" not in [one.offering for one in matched("need-street-lamps", owner="hiljalyhty", visibility="public")]


def test_nobody_can_tell_from_its_matches_who_stands_behind_an_anonymous_need(lumen: Portal):
    need = lumen.profiles.needs["need-lamp-control"]
    assert (need.owner, need.sources, need.notes, need.source_language) == (None, (), None, "und")
    assert not any(one.across for one in lumen.matches.matches_of_need["need-lamp-control"])


def test_a_need_whose_deadline_has_passed_has_no_matches(matched: Matched):
    deadline = date(2027, 12, 31)
    assert matched("need-quiet-pump", today=deadline) and not matched("need-quiet-pump", today=date(2028, 1, 1))


def test_an_offering_and_its_company_know_the_needs_they_answer(lumen: Portal):
    assert [one.need for one in lumen.matches.matches_of_offering["pump-soft"]] == ["need-quiet-pump", "need-cloudburst"]
    assert {one.need for one in lumen.matches.matches_of_sme["dazhd"]} == {"need-quiet-pump", "need-cloudburst"}


def test_the_order_of_the_files_changes_nothing(lumen: Portal):
    turned = {folder: dict(reversed(list(getattr(lumen.profiles, folder).items()))) for folder in ("offerings", "smes")}
    assert matches(replace(lumen.profiles, **turned), TODAY).matches_of_need == dict(lumen.matches.matches_of_need)


def test_weights_are_read_from_the_partnerships_own_file(tmp_path: Path):
    (tmp_path / "data").mkdir()
    assert weights(tmp_path, MATCHING, Matching) == (Matching(), [])
    (tmp_path / "data" / "matching.yml").write_text("same_code: 12\n", encoding="utf-8")
    assert weights(tmp_path, MATCHING, Matching)[0] == Matching(same_code=12)
    (tmp_path / "data" / "matching.yml").write_text("same_code: many\nprice: 3\n", encoding="utf-8")
    assert [(one.field, one.code) for one in weights(tmp_path, MATCHING, Matching)[1]] == [("same_code", "wrong-number"), ("price", "unknown-field")]
