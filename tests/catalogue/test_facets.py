"""By what offerings and companies are narrowed down."""

import pytest

from c2site.catalogue import Portal
from c2site.catalogue.facets import key_of


def test_standing_in_a_market_is_a_value_behind_the_market(portal: Portal):
    choices = portal.facets["offerings"]["market"]
    assert "night-quay" in choices["br"].ids
    assert "night-quay" in choices["br.planned"].ids
    assert set(choices["br.planned"].ids) <= set(choices["br"].ids)


def test_a_market_where_nothing_is_offered_is_no_value(portal: Portal):
    stated = {key for one in portal.profiles.offerings.values() for key, stand in one.markets.items() if stand.status == "not-offered"}
    assert not any(key.endswith(".not-offered") for key in portal.facets["offerings"]["market"])
    assert all(one not in portal.facets["offerings"]["market"].get(key, _Nobody).ids for key in stated for one in _refusing(portal, key))


class _Nobody:
    ids = ()


def _refusing(portal: Portal, market: str) -> list[str]:
    return [one.id for one in portal.profiles.offerings.values() if market in one.markets and one.markets[market].status == "not-offered"]


def test_a_company_has_the_markets_of_its_offerings(portal: Portal):
    makers = {maker for one in portal.profiles.offerings.values() if "br" in one.markets for maker in one.makers if maker in portal.profiles.smes}
    assert set(portal.facets["smes"]["market"]["br"].ids) == makers


@pytest.mark.parametrize(("one", "other", "same"), [
    ("ISO 9001", "iso 9001", True), ("ISO 9001:2015", "ISO 9001/2015", True), ("C++", "C#", False), ("ГОСТ", "НОМ", False), ("x" * 200, "x" * 201, False),
])  # fmt: skip
def test_values_keep_apart_in_addresses(one: str, other: str, same: bool):
    assert (key_of(one) == key_of(other)) is same
    assert all(key_of(value).strip("abcdefghijklmnopqrstuvwxyz0123456789.-") == "" for value in (one, other))


@pytest.mark.parametrize("value", ["../../etc/passwd", "</script>", "a/b", ".", "", "\u202e"])
def test_a_value_never_leaves_its_folder(value: str):
    key = key_of(value)
    assert key and "/" not in key and not key.startswith(".")
