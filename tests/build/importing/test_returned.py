"""A workbook of ours that comes back: what differs is taken, cell by cell, and nothing else."""

from pathlib import Path

import pytest

from c2site.build.importing import ADDED, CHANGED, REFUSED, UNCHANGED, Asked, Brought, Plan, brought
from c2site.build.prepare import Prepared, prepared
from c2site.build.settings import settings_from
from c2site.load.edit import edited
from c2site.render.exports import workbook
from tests.build.importing.brought_in import added, cell, changed, copied, told
from tests.build.trees import tree
from tests.conftest import REPOSITORY
from tests.render.exports.workbooks import editions

SHORE, ONDA = "data/offerings/mare-clara/shore-power.yml", "data/smes/mare-clara/onda-mansa.yml"


@pytest.fixture
def ready(tmp_path: Path) -> Prepared:
    return copied(tmp_path)


@pytest.fixture(scope="module")
def export(world: Prepared) -> bytes:
    return workbook(world.portal, world.portal.catalogue(world.portal.profiles.editions["br-2027"]), "en")


def plan(ready: Prepared, raw: bytes) -> Plan:
    found = brought(ready, "export.xlsx", raw, Asked())
    assert isinstance(found, Brought)
    return found.plan


def test_every_export_in_every_language_comes_back_with_nothing_to_change(world: Prepared):
    for catalogue, tag in editions(world.portal):
        found = plan(world, workbook(world.portal, catalogue, tag))
        assert (found.refused, set(found.counts)) == ((), {UNCHANGED})


def test_exports_of_the_partnerships_own_data_come_back_with_nothing_to_change():
    ready = prepared(settings_from(REPOSITORY, {}))
    for edition in ready.portal.profiles.editions.values():
        found = plan(ready, workbook(ready.portal, ready.portal.catalogue(edition), edition.languages[0]))
        assert (found.refused, set(found.counts)) == ((), {UNCHANGED})


def test_a_changed_cell_changes_its_value_alone(ready: Prepared, export: bytes):
    root = ready.settings.root
    before = (root / ONDA).read_bytes()

    def edit(sheets: dict) -> None:
        cell(sheets["sme"], "sme:city", "onda-mansa").value = "Porto Imaginado"
        cell(sheets["offering"], "offering:readiness", "shore-power").value = 7

    found = plan(ready, changed(export, edit))
    assert [(one.path, one.differences) for one in found.of(CHANGED)] == [
        (ONDA, ((("city",), "Vila Imaginada", "Porto Imaginado"),)),
        (SHORE, ((("readiness",), "9", "7"),)),
    ]
    others = tree(root / "data")
    found.rewriting(root).write()
    assert (root / ONDA).read_bytes() == edited(ONDA, before, {("city",): "Porto Imaginado"})
    assert "\nreadiness: 7\n" in (root / SHORE).read_text(encoding="utf-8")
    assert {path for path, one in tree(root / "data").items() if others.get(path) != one} == {ONDA[5:], SHORE[5:]}


def test_an_emptied_cell_takes_the_value_out_and_a_column_that_is_gone_does_not(ready: Prepared, export: bytes):
    def edit(sheets: dict) -> None:
        cell(sheets["sme"], "sme:region", "onda-mansa").value = None
        for one in sheets["sme"][1]:
            if one.value == "sme:website":
                one.value = None

    assert [(one.path, [step.place for step in one.differences]) for one in plan(ready, changed(export, edit)).of(CHANGED)] == [(ONDA, [("region",)])]


def test_what_the_file_does_not_show_stays(ready: Prepared, export: bytes):
    def edit(sheets: dict) -> None:
        cell(sheets["certificates[]"], "certificates[]:issuer", "onda-mansa").value = "Another office"

    found = plan(ready, changed(export, edit))
    found.rewriting(ready.settings.root).write()
    text = (ready.settings.root / ONDA).read_text(encoding="utf-8")
    assert "Another office" in text
    assert "iso-9001-onda-mansa.pdf" in text
    assert "permission: true" in text
    assert "notes:" in text


def test_a_row_adds_an_item_and_a_client_nobody_asked_is_refused(ready: Prepared, export: bytes):
    def edit(sheets: dict) -> None:
        added(sheets["certificates[]"], {"#kind": "sme", "#id": "onda-mansa", "#position": 9, "type": "CE"})
        page = sheets["references[]"]
        page.delete_rows(cell(page, "references[]:client", "onda-mansa").row)
        added(page, {"#kind": "sme", "#id": "onda-mansa", "#position": 9, "client": "Nobody asked"})

    found = plan(ready, changed(export, edit))
    [one] = found.of(CHANGED)
    assert (one.path, one.differences) == (ONDA, ((("certificates", 2), None, {"type": "CE"}),))
    assert [(field, code) for _, field, code in told(found)] == [("references.0.permission", "missing-field")]


def test_refused_cells_leave_the_others_and_say_what_is_allowed(ready: Prepared, export: bytes):
    def edit(sheets: dict) -> None:
        cell(sheets["sme"], "sme:city", "onda-mansa").value = "Porto Imaginado"
        cell(sheets["sme"], "sme:country=country", "onda-mansa").value = "Portogal"
        cell(sheets["sme"], "sme:employees.value", "onda-mansa").value = "many"
        cell(sheets["sme"], "sme:mailbox", "onda-mansa").value = "ana.ruiz@post.example"
        cell(sheets["sme"], "sme:name", "equal").value = "=1+1"
        cell(sheets["offering"], "offering:readiness", "shore-power").value = 11

    found = plan(ready, changed(export, edit))
    assert {(one.field, one.code) for one in found.refused} >= {
        ("country", "wrong-choice"), ("employees.value", "wrong-number"), ("mailbox", "import-person"), ("readiness", "wrong-range"),
    }  # fmt: skip
    assert ("", "workbook-formula") in {(field, code) for _, field, code in told(found)}
    assert [(one.path, [step.place for step in one.differences]) for one in found.of(CHANGED)] == [(ONDA, [("city",)])]


def test_a_new_row_is_a_draft_and_a_row_that_is_gone_changes_nothing(ready: Prepared, export: bytes):
    def edit(sheets: dict) -> None:
        page = sheets["sme"]
        page.delete_rows(cell(page, "sme:name", "equal").row)
        values = {"id": "new-tide", "name": "New Tide", "cluster": "mare-clara", "country": "Portugal", "sectors": "water", "status": "published"}
        added(page, {**values, "source_language": "English"})

    found = plan(ready, changed(export, edit))
    assert [one.path for one in found.of(ADDED)] == ["data/smes/mare-clara/new-tide.yml"]
    assert (list(found.of(CHANGED, REFUSED)), {one.code for one in found.refused}) == ([], {"unknown-reference"})
    found.rewriting(ready.settings.root).write()
    assert "status: draft\n" in (ready.settings.root / "data/smes/mare-clara/new-tide.yml").read_text(encoding="utf-8")
