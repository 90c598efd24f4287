"""What must not be published: records with errors, and all that cannot do without them."""

from c2site.check import left_out, problems
from c2site.check.references import NEEDS
from c2site.model import KINDS

from .conftest import TODAY, Partnership

CLUSTER, ACME, METER = (
    "data/clusters/blue-river.yml",
    "data/smes/blue-river/acme.yml",
    "data/offerings/blue-river/meter.yml",
)
ALL_OF_THE_CLUSTER = {
    ("clusters", "blue-river"),
    ("smes", "acme"),
    ("smes", "boreal"),
    ("offerings", "meter"),
    ("needs", "modem"),
}


def out(loaded) -> dict:
    return left_out(loaded, problems(loaded, TODAY))


def test_nothing_is_left_out_of_a_partnership_without_errors(partnership: Partnership) -> None:
    assert out(partnership()) == {}


def test_a_warning_leaves_nothing_out(partnership: Partnership) -> None:
    assert out(partnership(change={ACME: {"country: AT": "country: DE"}})) == {}


def test_a_record_with_an_error_is_left_out_with_its_first_error(partnership: Partnership) -> None:
    found = out(partnership(change={METER: {"[collect]": "[colect]", "  mx:": "  us:"}}))
    assert {key: one.code for key, one in found.items()} == {("offerings", "meter"): "unknown-reference"}


def test_a_cluster_takes_its_companies_offerings_and_needs_along(partnership: Partnership) -> None:
    found = out(partnership(change={CLUSTER: {"country: AT": "country: ZZ"}}))
    assert set(found) == ALL_OF_THE_CLUSTER
    assert found["offerings", "meter"].code == "left-out-dependency"
    assert (found["offerings", "meter"].line, found["offerings", "meter"].hint) == (6, f"Mend {CLUSTER} first.")


def test_a_cluster_that_cannot_be_read_takes_them_along_too(partnership: Partnership) -> None:
    found = out(partnership(files={CLUSTER: "name: ["}))
    assert set(found) == ALL_OF_THE_CLUSTER
    assert found["clusters", "blue-river"].code == "yaml-syntax"


def test_a_cluster_nobody_wrote_leaves_out_those_that_name_it(partnership: Partnership) -> None:
    found = out(partnership(files={CLUSTER: None}))
    assert set(found) == ALL_OF_THE_CLUSTER - {("clusters", "blue-river")}


def test_a_market_takes_its_edition_along_and_leaves_the_offering(partnership: Partnership) -> None:
    found = out(partnership(change={"data/markets/mx.yml": {"currency: MXN": "currency: MXX"}}))
    assert set(found) == {("markets", "mx"), ("editions", "mx-2026")}


def test_a_package_stands_while_one_of_its_companies_does(partnership: Partnership) -> None:
    package = {METER: {"sme: acme": "smes: [acme, boreal]", "kind: product": "kind: package"}}
    broken = {ACME: {"country: AT": "country: Austria"}, **package}
    assert set(out(partnership(change=broken))) == {("smes", "acme"), ("needs", "modem")}
    both = {**broken, "data/smes/blue-river/boreal.yml": {"country: AT": "country: Austria"}}
    assert ("offerings", "meter") in out(partnership(change=both))


def test_a_broken_sector_takes_nobody_along(partnership: Partnership) -> None:
    assert set(out(partnership(change={"data/sectors/water.yml": {"tone: environment": "tone: blue"}}))) == {
        ("sectors", "water")
    }


def test_an_event_of_the_partnership_itself_stands(partnership: Partnership) -> None:
    found = out(partnership(change={"data/partnership.yml": {"emblem: eu\n": ""}}))
    assert found == {}, "the partnership’s own errors are the builder’s to refuse"


def test_the_second_of_two_files_with_one_id_does_not_take_the_first_along(partnership: Partnership) -> None:
    loaded = partnership(files={"data/smes/green-hill/boreal.yml": "name: ["})
    assert ("smes", "boreal") in loaded.files
    assert ("smes", "boreal") not in out(loaded)


def test_left_out_needs_no_more_than_the_problems_of_some_files(partnership: Partnership) -> None:
    loaded = partnership(change={CLUSTER: {"country: AT": "country: ZZ"}})
    found = left_out(loaded, problems(loaded, TODAY, files=[CLUSTER]))
    assert set(found) == ALL_OF_THE_CLUSTER
    assert found["smes", "acme"].line == 0


def test_what_a_record_needs_is_among_what_it_may_point_to() -> None:
    for kind, groups in NEEDS.items():
        for group in groups:
            assert set(group) <= set(KINDS[kind].references)
