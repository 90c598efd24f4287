"""Contact cards, read back by a program nobody here wrote."""

import pytest
import vobject

from c2site.catalogue import Portal
from c2site.render.exports import card
from tests.render.exports.portals import HOSTILE, small_portal


def read(portal: Portal, kind: str = "smes", key: str = "tide") -> vobject.base.Component:
    raw = card(portal, getattr(portal.profiles, kind)[key])
    (found,) = vobject.readComponents(raw.decode())
    return found


def test_a_company_is_an_organisation_with_its_role_mailbox_and_website():
    found = read(small_portal(sme={"name": "Tide", "mailbox": "office@tide.example", "city": "Porto, Vila Nova"}))
    assert found.version.value == "3.0"
    assert (found.fn.value, found.org.value, found.email.value, found.url.value) == ("Tide", ["Tide"], "office@tide.example", "https://tide.example/")
    assert (found.adr.value.city, found.adr.value.country) == ("Porto, Vila Nova", "Portugal")
    assert found.uid.value == "https://quay.example/id/tide/"


def test_a_cluster_has_one_too_and_what_nobody_knows_is_left_out():
    found = read(small_portal(), "clusters", "reef")
    assert found.fn.value == "Reef"
    assert not {"email", "url", "geo", "tel"} & found.contents.keys()


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_stays_one_name(name: str):
    found = read(small_portal(sme={"name": name, "city": name}))
    assert found.fn.value == found.org.value[0] == found.adr.value.city == " ".join(name.split())
    assert set(found.contents) == {"version", "fn", "n", "org", "x-abshowas", "url", "adr", "note", "source", "uid", "rev"}


def test_lines_are_folded_at_75_octets_and_end_with_crlf():
    raw = card(small_portal(sme={"name": "Кеј " * 60}), small_portal(sme={"name": "Кеј " * 60}).profiles.smes["tide"])
    lines = raw.split(b"\r\n")
    assert lines[-1] == b"" and b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 75


def test_same_data_same_bytes():
    assert card(small_portal(), small_portal().profiles.smes["tide"]) == card(small_portal(), small_portal().profiles.smes["tide"])
