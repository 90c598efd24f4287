"""A catalogue's companies as contact cards, read back by a program nobody here wrote."""

import pytest
import vobject

from c2site.catalogue import Portal
from c2site.render.exports import cards_file
from tests.render.exports.portals import HOSTILE, small_portal, world_portal


def read(portal: Portal, edition: str, tag: str) -> list[vobject.base.Component]:
    return list(vobject.readComponents(cards_file(portal, portal.catalogue(portal.profiles.editions[edition]), tag).decode()))


def test_every_company_of_the_catalogue_has_one_card():
    portal = world_portal()
    catalogue = portal.catalogue(portal.profiles.editions["br-2027"])
    named = [one.name for chapter in catalogue.chapters for one in (*(sheet.sme for sheet in chapter.sheets), *chapter.others)]
    assert [one.fn.value for one in read(portal, "br-2027", "pt")] == named
    assert {one.version.value for one in read(portal, "br-2027", "pt")} == {"4.0"}


def test_card_is_an_organisation_and_says_the_language_of_each_text():
    changes = {"summary": {"en": "Reads the tide.", "ar": "يقرأ المد."}, "mailbox": "office@tide.example", "city": "Porto", "languages": ["pt", "en"]}
    (found,) = read(small_portal(sme=changes), "br-2026", "ar")
    assert (found.kind.value, found.email.value, found.url.value) == ("org", "office@tide.example", "https://tide.example/")
    assert (found.note.value, found.note.params["LANGUAGE"]) == ("يقرأ المد.", ["ar"])
    assert (found.categories.value, found.uid.value) == (["المياه"], "https://quay.example/id/tide/")
    assert [one.value for one in found.contents["lang"]] == ["pt", "en"]


def test_text_in_another_language_is_marked_as_such():
    (found,) = read(small_portal(sme={"summary": {"en": "Reads the tide."}}), "br-2026", "ar")
    assert found.note.params["LANGUAGE"] == ["en"]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_words_stay_one_value(name: str):
    (found,) = read(small_portal(sme={"name": name, "summary": {"en": name}}), "br-2026", "en")
    plain = name.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    assert found.fn.value in (" ".join(name.split()), " ".join(plain.split()))
    assert set(found.contents) == {"version", "kind", "fn", "org", "url", "adr", "categories", "note", "source", "uid", "rev"}


def test_lines_are_folded_and_the_same_each_time():
    portal = small_portal(sme={"name": "Кеј " * 60})
    made = [cards_file(portal, portal.catalogue(portal.profiles.editions["br-2026"]), "sr") for _ in range(2)]
    assert made[0] == made[1] and max(map(len, made[0].split(b"\r\n"))) <= 75
