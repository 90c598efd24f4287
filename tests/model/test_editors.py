"""Every editor that has settings in the repository knows the schema of every folder of records."""

import json
import re
import tomllib
import xml.etree.ElementTree as ET
from collections.abc import Callable, Mapping
from pathlib import PurePosixPath

import pytest

from c2site.errors import problem
from c2site.errors.reports import text
from c2site.load.files import record_files
from c2site.model import KINDS
from tests.conftest import REPOSITORY

Mapped = Mapping[str, str]


def vscode() -> Mapped:
    return json.loads((REPOSITORY / ".vscode/settings.json").read_text())["yaml.schemas"]


def zed() -> Mapped:
    found = json.loads((REPOSITORY / ".zed/settings.json").read_text())["lsp"]["yaml-language-server"]["settings"]["yaml"]["schemas"]
    return {schema.removeprefix("./"): places for schema, places in found.items()}


def helix() -> Mapped:
    found = tomllib.loads((REPOSITORY / ".helix/languages.toml").read_text())
    return found["language-server"]["yaml-language-server"]["config"]["yaml"]["schemas"]


def jetbrains() -> Mapped:
    infos = ET.parse(REPOSITORY / ".idea/jsonSchemas.xml").iter("SchemaInfo")
    return dict(map(_mapping, infos))


def _mapping(info: ET.Element) -> tuple[str, str]:
    said = {one.get("name"): one.get("value") for one in info.iter("option")}
    return said["relativePathToSchema"], said["path"] + ("/**/*.yml" if said.get("directory") else "")


@pytest.mark.parametrize("editor", [vscode, zed, helix, jetbrains])
def test_an_editor_knows_the_schema_of_every_kind(editor: Callable[[], Mapped]) -> None:
    folders = {f"data/schema/{kind.name}.schema.json": "data/partnership.yml" if kind.folder == "." else f"data/{kind.folder}/**/*.yml" for kind in KINDS.values()}
    folders["data/schema/terms.schema.json"] = "data/terms/**/*.yml"
    assert editor() == {**folders, **{f"data/schema/{name}.schema.json": f"data/{name}.yml" for name in ("withdrawn", "matching", "completeness")}}


def test_every_mapped_schema_is_there_and_every_schema_is_mapped() -> None:
    assert set(vscode()) == {f"data/schema/{path.name}" for path in (REPOSITORY / "data/schema").glob("*.json")}


def test_every_file_of_the_real_data_has_its_kinds_schema_and_no_other() -> None:
    places = {schema: re.compile(pattern.replace(".", r"\.").replace("**/*", ".+")) for schema, pattern in vscode().items()}
    for file in record_files(REPOSITORY)[0]:
        found = [PurePosixPath(schema).name for schema, place in places.items() if place.fullmatch(file.path)]
        assert found == [f"{file.kind.name}.schema.json"], file.path


def test_the_editor_finds_the_checks_lines() -> None:
    tasks = json.loads((REPOSITORY / ".vscode/tasks.json").read_text())["tasks"]
    pattern = tasks[0]["problemMatcher"]["pattern"]["regexp"]
    first = text([problem("file-empty", "data/smes/a/b.yml", (3, 5))]).splitlines()[0]
    assert re.fullmatch(pattern, first).groups()[:4] == ("data/smes/a/b.yml", "3", "5", "error")
