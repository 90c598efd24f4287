"""Who may change what without another's review: every path counts, however strange it is."""

import shutil
from pathlib import Path

import pytest

from c2site.check.roles import ROLES, Change, changed_paths, role_problems
from c2site.load.partnership import Loaded, load_partnership
from c2site.model import KINDS
from tests.conftest import WORLD

OWN = "data/smes/mare-clara/oneil.yml"
OUTSIDE = ["c2site/build/site.py", "mkdocs.yml", ".github/workflows/build.yml", "Data/smes/mare-clara/oneil.yml", "datax/a.yml", "data", "content"]
ODD = ["/data/smes/x.yml", "data/../Makefile", "data//x.yml", "./data/x.yml", "data/smes/mare-clara/", "data\\x.yml", "data/a\nb.yml", "data/\udcff.yml", "data/\u202eb.yml", ".."]


@pytest.fixture(scope="module")
def world() -> Loaded:
    return load_partnership(WORLD)


def told(loaded: Loaded, *paths: str, role: str = "editor", cluster: str = "mare-clara") -> list[tuple[str, str]]:
    return [(one.path, one.code) for one in role_problems(loaded, Change(paths, role, cluster))]


def test_editor_changes_the_own_clusters_records_and_media(world: Loaded):
    own = [f"data/{kind.folder}/mare-clara/x.yml" for kind in KINDS.values() if kind.by_cluster]
    found = role_problems(world, Change([*own, OWN, "data/clusters/mare-clara.yml", "data/media/onda-mansa.svg"], "editor", "mare-clara"))
    assert [one for one in found if one.severity == "error"] == []


@pytest.mark.parametrize("kind", [kind for kind in KINDS.values() if kind.by_cluster or kind.name == "cluster"], ids=lambda kind: kind.name)
def test_another_clusters_records_need_its_review(world: Loaded, kind):
    folder = next((WORLD / "data" / kind.folder).glob("gal-bahir/*.yml" if kind.by_cluster else "gal-bahir.yml"))
    path = folder.relative_to(WORLD).as_posix()
    assert told(world, path) == [(path, "change-foreign")]
    assert "gal-bahir" in role_problems(world, Change([path], "editor", "mare-clara"))[0].hint


@pytest.mark.parametrize("kind", [kind for kind in KINDS.values() if not kind.by_cluster and kind.name != "cluster"], ids=lambda kind: kind.name)
def test_records_of_all_clusters_need_a_coordinators_review(world: Loaded, kind):
    path = next(file.path for (folder, _), file in world.files.items() if file.kind is kind)
    assert told(world, path) == [(path, "change-shared")]


@pytest.mark.parametrize("path", ["data/references.bib", "data/withdrawn.yml", "data/audit.yml", "data/matching.yml", "data/README.md", "content/en/about.md", "data/schema/sme.schema.json", "data/media/new.svg"])
def test_what_belongs_to_all_needs_a_coordinators_review(world: Loaded, path: str):
    assert told(world, path) == [(path, "change-shared")]


@pytest.mark.parametrize("path", ["data/smes/mare-clara/run.sh", "data/smes/mare-clara/deeper/x.yml", "data/smes/mare-clara/.x.yml", "data/smes/x.yml"])
def test_file_where_no_record_lies_is_nobodys_own(world: Loaded, path: str):
    assert told(world, path) == [(path, "change-shared")]


def test_media_of_another_cluster_are_its_own_and_shared_ones_are_all_clusters(world: Loaded, tmp_path: Path):
    assert told(world, "data/media/onda-mansa.svg", cluster="gal-bahir") == [("data/media/onda-mansa.svg", "change-foreign")]
    shutil.copytree(WORLD / "data", tmp_path / "data")
    other = tmp_path / "data/smes/gal-bahir/amwaj.yml"
    other.write_text(other.read_text(encoding="utf-8") + "\nlogo: onda-mansa.svg\n", encoding="utf-8")
    found = told(load_partnership(tmp_path), "data/media/onda-mansa.svg")
    assert found == [("data/media/onda-mansa.svg", "change-shared")]


@pytest.mark.parametrize("path", OUTSIDE)
def test_editor_changes_nothing_outside_data_and_content(world: Loaded, path: str):
    assert told(world, path) == [(path, "change-outside")]
    assert told(world, path, role="coordinator") == []


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("path", ODD)
def test_strange_paths_are_told_to_everybody_and_printed_harmlessly(world: Loaded, path: str, role: str):
    ((shown, code),) = told(world, path, role=role)
    assert code == "change-odd"
    assert shown.isprintable()


def test_changes_of_an_unknown_editor_belong_to_one_cluster(world: Loaded):
    assert told(world, OWN, "data/clusters/mare-clara.yml", cluster="") == []
    other = "data/smes/gal-bahir/amwaj.yml"
    assert told(world, OWN, other, cluster="") == [(other, "change-foreign")]


def test_coordinator_changes_every_record(world: Loaded):
    assert told(world, *(file.path for file in world.files.values()), "content/en/about.md", role="coordinator") == []


@pytest.mark.parametrize("role", ROLES)
def test_record_removed_by_hand_leaves_its_id_free(world: Loaded, tmp_path: Path, role: str):
    shutil.copytree(WORLD / "data", tmp_path / "data")
    (tmp_path / OWN).unlink()
    assert told(load_partnership(tmp_path), OWN, role=role) == [(OWN, "change-unremembered")]
    (tmp_path / "data/withdrawn.yml").write_text("ids:\n  - {id: oneil, kind: sme, day: 2027-03-01}\n", encoding="utf-8")
    assert told(load_partnership(tmp_path), OWN, role=role) == []


def test_record_moved_to_another_folder_keeps_its_id(world: Loaded, tmp_path: Path):
    shutil.copytree(WORLD / "data", tmp_path / "data")
    moved = "data/smes/gal-bahir/oneil.yml"
    (tmp_path / OWN).rename(tmp_path / moved)
    assert told(load_partnership(tmp_path), OWN, moved) == [(moved, "change-foreign")]


@pytest.mark.parametrize(
    ("raw", "paths"),
    [
        (b"", []),
        (b"a\nb\n\n", ["a", "b"]),
        (b"a\nb\0", ["a\nb"]),
        (b"a\0b\0a\0", ["a", "b"]),
        (rb'"a\"b\\c\n\303\244"' + b"\n", ['a"b\\c\nä']),
        (rb'"\377"' + b"\n", ["\udcff"]),
        (b"\xff\0", ["\udcff"]),
        (b'"\n', ['"']),
        (b' a b \n', [" a b "]),
    ],
)
def test_list_is_read_as_git_writes_it(raw: bytes, paths: list[str]):
    assert changed_paths(raw) == paths
