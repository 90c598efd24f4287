"""Line cards: one sheet, in order, in every direction, with little and with much."""

from collections.abc import Callable, Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from c2site.build.readback import read_back
from c2site.catalogue import Portal, Wanted, selections
from c2site.render import printed
from tests.render.printed.conftest import THEME

NAUGHTY = ["<script>alert(1)</script> #panic() $x$ {{7*7}} C#", "*_`\\ @sme-x <sme-amwaj> //", "שלום Ω é ъ مرحبا", "W" * 300, "﷽ naïve"]
Data = dict[str, Any]


@pytest.fixture(scope="module")
def data(portal: Portal, brand: Mapping[str, Any]) -> Callable[..., Data]:
    def made(sme: str, tag: str, **wanted: Any) -> Data:
        (edition,) = selections(portal, Wanted(smes=(sme,), languages=(tag,), **wanted))
        return printed.line_card(portal, portal.catalogue(edition), tag, brand)

    return made


@pytest.fixture(scope="module")
def typeset(type_folder: Path) -> Callable[[Data], bytes]:
    return lambda data: printed.typeset(data, THEME, type_folder)


@pytest.fixture(scope="module")
def card(data: Callable[..., Data], typeset: Callable[[Data], bytes]) -> Callable[[str, str], bytes]:
    return cache(lambda sme, tag: typeset(data(sme, tag)))


def words(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]


def test_a_card_is_read_from_the_name_to_the_contact(card: Callable[[str, str], bytes], portal: Portal):
    (text,) = words(card("onda-mansa", "en"))
    told = ["Onda Mansa", "Builds plugs", "What it offers", "Shore-power cabinet", "853710", "The night-quiet quay", "Contact", "vendas@", "Maré Clara", "Invented funding"]
    places = [text.find(one) for one in told]
    assert [one for one in told if one not in text] == []
    assert places == sorted(places)


@pytest.mark.parametrize(("sme", "tag"), [("onda-mansa", "en"), ("amwaj", "ar"), ("empty-quay", "sr")])
def test_its_code_leads_to_the_permanent_address_and_nothing_leaves_the_margins(card: Callable[[str, str], bytes], portal: Portal, sme: str, tag: str):
    found = read_back(card(sme, tag))
    assert (found.pages, found.outside, found.dead) == (1, {}, [])
    assert found.codes == [(1, portal.permanent(sme))]


def test_many_offerings_fill_the_back_and_no_more(data: Callable[..., Data], typeset: Callable[[Data], bytes], portal: Portal):
    much = data("onda-mansa", "ar")
    much["card"]["offers"]["rows"] = much["card"]["offers"]["rows"] * 5
    much["card"]["more"] = much["card"]["more"] * 5
    found = read_back(typeset(much))
    assert (found.pages, found.outside) == (2, {})
    assert [address for _, address in found.codes] == [portal.permanent("onda-mansa")] * 2


def test_what_finds_no_room_is_counted(data: Callable[..., Data], typeset: Callable[[Data], bytes]):
    much = data("onda-mansa", "en")
    much["card"]["offers"]["rows"] = much["card"]["offers"]["rows"] * 60
    much["card"]["more"] = [{"t": f"and {count} more", "lang": "en", "region": None, "dir": "ltr"} for count in range(1, 121)]
    front, back = words(typeset(much))
    shown = front.count("Shore-power cabinet\n") + back.count("Shore-power cabinet\n") + (front + back).count("The night-quiet quay\n")
    assert f"and {120 - shown} more" in back


@pytest.mark.parametrize("naughty", NAUGHTY)
def test_any_name_and_text_is_printed_as_it_is(data: Callable[..., Data], typeset: Callable[[Data], bytes], naughty: str):
    odd = data("onda-mansa", "en")
    text = "".join(char for char in naughty if not list(printed.missing_glyphs({"t": char})))
    for part in (odd["card"]["name"], odd["card"]["summary"], odd["card"]["place"], odd["card"]["offers"]["rows"][0]["name"]):
        part["t"] = text
    pdf = typeset(odd)
    found = "".join("".join(words(pdf)).split()).replace("\u200b", "")
    if text.isascii():
        assert found.count("".join(text.split())) >= 3
    assert read_back(pdf).outside == {}


def test_the_same_card_has_the_same_bytes(data: Callable[..., Data], typeset: Callable[[Data], bytes], card: Callable[[str, str], bytes]):
    assert typeset(data("onda-mansa", "en")) == card("onda-mansa", "en")


def test_a_card_for_a_market_says_how_offerings_stand_there_on_its_paper(data: Callable[..., Data]):
    made = data("onda-mansa", "en", markets=("jp",))
    assert made["book"]["paper"] == "us-letter"
    assert "Japan" in made["card"]["market"]["t"]
    assert all(row["status"] for row in made["card"]["offers"]["rows"])
    assert data("onda-mansa", "en", markets=("jp",), paper="a4")["book"]["paper"] == "a4"


def test_who_has_no_mailbox_is_reached_through_the_cluster(data: Callable[..., Data], portal: Portal):
    reached = [one for one in portal.profiles.smes.values() if not one.website and not one.mailbox]
    made = data(reached[0].id, "el")["card"]
    assert made["contact"]["rows"] == []
    assert made["cluster"]["rows"]
