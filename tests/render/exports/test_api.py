"""The records for other programs: nothing the public may have is lost, nothing else is there, and all of it is as its schema says."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from openapi_spec_validator import validate

from c2site.catalogue import Portal
from c2site.catalogue.downloads import Download
from c2site.load.exported import read_exported
from c2site.model.public import NAMING, withheld
from c2site.render.exports import api, dcat, json_file
from c2site.render.exports.openapi import openapi
from c2site.render.exports.schemas import schemas
from tests.render.exports.portals import HOSTILE, small_portal, world_portal

FILES = (Download("catalogues/x.pdf", "pt", "pdf", 5, "0" * 64),)


def written(portal: Portal, folder: Path) -> Path:
    """Write the records below `api/v1/` and return its folder."""
    files = {path: api.collection(portal, path) for path in api.collection_paths()}
    return put({**files, f"{api.ROOT}index.json": api.index(portal)}, folder)


def described(portal: Portal, folder: Path) -> Path:
    """Write what else stands there, and return the folder."""
    files = {api.edition_data_path(one): api.edition(portal, portal.catalogue(one), FILES) for one in portal.profiles.editions.values()}
    told = {**schemas(portal), f"{api.ROOT}openapi.json": openapi(portal), f"{api.ROOT}{api.DCAT}": dcat(portal, {})}
    return put({**files, **told}, folder)


def put(files: dict[str, bytes], folder: Path) -> Path:
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder / api.ROOT


@pytest.fixture(scope="module")
def world_api(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("api")
    written(world_portal(), folder)
    return described(world_portal(), folder)


def known(record: object) -> dict:
    """Return what the public knows of a record, in Python's own values."""
    values = record.model_dump(exclude=withheld(type(record)))
    return {name: value for name, value in values.items() if record.visibility != "anonymous" or name not in NAMING}


def assert_same(portal: Portal, folder: Path) -> None:
    read = read_exported(folder)
    assert known(read.partnership) == known(portal.profiles.partnership)
    assert read.bibliography == dict(portal.profiles.bibliography.items())
    for name in api.FOLDERS:
        assert {key: known(one) for key, one in getattr(read, name).items()} == {key: known(one) for key, one in getattr(portal.profiles, name).items()}


def test_records_read_back_are_the_published_ones(world_api: Path):
    assert_same(world_portal(), world_api)


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_read_back_as_written(words: str, tmp_path: Path):
    assert_same(portal := small_portal(sme={"name": words, "summary": {"en": words}}, offering={"description": {"en": words}}), written(portal, tmp_path))


def test_what_is_kept_back_is_in_no_file(world_api: Path):
    text = "".join(path.read_text() for path in world_api.glob("*.json"))
    for word in ('"notes":', '"file":', '"logo":', '"images":', '"permission":', "This record uses every field"):
        assert word not in text, word
    assert {'"prospects"', '"agreements"'}.isdisjoint(text.split())


def test_who_stands_behind_an_anonymous_need_is_not_told(world_api: Path):
    rows = {one["id"]: one for one in json.loads((world_api / "needs.json").read_text())["records"]}
    assert "owner" not in rows["need-quiet-pumps"] and "owner" in rows["need-sockets"]
    assert read_exported(world_api).needs["need-quiet-pumps"].owner == world_portal().profiles.partnership.id


def test_every_file_is_as_its_schema_says(world_api: Path):
    read = {path.name: json.loads(path.read_text()) for path in (world_api / "schema").glob("*.json")}
    for schema in read.values():
        Draft202012Validator.check_schema(schema)
    files = [*world_api.glob("*.json"), *(world_api / "catalogues").glob("*.json")]
    for path in files:
        content = json.loads(path.read_text())
        if "openapi" in content and "kind" not in content:
            continue
        assert faults(read[f"{content['kind']}.schema.json"], content) == [], path
    assert len(files) > len(api.FOLDERS)


def test_a_catalogue_in_a_language_is_as_its_schema_says():
    portal = world_portal()
    schema = json.loads(schemas(portal)[f"{api.ROOT}schema/catalogue-in-a-language.schema.json"])
    for edition in portal.profiles.editions.values():
        for tag in edition.languages:
            assert faults(schema, json.loads(json_file(portal, portal.catalogue(edition), tag))) == []


def faults(schema: dict, content: dict) -> list[str]:
    return [f"{one.json_path}: {one.message[:200]}" for one in Draft202012Validator(schema, format_checker=FormatChecker()).iter_errors(content)]


def test_the_description_is_valid_and_names_files_that_are_there(world_api: Path):
    told = json.loads((world_api / "openapi.json").read_text())
    validate(told, base_uri=(world_api / "openapi.json").as_uri())
    for path, asked in told["paths"].items():
        for key in world_portal().profiles.editions:
            assert (world_api / path.lstrip("/").replace("{id}", key)).is_file()
        (content,) = asked["get"]["responses"]["200"]["content"].values()
        assert "$ref" not in content["schema"] or (world_api / content["schema"]["$ref"]).is_file()


def test_the_index_and_the_catalogues_name_files_that_are_there(world_api: Path):
    told = json.loads((world_api / "index.json").read_text())
    paths = [told["openapi"], told["dcat"], *(one[name] for one in told["collections"] for name in ("path", "schema")), *(one["path"] for one in told["catalogues"])]
    assert [path for path in paths if not (world_api / path).is_file()] == []
    files = [file for path in (world_api / "catalogues").glob("*.json") for file in json.loads(path.read_text())["files"]]
    assert [file for file in files if not (world_api / "catalogues" / file.get("schema", ".")).exists()] == []


def test_same_data_same_bytes_and_a_line_for_each_record():
    portal = world_portal()
    path = f"{api.ROOT}companies.json"
    assert api.collection(portal, path) == api.collection(portal, path)
    assert sum(line.startswith('{"id":') for line in api.collection(portal, path).decode().splitlines()) == len(portal.profiles.smes)


def test_every_file_of_an_invented_partnership_says_so(world_api: Path):
    for path in [*world_api.glob("*.json"), *(world_api / "catalogues").glob("*.json")]:
        assert path.name == "openapi.json" or json.loads(path.read_text())["invented"] is True
