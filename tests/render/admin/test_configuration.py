"""What Decap is told: every field of every kind, in the editor's words, and nothing that is not public."""

import json
from collections.abc import Iterator

import pytest

from c2site.catalogue import Portal
from c2site.model import KINDS
from c2site.model.base import values_of
from c2site.render.admin import code_host, configuration

HOST = code_host("https://github.com/partners/portal", {}, is_local=False)


@pytest.fixture(scope="module")
def told(portal: Portal) -> dict:
    with portal.asked.noting():
        return configuration(portal, portal.readers.of("en"), HOST)


@pytest.fixture(scope="module")
def collections(told: dict) -> dict[str, dict]:
    return {one["name"]: one for one in told["config"]["collections"]}


def fields_of(collection: dict) -> list[dict]:
    return collection.get("fields") or collection["files"][0]["fields"]


def walked(fields: list[dict]) -> Iterator[dict]:
    for one in fields:
        yield one
        yield from walked([one["field"]] if "field" in one else one["fields"] if isinstance(one.get("fields"), list) else [])


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_every_field_of_a_kind_is_on_its_form(collections: dict[str, dict], kind):
    name = f"{kind.name}-mare-clara" if kind.by_cluster else kind.name
    wanted = {about.alias or name for name, about in values_of(kind.record).items()} - ({"id"} if kind.folder == "." else set())
    assert wanted <= {one["name"] for one in fields_of(collections[name])}


def test_records_of_a_cluster_lie_in_its_folder_and_belong_to_it(collections: dict[str, dict]):
    clusters = [one for name, one in collections.items() if name.startswith(("sme-", "offering-"))]
    assert [one["folder"] for one in clusters] == [f"data/{kind}/{cluster}" for kind in ("smes", "offerings") for cluster in ("gal-bahir", "mare-clara", "saaristovalo")]
    assert {"name": "cluster", "widget": "hidden", "default": "mare-clara"} in collections["sme-mare-clara"]["fields"]
    assert [name for name, one in collections.items() if one.get("hide")] == ["sme", "offering"]


def test_every_reference_leads_to_a_collection_and_every_list_of_choices_is_there(told: dict, collections: dict[str, dict]):
    for one in (field for collection in collections.values() for field in walked(fields_of(collection))):
        assert one.get("collection", "sme") in collections, one
        assert [name for name in one.get("options", ()) if isinstance(name, str) and name not in told["options"]] == [], one
        assert one["widget"] in {"hidden", "select", "relation", "texts", "string", "text", "number", "datetime", "object", "list", "image", "file"}


def test_nothing_inside_a_part_that_may_be_left_out_is_asked_for(collections: dict[str, dict]):
    founded = next(one for one in fields_of(collections["sme-mare-clara"]) if one["name"] == "turnover")
    assert [one["required"] for one in founded["fields"]] == [False] * len(founded["fields"])


def test_editors_page_names_no_record_that_nobody_may_see(told: dict, portal: Portal):
    said = json.dumps(told, ensure_ascii=False)
    assert not any(one in said for one in ("rascunho", *(prospect.organisation for prospect in portal.profiles.prospects.values())))
    assert "onda-mansa" in said


def test_labels_and_choices_are_in_the_editors_language(portal: Portal):
    with portal.asked.noting():
        greek = configuration(portal, portal.readers.of("el"), HOST)
    assert greek["config"]["locale"] == "gr"
    assert {"value": "AT", "label": "Αυστρία"} in greek["options"]["country"]


@pytest.mark.parametrize(
    ("address", "told", "backend", "asked"),
    [
        ("https://github.com/partners/portal", {}, {"name": "github", "repo": "partners/portal", "branch": "main"}, "https://api.github.com"),
        ("https://github.com/partners/portal.git", {"branch": "next"}, {"name": "github", "repo": "partners/portal", "branch": "next"}, "https://api.github.com"),
        ("https://github.com/partners/portal", {"base_url": "https://login.partners.example/x"},
         {"name": "github", "repo": "partners/portal", "branch": "main", "base_url": "https://login.partners.example/x"},
         "https://api.github.com https://login.partners.example"),
        ("https://gitlab.partners.example/data/portal", {"auth_type": "pkce"},
         {"name": "gitlab", "repo": "data/portal", "branch": "main", "api_root": "https://gitlab.partners.example/api/v4", "base_url": "https://gitlab.partners.example", "auth_type": "pkce"},
         "https://gitlab.partners.example"),
        ("", {}, {"name": "proxy", "proxy_url": "http://localhost:8081/api/v1", "branch": "main"}, "http://localhost:8081"),
    ],
)  # fmt: skip
def test_code_host_follows_from_the_repositorys_address(address: str, told: dict, backend: dict, asked: str):
    host = code_host(address, told, is_local=False)
    assert host.backend == backend
    rules = dict(rule.split(" ", 1) for rule in host.policy.split("; "))
    assert rules["connect-src"] == f"'self' data: blob: {asked}"
    assert rules["script-src"] == "'self' 'unsafe-eval'"


def test_own_machine_is_asked_only_where_the_page_is_not_for_production():
    near, far = (code_host("https://github.com/partners/portal", {}, is_local=local) for local in (True, False))
    assert near.is_local and "http://localhost:8081" in near.policy
    assert "localhost" not in far.policy
