"""Scores reckoned by hand in the world, what they ask in each market, and what to write next."""

from dataclasses import replace
from pathlib import Path

import pytest

from c2site.catalogue import Portal
from c2site.catalogue.completeness import TEXTS, Score, average, cluster_keeping, completeness
from c2site.catalogue.steps import next_steps, written_out
from c2site.check.missing import LOOKED_FOR
from c2site.load.files import COMPLETENESS
from c2site.load.weights import weights
from c2site.model import Completeness


def of(portal: Portal, folder: str, key: str) -> dict[tuple[str, str], Score]:
    return {(one.market, one.language): one for one in completeness(portal)[folder, key]}


def had(score: Score) -> dict[str, tuple[int, int]]:
    return {one.field: (one.had, one.points) for one in score.asked}


def changed(portal: Portal, folder: str, key: str, **fields: object) -> Portal:
    records = getattr(portal.profiles, folder)
    return replace(portal, profiles=replace(portal.profiles, **{folder: {**records, key: records[key].model_copy(update=fields)}}))


def test_score_of_an_offering_is_as_reckoned_by_hand(portal: Portal):
    score = of(portal, "offerings", "hull-robot")["br", "pt-BR"]
    # A service: no customs code. Brazil's record tells how public buyers buy and uses ISIC; none of its requirements with papers is about it.
    assert had(score) == {
        "name.pt": (5, 5), "summary.pt": (12, 12), "description.pt": (0, 8), "markets.br": (12, 12), "certificates": (0, 10), "codes.cpv": (0, 8),
        "codes.ciiu": (0, 4), "mailbox": (0, 10), "website": (6, 6), "benefits": (5, 5), "readiness": (0, 4), "stage": (0, 4), "chain_stages": (3, 3), "images": (0, 4),
    }  # fmt: skip
    assert score.points == 100 * 43 // 95 == 45


def test_score_of_a_company_is_as_reckoned_by_hand(portal: Portal):
    score = of(portal, "smes", "oneil")["br", "pt-BR"]
    assert had(score) == {
        "summary.pt": (12, 12), "description.pt": (0, 8), "markets.br": (12, 12), "city": (3, 3), "website": (6, 6), "mailbox": (0, 10), "size": (4, 4), "founded": (0, 3),
        "certificates": (0, 10), "export": (0, 5), "logo": (0, 2), "references": (0, 6), "languages": (0, 4),
    }  # fmt: skip
    assert score.points == 100 * 37 // 85 == 43


def test_profile_that_tells_everything_has_a_hundred(portal: Portal):
    assert {one.points for one in completeness(portal)["smes", "onda-mansa"]} == {100}


def test_each_language_has_a_score_of_its_own(portal: Portal):
    scores = of(portal, "smes", "oneil")
    assert scores["br", "pt-BR"].points - scores["br", "en"].points == 14
    assert "summary.en" in {one.field for one in scores["br", "en"].asked}


def test_papers_are_those_the_market_asks_for(portal: Portal):
    scores = of(portal, "offerings", "shore-power")
    assert (scores["br", "en"].points, scores["jp", "en"].points) == (100, 89)
    (paper,) = (one for one in scores["jp", "en"].asked if one.field == "certificates")
    assert (paper.had, paper.sought) == (0, ("NAMI",))


def test_codes_are_those_the_market_uses(portal: Portal):
    for market, wanted in {"br": {"codes.hs", "codes.cpv", "codes.ciiu"}, "jp": {"codes"}}.items():
        assert {one.field for one in of(portal, "offerings", "shore-power")[market, "en"].asked if one.field.startswith("codes")} == wanted


def test_offering_that_is_not_offered_in_a_market_has_no_score_there(portal: Portal):
    assert {market for market, _ in of(portal, "offerings", "quay-lighting")} == {"jp"}


def test_all_that_is_looked_for_first_is_asked(portal: Portal):
    kinds = {"clusters": "cluster", "smes": "sme", "offerings": "offering"}
    for (folder, _), scores in completeness(portal).items():
        for score in scores:
            asked = {one.field.split(".")[0] for one in score.asked} | set(TEXTS[folder])
            assert set(LOOKED_FOR[kinds[folder]]) <= asked


def test_weights_are_the_partnerships_own(tmp_path: Path, portal: Portal):
    assert weights(tmp_path, COMPLETENESS, Completeness) == (Completeness(), [])
    (tmp_path / "data").mkdir()
    (tmp_path / COMPLETENESS).write_text("mailbox: 0\nimages: 40\n", encoding="utf-8")
    own, _ = weights(tmp_path, COMPLETENESS, Completeness)
    weighed = replace(portal, profiles=replace(portal.profiles, completeness=own))
    assert had(of(weighed, "offerings", "hull-robot")["br", "en"])["images"] == (0, 40)
    assert "mailbox" not in had(of(weighed, "offerings", "hull-robot")["br", "en"])
    (tmp_path / COMPLETENESS).write_text("mailbox: many\n", encoding="utf-8")
    assert [one.field for one in weights(tmp_path, COMPLETENESS, Completeness)[1]] == ["mailbox"]


def test_steps_are_in_the_order_of_what_they_bring_and_bring_it(portal: Portal):
    scores = completeness(portal)["offerings", "hull-robot"]
    steps = next_steps(scores)
    assert [(one.gain, one.where, one.field) for one in steps[:2]] == [(10, ("offerings", "hull-robot"), "certificates"), (10, ("smes", "oneil"), "mailbox")]
    assert [one.gain for one in steps] == sorted((one.gain for one in steps), reverse=True)
    after = completeness(changed(portal, "smes", "oneil", mailbox="info@oneil.example"))["offerings", "hull-robot"]
    assert average(after) - average(scores) in (steps[1].gain - 1, steps[1].gain)


def test_every_step_says_what_to_write_and_it_is_valid(portal: Portal):
    for scores in completeness(portal).values():
        for step in next_steps(scores):
            written = written_out(step, portal.profiles)
            if step.field != "offerings":
                record = getattr(portal.profiles, step.where[0])[step.where[1]]
                type(record).model_validate({**record.model_dump(mode="json", by_alias=True, exclude_defaults=True), **written})


def test_nothing_is_lacking_where_the_score_is_full(portal: Portal):
    assert next_steps(completeness(portal)["smes", "onda-mansa"]) == ()


@pytest.mark.parametrize(("key", "cluster"), [(("offerings", "night-quay"), "mare-clara"), (("smes", "amwaj"), "gal-bahir"), (("clusters", "saaristovalo"), "saaristovalo")])
def test_each_profile_belongs_to_the_cluster_that_keeps_it(portal: Portal, key: tuple[str, str], cluster: str):
    assert cluster_keeping(portal, key) == cluster


def test_partnership_without_markets_or_profiles_has_no_scores(portal: Portal):
    assert set(completeness(replace(portal, profiles=replace(portal.profiles, markets={}))).values()) == {()}
    assert average(()) == 0


def test_company_without_offerings_is_told_to_add_one(portal: Portal):
    lonely = replace(portal, profiles=replace(portal.profiles, offerings={}))
    assert "offerings" in {one.field for one in next_steps(completeness(lonely)["smes", "oneil"])}
