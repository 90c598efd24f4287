"""One company, one profile, in the right folder."""

from collections.abc import Callable

import pytest

from c2site.check.companies import likenesses, plain_name

Told = Callable[..., list[tuple[str, str]]]
BOREAL = "data/smes/blue-river/boreal.yml"
COMPANY = "status: published\nsource_language: en\nname: {name}\ncluster: blue-river\ncountry: AT\nsectors: [water]\n"


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Acme S.r.l.", "acme"),
        ("ACME SRL", "acme"),
        ("Acme d.o.o.", "acme"),
        ("Acme Co., Ltd.", "acme"),
        ("Акме ЕООД", "акме"),
        ("Εταιρεία Α.Ε.", "εταιρεια"),
        ("Agua Clara, S.L.", "aguaclara"),
        ("Ñandú", "nandu"),
        ("Blue-River Systems", "blueriversystems"),
        ("SE", "se"),
    ],
)
def test_a_name_without_its_legal_form(name: str, plain: str) -> None:
    assert plain_name(name) == plain


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Blue River", "BlueRiver Ltd"),
        ("Aquatech", "Aquateck"),
        ("Aquatech", "Aquatec"),
        ("Aquatech", "Acuatech"),
        ("IBM", "ibm"),
    ],
)
def test_names_that_are_nearly_equal(one: str, other: str) -> None:
    assert likenesses(plain_name(one)) & likenesses(plain_name(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Aquatech", "Ecotech"),
        ("Company 17", "Company 18"),
        ("Company 1", "Company 11"),
        ("Nova", "Novo"),
        ("Blue River", "Green Hill"),
    ],
)
def test_names_that_are_not(one: str, other: str) -> None:
    assert not likenesses(plain_name(one)) & likenesses(plain_name(other))


@pytest.mark.parametrize("name", ["Boreal GmbH", "BOREAL", "boreal"])
def test_a_second_profile_is_told(told: Told, name: str) -> None:
    assert told(files={"data/smes/blue-river/other.yml": COMPANY.format(name=name)}) == [("name", "duplicate-company")]


def test_a_registered_name_counts_too(told: Told) -> None:
    text = COMPANY.format(name="Leak Finder") + "legal_name: Boreal GmbH\n"
    assert told(files={"data/smes/blue-river/other.yml": text}) == [("name", "duplicate-company")]


def test_a_company_whose_registered_name_is_like_its_own_is_no_duplicate(told: Told) -> None:
    assert told(change={BOREAL: {"country: AT": "country: AT\nlegal_name: Boreal GmbH"}}) == []


def test_a_package_may_lie_with_any_of_its_companies(told: Told) -> None:
    hill = "status: published\nsource_language: en\nname:\n  en: Green Hill\nshort_name: Green Hill\ncountry: AT\nsectors: [water]\n"
    other = COMPANY.format(name="Cascade").replace("blue-river", "green-hill")
    package = {"data/offerings/blue-river/meter.yml": {"sme: acme": "smes: [cascade, acme]"}}
    assert told({"data/clusters/green-hill.yml": hill, "data/smes/green-hill/cascade.yml": other}, package) == []


def test_a_folder_named_for_a_misspelt_cluster_is_told_once(told: Told) -> None:
    assert told(change={BOREAL: {"cluster: blue-river": "cluster: blue-rivr"}}) == [("cluster", "unknown-reference")]
