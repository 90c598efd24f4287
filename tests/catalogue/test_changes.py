"""What a catalogue says is new, changed and withdrawn, reckoned by hand from the recorded printing of the invented partnership."""

from dataclasses import replace
from datetime import date

import pytest

from c2site.catalogue import Portal
from c2site.catalogue.changes import Changes, changes, earlier_printing, printing
from c2site.model import Edition, Printing


def found(portal: Portal) -> Changes:
    return portal.changes(portal.catalogue(portal.profiles.editions["br-2027"]))


def recorded(edition: str, version: str, day: int) -> Printing:
    return Printing(edition=edition, version=version, day=date(2027, 1, day))


def edition(**values: object) -> Edition:
    return Edition(id="mx-2027", status="published", source_language="en", languages=("en",), **values)


def test_new_entries_are_those_the_earlier_printing_lacks(portal: Portal):
    assert [(one.number, one.offering.id) for one in found(portal).new] == [(3, "night-quay"), (5, "ballast-filter")]


def test_changed_entries_say_which_parts_have_changed(portal: Portal):
    assert [(one.offering.id, parts) for one, parts in found(portal).changed] == [("shore-power", ("proof", "trade")), ("hull-robot", ("text",))]


def test_withdrawn_entries_are_as_recorded_and_a_withdrawn_record_is_not_named(portal: Portal):
    assert [(one.number, one.id, one.name and one.name["en"]) for one in found(portal).withdrawn] == [(3, None, None), (5, "harbour-school", "Harbour school")]


def test_edition_that_nobody_printed_before_says_nothing(portal: Portal):
    assert portal.changes(portal.catalogue(portal.profiles.editions["jp-2027"])) is None


def test_what_was_just_recorded_has_no_changes(portal: Portal):
    book = portal.catalogue(portal.profiles.editions["br-2027"])
    told = changes(book, printing(book, portal.profiles.smes, date(2027, 1, 1)), portal.profiles.smes, ())
    assert (told.new, told.changed, told.withdrawn) == ((), (), ())


def test_a_translation_is_no_change_and_a_word_of_the_original_is(portal: Portal):
    book = portal.catalogue(portal.profiles.editions["br-2027"])
    before = printing(book, portal.profiles.smes, date(2027, 1, 1))
    one = portal.profiles.offerings["shore-power"]
    for tag, wanted in (("sr", []), ("en", [("shore-power", ("text",))])):
        offerings = {**portal.profiles.offerings, one.id: one.model_copy(update={"summary": {**one.summary, tag: "Other words."}})}
        other = replace(portal, profiles=replace(portal.profiles, offerings=offerings))
        now = other.catalogue(other.profiles.editions["br-2027"])
        told = changes(now, before, other.profiles.smes, ())
        assert [(entry.offering.id, parts) for entry, parts in told.changed] == wanted


@pytest.mark.parametrize(
    ("version", "follows", "wanted"),
    [("2", None, ("mx-2027", "1")), ("1", "mx-2026", ("mx-2026", "3")), ("1", None, None), ("3", "mx-2026", ("mx-2027", "2"))],
)
def test_compared_is_the_last_version_before_or_else_the_edition_that_is_followed(version: str, follows: str | None, wanted: tuple | None):
    printings = [recorded("mx-2026", "2", 1), recorded("mx-2026", "3", 2), recorded("mx-2027", "1", 3), recorded("mx-2027", "2", 4)]
    since = earlier_printing(edition(version=version, follows=follows), printings)
    assert (since and (since.edition, since.version)) == wanted
