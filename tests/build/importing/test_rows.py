"""A questionnaire row by row: what its cells mean, and every way in which one is refused."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from c2site.build.importing import ADDED, CHANGED, REFUSED, UNCHANGED, Asked, brought
from c2site.build.prepare import Prepared
from c2site.errors import DataError
from c2site.load.document import parsed
from c2site.load.mapping import mapping_in
from tests.build.importing.brought_in import HEADING, copied, mapped, rows, told
from tests.load.test_questionnaire import xlsx

BASE = ("Name: name", "Country: country", "Sectors: sectors, separator: ','")
ROW = ("Agua Clara", "España", "Água, Energy")
COMMA = HEADING.replace("point", "comma")


def values(ready: Prepared, *columns: str, row: tuple[Any, ...], heading: str = HEADING, more: str = "") -> dict:
    """Return the new record of one row, with what every company must have before it."""
    header = [one.partition(":")[0] for one in (*BASE, *columns)]
    found = rows(ready, mapped(*BASE, *columns, heading=heading, more=more), header, [*ROW, *row])
    [one] = found.of(ADDED)
    assert told(found) == []
    return parsed(one.path, one.after).values


def refused(ready: Prepared, *columns: str, row: tuple[Any, ...], heading: str = HEADING) -> list[tuple[str, str]]:
    """Return code and hint of what is refused in the cells of one row behind those every company must have."""
    header = [one.partition(":")[0] for one in (*BASE, *columns)]
    found = rows(ready, mapped(*BASE, *columns, heading=heading), header, [*ROW, *row])
    assert [one.state for one in found.entries] == [ADDED]
    return [(one.code, one.hint) for one in found.refused]


def test_words_of_any_language_become_codes(world: Prepared):
    found = values(world, "Speaks: languages", "Exports: export.countries", "Samples: founded.inferred", "Size: size", row=("Spanish; арапски; en", "الجزائر; Γαλλία", "да", "small"))
    assert (found["country"], found["sectors"], found["export"]) == ("ES", ["water", "energy"], {"countries": ["DZ", "FR"]})
    assert (found["languages"], found["founded"], found["size"]) == (["es", "ar", "en"], {"inferred": "true"}, "small")


@pytest.mark.parametrize(
    ("written", "heading", "meant"),
    [
        ("1.234,50", COMMA, "1234.50"), ("1.200", COMMA, "1200"), ("1 234,5", COMMA, "1234.5"), ("1,234.50", HEADING, "1234.50"), ("1,200", HEADING, "1200"), ("1.200", HEADING, "1.200"),
        ("12", COMMA, "12"), (12.5, COMMA, "12.5"), (1200, COMMA, "1200"),
    ],
)  # fmt: skip
def test_figures_are_read_with_the_tables_own_sign(world: Prepared, written: Any, heading: str, meant: str):
    found = values(world, "Turnover: turnover.value", row=(written,), heading=heading, more="constants:\n  turnover.currency: EUR")
    assert found["turnover"]["value"] == meant


@pytest.mark.parametrize(
    ("written", "order", "meant"),
    [
        ("31.12.2026", "day-first", "2026-12-31"), ("3/4/2026", "day-first", "2026-04-03"), ("3/4/2026", "month-first", "2026-03-04"), ("2026. 4. 3.", "year-first", "2026-04-03"),
        (46387, "day-first", "2026-12-31"), (date(2026, 12, 31), "month-first", "2026-12-31"), ("2026-12-31", "day-first", "2026-12-31"),
    ],
)  # fmt: skip
def test_days_are_read_in_the_tables_own_order(world: Prepared, written: Any, order: str, meant: str):
    heading = HEADING.replace("day-first", order)
    assert values(world, "Reviewed: reviewed_on", row=(written,), heading=heading)["reviewed_on"] == meant


def test_zeros_that_a_spreadsheet_took_away_come_back_where_the_form_leaves_no_doubt(world: Prepared):
    heading = HEADING.replace("kind: sme", "kind: offering")
    columns = ("Name: name", "Company: sme", "Sectors: sectors", "Kind: kind", "Text: summary", "HS: codes.hs", "CPV: codes.cpv", "NACE: codes.nace")
    header = [one.partition(":")[0] for one in columns]
    found = rows(world, mapped(*columns, heading=heading), header, ["Meter", "Onda Mansa", "water", "product", "Counts.", 90610, 3111900, "1.11"])
    [one] = found.of(ADDED)
    assert told(found) == []
    assert one.path == "data/offerings/mare-clara/meter.yml"
    assert parsed(one.path, one.after).values["codes"] == {"hs": ["090610"], "cpv": ["03111900"], "nace": ["01.11"]}


def test_records_of_every_kind_are_found_by_their_names(world: Prepared):
    profiles = world.portal.profiles
    others = f"{profiles.clusters['mare-clara'].name['en']}; {profiles.smes['onda-mansa'].name}"
    columns = ("Id: id", "Title: title", "Kind: kind", "Start: start", "Host: organiser", "Hosts: co_organisers")
    row = ["ev-new", "A day", "conference", date(2027, 5, 1), profiles.partnership.name["en"], others]
    found = rows(world, mapped(*columns, heading=HEADING.replace("kind: sme", "kind: event")), [one.partition(":")[0] for one in columns], row)
    assert told(found) == []
    [one] = found.of(ADDED)
    event = parsed(one.path, one.after).values
    assert (event["organiser"], event["co_organisers"]) == (profiles.partnership.id, ["mare-clara", "onda-mansa"])


def test_texts_stand_under_their_languages_and_translations_are_unreviewed(world: Prepared):
    columns = ("Text: summary", "Text (pt): summary, language: pt", "Words: keywords", "Words (pt): 'keywords', language: pt")
    found = values(world, *columns, row=("Counts drops.", "Conta gotas.", "drops; counting", "gotas; contagem"))
    assert found["summary"] == {"en": "Counts drops.", "pt": "Conta gotas."}
    assert found["keywords"] == [{"en": "drops", "pt": "gotas"}, {"en": "counting", "pt": "contagem"}]
    assert (found["status"], found["source_language"], found["translations"]) == ("draft", "en", {"pt": "unreviewed"})


def test_columns_that_fill_one_list_of_texts_fill_it_one_behind_the_other(world: Prepared):
    columns = ("Words: keywords", "Words (pt): keywords, language: pt", "More: keywords, language: en", "More (pt): keywords, language: pt")
    found = values(world, *columns, row=("water; salt", "água", "light", "sal; luz"))
    assert found["keywords"] == [{"en": "water", "pt": "água"}, {"en": "salt", "pt": "sal"}, {"en": "light", "pt": "luz"}]


def test_parts_of_one_item_stand_together(world: Prepared):
    found = values(world, "Papers: certificates.type", "Until: certificates.valid_until", row=("ISO 9001; CE", "2027-02-28; 2028-03-31"))
    assert found["certificates"] == [{"type": "ISO 9001", "valid_until": "2027-02-28"}, {"type": "CE", "valid_until": "2028-03-31"}]


def test_columns_that_fill_a_list_within_a_part_keep_what_others_wrote(world: Prepared):
    found = values(world, "Papers: certificates.type", "Valid in: certificates.valid_in", "And in: certificates.valid_in", row=("ISO 9001", "PT", "ES"))
    assert found["certificates"] == [{"type": "ISO 9001", "valid_in": ["PT", "ES"]}]


def test_constants_stand_in_parts_and_lists_as_cells_do(world: Prepared):
    constants = "constants:\n  certificates.type: ISO 9001; CE\n  keywords: water\n  summary: Counts.\n  languages: en; pt"
    found = values(world, "Until: certificates.valid_until", "Words: keywords", row=("2027-02-28", "salt"), more=constants)
    assert found["certificates"] == [{"type": "ISO 9001", "valid_until": "2027-02-28"}, {"type": "CE"}]
    assert (found["keywords"], found["summary"], found["languages"]) == ([{"en": "water"}, {"en": "salt"}], {"en": "Counts."}, ["en", "pt"])


def test_a_mappings_own_words_come_first(world: Prepared):
    [one] = rows(world, mapped(BASE[0], BASE[1], "Field: sectors, words: {The sea: shipping}"), ["Name", "Country", "Field"], ["Tide", "PT", "the  sea"]).of(ADDED)
    assert parsed(one.path, one.after).values["sectors"] == ["shipping"]


@pytest.mark.parametrize(
    ("column", "cell", "code", "hint"),
    [
        ("X: export.countries", "Espagna", "import-country", "Did you mean Spagna (ES)?"),
        ("X: export.countries", "Atlantis beyond", "import-country", "Write its name, or its two letters (ISO 3166-1)."),
        ("X: languages", "Spanisk-ish", "import-language", "Did you mean"),
        ("X: size", "tiny", "import-word", "If it means one of these"),
        ("X: founded.inferred", "maybe", "import-word", "If it means one of these"),
        ("X: employees.value", "about 12", "wrong-number", "such as `12`"),
        ("X: employees.value", "1.200", "import-ambiguous", "one thing only"),
        ("X: export.share", 0.4, "wrong-number", "digits only"),
        ("X: reviewed_on", "31.12.26", "wrong-date", "2026-05-31"),
        ("X: reviewed_on", "12/31/2026", "wrong-date", "Write year-month-day"),
        ("X: website", "www.tide.example", "wrong-url", "Write `https://www.tide.example`."),
        ("X: mailbox", "ana.ruiz@tide.example", "import-person", "info@"),
        ("X: mailbox", "nobody", "wrong-mailbox", "role"),
        ("X: summary", "Call Ana, +34 600 000 000", "import-person", "Leave it out"),
        ("X: summary", "Write to ana@tide.example", "import-person", "Leave it out"),
        ("X: summary", "x" * 301, "too-long", ""),
        ("X: city", "=HYPERLINK(1)", "workbook-formula", "Write its result"),
        ("X: city", "@SUM(1)", "workbook-formula", "Write its result"),
        ("X: city", "Por\u202eto", "text-control", ""),
        ("X: activities", 62.1, "import-code", "Write `62.10`, in a cell of text."),
        ("X: activities", "water", "import-code", "in a cell of text"),
        ("X: ids.duns", "1234567", "import-code", "in a cell of text"),
        ("X: former_name", "cmd|' /C calc'!A0", None, ""),
    ],
)
def test_what_is_uncertain_is_refused_and_the_rest_of_the_row_stands(world: Prepared, column: str, cell: Any, code: str | None, hint: str):
    found = refused(world, column, row=(cell,))
    assert [one for one, _ in found] == ([code] if code else [])
    assert all(hint in said for _, said in found)


def test_cells_are_told_by_their_addresses_all_at_once(world: Prepared):
    header = ["Name", "Country", "Sectors", "Staff"]
    table = [["Tide One", "PT", "water", "many"], ["Tide Two", "Atlantis", "water", 3], [None, "PT", "water", 4], ["Tide One", "PT", "water", 5], ["!!", "PT", "water", 1]]
    found = rows(world, mapped(*BASE, "Staff: employees.value"), ["Survey"], header, *table)
    assert told(found) == [
        ("D3", "employees.value", "wrong-number"), ("B4", "country", "import-country"), ("B5", "", "import-no-name"), ("A6", "id", "import-id-taken"), ("A7", "name", "import-no-id"),
    ]  # fmt: skip
    assert {one.path for one in found.refused} == {"answers.xlsx#Sheet1"}
    assert [one.state for one in found.entries] == [ADDED, REFUSED, REFUSED, REFUSED, REFUSED]


def test_records_that_exist_are_found_by_id_or_name_and_only_filled_up(tmp_path: Path):
    ready = copied(tmp_path)
    columns = ("Id: id", "Name: name", "City: city", "Text: summary, language: fi")
    table = [["Id", "Name", "City", "Text"], ["onda-mansa", None, "Porto", None], [None, "Café Ångström & Daughters", None, "Kahvia."], ["oneil", "O’Neil’s Marés", None, None]]
    ids = {one.id: one.name for one in ready.portal.profiles.smes.values()}
    table[2][1], table[3][1] = ids["cafe-angstrom"].upper(), ids["oneil"]
    found = rows(ready, mapped(*columns), *table)
    assert told(found) == []
    assert [(one.state, [(step.place, step.new) for step in one.differences]) for one in found.entries][:1] == [(CHANGED, [(("city",), "Porto")])]
    assert found.entries[2].state == UNCHANGED
    assert found.entries[1].path == "data/smes/gal-bahir/cafe-angstrom.yml"
    found.rewriting(ready.settings.root).write()
    assert "fi: Kahvia." in (ready.settings.root / found.entries[1].path).read_text(encoding="utf-8")


def test_two_rows_about_one_record_never_overwrite_each_other(world: Prepared):
    name = world.portal.profiles.smes["onda-mansa"].name
    table = [["onda-mansa", None, "Atlantis", "Braga"], ["onda-mansa", None, None, "Porto"], [None, name, None, "Lisboa"]]
    found = rows(world, mapped("Id: id", "Name: name", "Size: size", "City: city"), ["Id", "Name", "Size", "City"], *table)
    assert told(found) == [("C2", "size", "import-word"), ("A3", "id", "import-id-taken"), ("B4", "id", "import-id-taken")]
    assert [(one.state, [step.new for step in one.differences]) for one in found.entries] == [(CHANGED, ["Braga"]), (REFUSED, []), (REFUSED, [])]


@pytest.mark.parametrize(("name", "site", "key"), [("Чиста вода", None, "chista-voda"), ("Ναυτική Ισχύς", "https://www.naval-power.example", "naval-power"), ("Ação & Mar, S.A.", None, "acao-mar-s-a")])
def test_ids_are_made_of_names_in_latin_letters_or_of_the_website(world: Prepared, name: str, site: str | None, key: str):
    header = ["Name", "Country", "Sectors", "Site"]
    [one] = rows(world, mapped(*BASE, "Site: website", heading=HEADING.replace("language: en", "language: bg")), header, [name, "BG", "water", site]).of(ADDED)
    assert one.path == f"data/smes/mare-clara/{key}.yml"


def test_ids_that_are_or_were_another_records_are_never_given(world: Prepared):
    profiles = replace(world.loaded.profiles, withdrawn=frozenset({("smes", "gone")}), renamed={("needs", "merged"): "need-sockets"})
    ready = replace(world, loaded=replace(world.loaded, profiles=profiles))
    keys = ["shore-power", "water", "gone", "merged", profiles.partnership.id]
    found = rows(ready, mapped("Id: id", *BASE), ["Id", "Name", "Country", "Sectors"], *([key, "A", "PT", "water"] for key in keys))
    assert told(found) == [(f"A{line}", "id", "import-id-taken") for line in range(2, 7)]


def test_a_mapping_that_does_not_fit_is_told_before_anything_else(world: Prepared):
    wish = mapped("Nam: name", "Country: cuontry", "Sectors: sectors", "Sectors2: country", "Land: country", more="constants:\n  turnover.currency2: EUR")
    with pytest.raises(DataError) as caught:
        rows(world, wish, ["Name", "Country", "Sectors", "Sectors2", "Land"], ["Tide", "PT", "water", "", ""])
    assert [(one.code, one.field, one.hint) for one in caught.value.problems] == [
        ("import-twice", "", "Take one of them out of the mapping, or give them different languages."),
        ("import-header", "columns.0", "Did you mean `Name`?"),
        ("import-field", "columns.1", "Did you mean `country`?"),
    ]


@pytest.mark.parametrize(("first", "second"), [("summary", "summary, language: en"), ("city, language: en", "city, language: pt")])
def test_two_columns_never_fill_one_value(world: Prepared, first: str, second: str):
    with pytest.raises(DataError) as caught:
        rows(world, mapped(*BASE, f"A: {first}", f"B: {second}"), ["Name", "Country", "Sectors", "A", "B"], [*ROW, "x", "y"])
    assert [one.code for one in caught.value.problems] == ["import-twice"]


def test_columns_the_mapping_does_not_know_are_said(world: Prepared):
    found = rows(world, mapped(*BASE), ["Name", "Country", "Sectors", "Anything"], [*ROW, "=1+1"])
    assert [(one.code, one.severity) for one in found.refused] == [("import-unmapped", "warning")]


def test_nobodys_record_is_refused(world: Prepared):
    found = rows(world, mapped(*BASE, heading=HEADING.replace("cluster: mare-clara\n", "")), ["Name", "Country", "Sectors"], list(ROW))
    assert told(found) == [("A2", "cluster", "import-cluster")]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40).map(str.strip).filter(bool) | st.sampled_from(["a: b", "- x", "#1", "{a}", "&a", "NO", "'", '"', "%", "a\n\nb", "0123", "---"]))
def test_any_text_is_refused_or_stands_in_the_file_as_it_was(world: Prepared, text: str):
    table = "Id,Name,Country,Sectors,Text\n" + "tide-x,Tide,PT,water," + '"' + text.replace('"', '""') + '"\n'
    found = brought(world, "answers.csv", table.encode(), mapped("Id: id", *BASE, "Text: summary")).plan
    [one] = found.of(ADDED)
    said = parsed(one.path, one.after).values.get("summary")
    assert said == {"en": text} if not found.refused else said is None


@pytest.mark.parametrize("raw", [b"", b"one line\n", b"1,2\n3,4\n"])
def test_a_table_without_a_header_is_told(world: Prepared, raw: bytes):
    with pytest.raises(DataError) as caught:
        brought(world, "answers.csv", raw, Asked())
    assert [one.code for one in caught.value.problems] == ["import-no-header"]


@pytest.mark.parametrize(("wish", "code"), [(Asked(sheet="Answer"), "import-sheet"), (Asked(language="xx-nowhere"), "import-language")])
def test_a_sheet_or_a_language_nobody_knows_is_told(world: Prepared, wish: Asked, code: str):
    with pytest.raises(DataError) as caught:
        brought(world, "answers.xlsx", xlsx(Answers=[["Name", "City"], ["Tide", "Porto"]]), wish)
    assert [one.code for one in caught.value.problems] == [code]


def test_marks_nobody_sees_in_headers_do_not_enter_a_mapping(world: Prepared):
    found = brought(world, "answers.xlsx", xlsx(Answers=[["\u200fName\u200f", "City:\n(town)"], ["Tide", "Porto"]]), Asked())
    assert [one.header for one in mapping_in("answers.yml", found.proposal.text.encode()).columns] == ["Name", "City:\n(town)"]
