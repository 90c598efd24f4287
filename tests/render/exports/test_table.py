"""The flat table of a catalogue."""

from c2site.catalogue import Portal
from c2site.render.exports.table import COLUMNS, Table, table
from tests.render.exports.portals import small_portal, world_portal


def small_table(tag: str = "en", **changes: dict) -> Table:
    portal = small_portal(**changes)
    return table(portal, portal.catalogue(portal.profiles.editions["br-2026"]), tag)


def first_row(found: Table) -> dict[str, str | int]:
    return dict(zip(found.columns, found.rows[0], strict=True))


def world_tables() -> list[tuple[Portal, str, Table]]:
    portal = world_portal()
    editions = portal.profiles.editions.values()
    return [(portal, one.id, table(portal, portal.catalogue(one), tag)) for one in editions for tag in one.languages]


def test_row_of_an_offering_says_what_who_and_where():
    known = {name: cell for name, cell in first_row(small_table()).items() if cell != ""}
    assert known == {
        "edition": "br-2026",
        "number": 1,
        "id": "gauge",
        "name": "Gauge",
        "kind": "Thing",
        "company": "=Tide & <Sons>",
        "cluster": "Reef",
        "country": "Portugal",
        "sectors": "Water",
        "status": "sold there",
        "summary": "Reads the tide.",
        "language": "en",
        "hs": "902610",
        "website": "https://tide.example/",
        "address": "https://quay.example/id/gauge/",
        "sources": "https://example.org/invented/reef?a=1&b=2",
    }


def test_words_follow_the_reader_and_name_their_language():
    arabic, latin, greek = (first_row(small_table(tag)) for tag in ("ar", "sr-Latn", "el"))
    assert (arabic["summary"], arabic["language"], arabic["country"]) == ("يقرأ المد.", "ar", "البرتغال")
    assert (latin["name"], latin["summary"], latin["language"]) == ("Merač", "Meri plimu.", "sr-Latn")
    assert (greek["summary"], greek["language"]) == ("Reads the tide.", "en")


def test_code_without_a_word_stands_for_itself():
    found = first_row(small_table(offering={"stage": "field-tested", "kind": "product"}))
    assert (found["kind"], found["stage"]) == ("Thing", "field-tested")


def test_names_are_never_rewritten_in_another_script():
    assert first_row(small_table("sr-Latn", sme={"name": "Плима"}))["company"] == "Плима"


def test_cells_hold_no_line_breaks():
    found = first_row(small_table(offering={"summary": {"en": "Reads\r\nthe\ttide."}}))
    assert found["summary"] == "Reads the tide."


def test_codes_of_the_market_join_those_of_the_offering():
    market = {"br": {"status": "pilot", "codes": {"hs": ["902610", "902620"]}}}
    assert first_row(small_table(offering={"markets": market}))["hs"] == "902610 902620"


def test_source_without_a_public_address_is_named_by_its_key():
    assert first_row(small_table(source={"url": "javascript:alert(1)"}))["sources"] == "reef-report"


def test_every_row_of_an_invented_partnership_says_so():
    for portal, _, found in world_tables():
        notices = set(portal.profiles.partnership.notice.values())
        assert found.columns[-1] == "notice"
        assert all(row[-1] in notices for row in found.rows)
    assert small_table().columns == COLUMNS


def test_all_entries_stand_in_the_table_in_order_in_every_language():
    for portal, edition, found in world_tables():
        entries = portal.catalogue(portal.profiles.editions[edition]).entries
        assert [row[1:3] for row in found.rows] == [(entry.number, entry.offering.id) for entry in entries]
        assert {row[0] for row in found.rows} == {edition}


def test_edition_without_entries_has_headers_only():
    found = small_table(offering={"markets": {"br": {"status": "not-offered"}}})
    assert found.rows == ()
    assert len(found.headers) == len(found.columns)
