"""The JSON Schemas say what the models accept, describe every field, and are fresh."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import check_jsonschema
import pytest
import yaml
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from c2site.load.files import record_files
from c2site.model import KINDS
from c2site.model.examples import example
from c2site.model.schema import schemas, schemas_as_text

ROOT = Path(__file__).parents[2]
MISTAKES = ROOT / "tests/mistakes"
SCHEMAS = schemas()


def fields(schema: dict[str, Any], name: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every field of a schema and of its parts, named by part and field."""
    for field, one in schema.get("properties", {}).items():
        yield f"{name}{field}", one
    for part, one in schema.get("$defs", {}).items():
        yield from fields(one, f"{part}.")


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_names_its_dialect_and_itself(kind: str) -> None:
    schema = SCHEMAS[kind]
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"].endswith(f"/{kind}.schema.json")
    assert schema["title"]
    assert schema["description"]
    assert schema["additionalProperties"] is False
    Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_has_a_title_and_a_description(kind: str) -> None:
    lacking = [name for name, one in fields(SCHEMAS[kind]) if not one.get("title") or not one.get("description")]
    assert lacking == []


@pytest.mark.parametrize("kind", KINDS)
def test_descriptions_are_sentences(kind: str) -> None:
    for name, one in fields(SCHEMAS[kind]):
        assert one["description"].endswith((".", "?")), name
        assert one["description"][0].isupper() or one["description"][0] in "`", name


@pytest.mark.parametrize("kind", KINDS)
def test_every_example_is_valid(kind: str) -> None:
    schema = SCHEMAS[kind]
    validator = Draft202012Validator(schema)
    assert list(validator.iter_errors(schema["examples"][0])) == []
    for name, one in fields(schema):
        for sample in one.get("examples", ()):
            assert list(validator.evolve(schema={**one, "$defs": schema.get("$defs", {})}).iter_errors(sample)) == [], (
                name
            )


@pytest.mark.parametrize("kind", KINDS)
def test_every_value_has_an_example(kind: str) -> None:
    parts = {"$ref", "items"}
    lacking = [name for name, one in fields(SCHEMAS[kind]) if not one.get("examples") and not parts & one.keys()]
    assert lacking == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_example_record_is_one(kind: str) -> None:
    record = KINDS[kind].record
    assert record.model_validate({**example(record), "id": "x"})


@pytest.mark.parametrize("kind", KINDS)
def test_only_the_partnership_writes_its_id(kind: str) -> None:
    schema = SCHEMAS[kind]
    assert ("id" in schema["properties"]) is (kind == "partnership")
    assert "id" not in schema["required"]


@pytest.mark.parametrize("kind", KINDS)
def test_absent_values_are_left_out_and_not_null(kind: str) -> None:
    assert '"null"' not in json.dumps(SCHEMAS[kind])


@pytest.mark.parametrize("kind", KINDS)
def test_schema_and_model_refuse_the_same_records(kind: str) -> None:
    validator = Draft202012Validator(SCHEMAS[kind], format_checker=Draft202012Validator.FORMAT_CHECKER)
    good = example(KINDS[kind].record)
    for spoilt in _spoilt(good):
        assert _model_accepts(kind, spoilt) == validator.is_valid(spoilt), spoilt.keys() ^ good.keys()


def _spoilt(good: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield records with one mistake each: a field too many, one missing, a shape or a choice that is wrong."""
    yield {**good, "unheard_of": "x"}
    for name in good:
        yield {key: value for key, value in good.items() if key != name}
        yield {**good, name: {"value": ["x"]}}
        yield {**good, name: [{"x": "y"}]}
        if isinstance(good[name], str) and name in (
            "status",
            "kind",
            "state",
            "type",
            "country",
            "currency",
            "valid_until",
        ):
            yield {**good, name: "Something else"}


def _model_accepts(kind: str, values: dict[str, Any]) -> bool:
    if kind == "offering" and not values.get("sme") and not values.get("smes"):
        return True  # That somebody makes it is a rule between fields, which the schema does not tell.
    try:
        KINDS[kind].record.model_validate({**values, "id": "x"})
    except ValidationError:
        return False
    return True


def test_the_written_schemas_are_fresh() -> None:
    written = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "data/schema").glob("*.json")}
    assert written == schemas_as_text(), "run `make schema`"


def test_a_schema_is_written_the_same_way_twice() -> None:
    assert schemas_as_text() == schemas_as_text()


def checked(kind: str, paths: list[Path]) -> Result:
    """Run check-jsonschema, which nobody here wrote."""
    schema = ROOT / "data/schema" / f"{kind}.schema.json"
    return CliRunner().invoke(check_jsonschema.main, ["--schemafile", str(schema), *map(str, paths)])


@pytest.mark.parametrize("kind", KINDS)
def test_check_jsonschema_accepts_the_real_data(kind: str) -> None:
    paths = [ROOT / file.path for file in record_files(ROOT)[0] if file.kind.name == kind]
    if not paths:
        pytest.skip(f"the partnership has written no {kind}")
    done = checked(kind, paths)
    assert done.exit_code == 0, done.output


def test_check_jsonschema_accepts_the_invented_data_and_refuses_a_mistake(tmp_path: Path) -> None:
    texts = yaml.safe_load((MISTAKES / "minimal.yml").read_text(encoding="utf-8"))["files"]
    company = tmp_path / "acme.yml"
    company.write_text(texts["data/smes/blue-river/acme.yml"], encoding="utf-8")
    assert checked("sme", [company]).exit_code == 0
    company.write_text(company.read_text(encoding="utf-8").replace("website:", "websit:"), encoding="utf-8")
    assert "websit" in checked("sme", [company]).output
