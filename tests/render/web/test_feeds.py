"""Feeds of what is new, read as XML and held against RFC 4287."""

import re
from dataclasses import replace
from datetime import date

import lxml.etree
import pytest

from c2site.catalogue import Portal
from c2site.render.web.feeds import feed, feed_path
from c2site.render.web.news import MOST, day_of, latest
from tests.render.exports.portals import HOSTILE, small_portal

ATOM = "{http://www.w3.org/2005/Atom}"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT00:00:00Z")
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def read(portal: Portal, tag: str, folder: str = "", key: str = "") -> lxml.etree._Element:
    return lxml.etree.fromstring(feed(portal, portal.readers.of(tag), latest(portal, folder, key), folder, key).encode())


@pytest.mark.parametrize(("folder", "key"), [("", ""), ("markets", "br"), ("sectors", "energy")])
@pytest.mark.parametrize("tag", ["en", "ar", "sr-Latn"])
def test_every_feed_has_what_the_standard_asks(portal: Portal, tag: str, folder: str, key: str):
    found = read(portal, tag, folder, key)
    own = portal.site_url + feed_path(portal.readers.of(tag), folder, key)
    assert found.get(LANGUAGE) == tag
    assert found.findtext(f"{ATOM}id") == found.find(f"{ATOM}link[@rel='self']").get("href") == own
    assert found.findtext(f"{ATOM}title") and found.findtext(f"{ATOM}author/{ATOM}name")
    entries = found.findall(f"{ATOM}entry")
    assert entries
    for one in (found, *entries):
        assert MOMENT.fullmatch(one.findtext(f"{ATOM}updated"))
    ids = [one.findtext(f"{ATOM}id") for one in entries]
    assert len(set(ids)) == len(ids) and all(one.startswith(f"{portal.site_url}id/") for one in ids)
    assert all(one.find(f"{ATOM}link[@rel='alternate']").get("href").startswith(portal.site_url + portal.readers.of(tag).slug) for one in entries)
    assert max(one.findtext(f"{ATOM}updated") for one in entries) == found.findtext(f"{ATOM}updated")


def test_the_latest_comes_first_and_nothing_from_tomorrow(portal: Portal):
    days = [day_of(portal, getattr(portal.profiles, folder)[key]) for folder, key in latest(portal)]
    assert days == sorted(days, reverse=True)
    assert max(days) <= portal.today
    assert len(days) <= MOST


def test_a_stated_day_counts_before_the_day_its_sources_were_read():
    portal = small_portal(offering={"reviewed_on": "2026-03-01"})
    assert day_of(portal, portal.profiles.offerings["gauge"]) == date(2026, 3, 1)
    assert day_of(small_portal(), small_portal().profiles.offerings["gauge"]) == date(2026, 9, 1)
    assert day_of(portal, portal.profiles.smes["tide"]) is None


def test_foreign_words_carry_their_language():
    (entry,) = read(small_portal(), "ar").findall(f"{ATOM}entry")
    assert entry.find(f"{ATOM}title").get(LANGUAGE) == "en"
    assert entry.find(f"{ATOM}summary").get(LANGUAGE) is None


@pytest.mark.parametrize("name", [one for one in HOSTILE if "\r" not in one])
def test_hostile_names_are_text(name: str):
    portal = small_portal(offering={"name": {"en": name}, "summary": {"en": name}})
    (entry,) = read(portal, "en").findall(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == entry.findtext(f"{ATOM}summary") == name.strip()
    assert len(entry) == 6


def test_an_empty_feed_is_dated_by_the_build(portal: Portal):
    empty = replace(portal, profiles=replace(portal.profiles, offerings={}, smes={}, events={}, editions={}, clusters=portal.profiles.clusters))
    assert lxml.etree.fromstring(feed(empty, empty.readers.default, []).encode()).findtext(f"{ATOM}updated") == f"{portal.today}T00:00:00Z"
