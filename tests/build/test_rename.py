"""A record with another id: everything follows, its old addresses lead on, and `git revert` brings everything back."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from c2site.build import disk
from c2site.build.beginning import Wish, new_profile
from c2site.build.editing import checked
from c2site.build.forget import forget, forgetting
from c2site.build.prepare import Prepared, prepared
from c2site.build.rename import renaming
from c2site.build.rewriting import put, rewriting
from c2site.build.selecting import chosen
from c2site.build.settings import Settings, settings_from
from c2site.build.trial import new_problems
from c2site.catalogue import Portal
from c2site.catalogue.selections import Wanted
from c2site.errors import DataError
from c2site.load.partnership import load_partnership
from tests.conftest import TODAY, WORLD


@pytest.fixture
def world(tmp_path: Path) -> Settings:
    shutil.copytree(WORLD, tmp_path / "world", ignore=shutil.ignore_patterns(".cache"))
    return replace(settings_from(tmp_path / "world", {}), today=TODAY)


def rename(settings: Settings, old: str, new: str) -> None:
    renaming(settings, old, new).rewriting.write()


def files(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file() and not {".git", ".cache"} & set(path.parts)}


def text(settings: Settings, path: str) -> str:
    return (settings.root / path).read_text(encoding="utf-8")


# --- what follows


def test_references_follow_and_every_other_byte_stays(world: Settings):
    before = files(world.root)
    rename(world, "onda-mansa", "onda-water")
    after = files(world.root)
    moved = before.pop("data/smes/mare-clara/onda-mansa.yml")
    assert after["data/smes/mare-clara/onda-water.yml"] == moved
    kept = before.pop("data/smes/mare-clara/.translations/onda-mansa.yml")
    assert after["data/smes/mare-clara/.translations/onda-water.yml"] == kept
    changed = {path for path, raw in before.items() if after[path] != raw}
    assert changed == {path for path, raw in before.items() if b": onda-mansa" in raw or b"[onda-mansa" in raw}
    assert all(after[path] == before[path].replace(b"onda-mansa", b"onda-water") for path in changed)
    assert checked(world) == ()


def test_cluster_takes_its_folders_with_it(world: Settings):
    rename(world, "mare-clara", "clear-sea")
    loaded = load_partnership(world.root)
    assert checked(world) == () and not loaded.problems
    assert not [path for path in files(world.root) if "mare-clara/" in path or "/mare-clara.yml" in path]
    assert {one.folder for one in loaded.listed if one.kind.by_cluster} == {"clear-sea", "gal-bahir", "saaristovalo"}
    assert not (world.root / "data/smes/mare-clara").exists()
    assert "c2:clusters/clear-sea" in text(world, "content/en/about.md")


def test_what_programs_keep_of_a_record_goes_with_it(world: Settings):
    put(world.root, "data/smes/mare-clara/.translations/oneil.yml", b"pt: {}\n")
    rename(world, "mare-clara", "clear-sea")
    rename(world, "oneil", "only")
    assert text(world, "data/smes/clear-sea/.translations/only.yml") == "pt: {}\n"
    assert not list((world.root / "data").rglob("mare-clara"))


def test_market_is_renamed_where_it_is_the_name_of_a_field(world: Settings):
    rename(world, "br", "bra")
    assert checked(world) == ()
    assert "\n  bra:\n    status: selling\n" in text(world, "data/offerings/mare-clara/shore-power.yml")


def test_formula_that_names_a_record_follows(world: Settings):
    path = "data/indicators/ind-companies.yml"
    raw = text(world, path)
    line = next(one for one in raw.splitlines() if one.startswith("formula:"))
    put(world.root, path, raw.replace(line, "formula: count(smes where cluster is mare-clara)").encode())
    rename(world, "mare-clara", "clear-sea")
    assert "count(smes where cluster is clear-sea)" in text(world, path)


def test_place_where_the_former_id_is_a_word_is_left_to_a_person(world: Settings):
    put(world.root, "data/smes/mare-clara/oneil.yml", b"# as onda-mansa does\n" + (world.root / "data/smes/mare-clara/oneil.yml").read_bytes())
    left = renaming(world, "onda-mansa", "onda-water").left
    assert [(one.path, one.line, one.code) for one in left] == [("data/smes/mare-clara/oneil.yml", 1, "former-id")]


# --- the id


@pytest.mark.parametrize(("new", "told"), [("oneil", "taken"), ("Onda", "cannot be an id"), ("harbo", "own id"), ("a--b", "cannot be an id")])
def test_id_that_cannot_be_given_is_refused(world: Settings, new: str, told: str):
    with pytest.raises(ValueError, match=told):
        renaming(world, "onda-mansa", new)


def test_unknown_record_is_told_with_the_nearest(world: Settings):
    with pytest.raises(LookupError, match="onda-mansa"):
        renaming(world, "onda-mansb", "x")


def test_former_id_is_never_given_to_another(world: Settings):
    rename(world, "onda-mansa", "onda-water")
    with pytest.raises(FileExistsError):
        new_profile(world.root, Wish("sme", "Onda Mansa", cluster="mare-clara"))
    with pytest.raises(ValueError, match="never given again"):
        renaming(world, "oneil", "onda-mansa")


def test_chain_of_names_leads_to_the_last_and_a_record_can_have_its_first_name_back(world: Settings):
    rename(world, "onda-mansa", "two")
    rename(world, "two", "three")
    assert load_partnership(world.root).profiles.renamed == {("smes", "onda-mansa"): "three", ("smes", "two"): "three"}
    rename(world, "three", "onda-mansa")
    assert load_partnership(world.root).profiles.renamed == {("smes", "three"): "onda-mansa", ("smes", "two"): "onda-mansa"}
    assert checked(world) == ()


@pytest.mark.parametrize(
    ("lines", "code"),
    [("{id: a, kind: sme, day: 2027-01-01, now: b}\n  - {id: b, kind: sme, day: 2027-01-01, now: a}", "renamed-circle"), ("{id: a, kind: sme, day: 2027-01-01, now: br}", "renamed-nowhere")],
)
def test_way_that_ends_nowhere_is_told(world: Settings, lines: str, code: str):
    put(world.root, "data/withdrawn.yml", f"ids:\n  - {lines}\n".encode())
    assert {one.code for one in checked(world)} == {code}


# --- what visitors, readers and programs find


def portal_after(settings: Settings, old: str, new: str) -> tuple[Prepared, Portal]:
    rename(settings, old, new)
    ready = prepared(settings)
    return ready, ready.portal


def test_shortlist_leads_to_the_new_id(world: Settings, tmp_path: Path):
    ready, _ = portal_after(world, "shore-power", "quay-power")
    (tmp_path / "list.txt").write_text("shore-power\nquay-power\nhttps://harbo.example/id/oneil/\n", encoding="utf-8")
    choice = chosen(ready, Wanted(markets=("br",)), [tmp_path / "list.txt"])
    assert choice.left_out == []
    assert (choice.editions[0][0].offerings, choice.editions[0][0].smes) == (("quay-power",), ("oneil",))


def test_printing_knows_the_record_by_its_former_id(world: Settings):
    def told() -> list[tuple]:
        portal = prepared(world).portal
        edition = next(one for key, one in portal.profiles.editions.items() if one.market == "br" or key.startswith("br"))
        found = portal.changes(portal.catalogue(edition))
        return [[one.offering.name for one in found.new], [(one.offering.name, parts) for one, parts in found.changed], [one.name for one in found.withdrawn]]

    before = told()
    rename(world, "shore-power", "quay-power")
    rename(world, "onda-mansa", "onda-water")
    assert told() == before
    rename(world, "br-2027", "bra-2027")
    assert told() == before and checked(world) == ()


def test_what_is_withdrawn_later_is_gone_under_its_former_ids_too(world: Settings):
    rename(world, "onda-mansa", "onda-water")
    forget(forgetting(world, "onda-water"))
    assert {("smes", "onda-mansa"), ("smes", "onda-water")} <= prepared(world).portal.profiles.withdrawn


def test_forgetting_takes_the_former_id_out_of_printings(world: Settings):
    rename(world, "shore-power", "quay-power")
    assert '"shore-power"' in text(world, "data/printed/br-2027-1.json")
    forget(forgetting(world, "quay-power"))
    assert '"shore-power"' not in text(world, "data/printed/br-2027-1.json")


def test_nothing_leads_to_a_draft_under_its_former_id(world: Settings):
    rename(world, "rascunho", "draft-now")
    assert ("smes", "rascunho") not in prepared(world).portal.profiles.renamed


# --- whole or not at all


def test_nothing_is_changed_where_one_file_cannot_be_written(world: Settings, monkeypatch: pytest.MonkeyPatch):
    before, real = files(world.root), disk.create

    def full(path: str, raw: bytes) -> None:
        if "shore-power" in path:
            raise OSError(28, "No space left on device")
        real(path, raw)

    planned = renaming(world, "onda-mansa", "onda-water").rewriting
    monkeypatch.setattr(disk, "create", full)
    with pytest.raises(OSError, match="No space"):
        planned.write()
    monkeypatch.undo()
    assert files(world.root) == before


def test_new_problems_are_told_before_anything_is_written(world: Settings):
    path = "data/smes/mare-clara/oneil.yml"
    planned = rewriting(world.root, {path: (world.root / path).read_bytes().replace(b"country: PT", b"country: XX")})
    assert [one.code for one in new_problems(world, planned)] == ["left-out-dependency", "unknown-country"]
    assert new_problems(world, renaming(world, "mare-clara", "clear-sea").rewriting) == ()


def git(root: Path, *arguments: str) -> None:
    who = ("-c", "user.name=Editor", "-c", "user.email=editor@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(root), *who, *arguments], check=True, capture_output=True, timeout=30)


def test_git_revert_brings_every_byte_back(world: Settings):
    before, profiles = files(world.root), prepared(world).portal.profiles
    git(world.root, "init", "-q")
    git(world.root, "add", "-A")
    git(world.root, "commit", "-qm", "The world")
    rename(world, "mare-clara", "clear-sea")
    git(world.root, "add", "-A")
    git(world.root, "commit", "-qm", "Renamed")
    assert files(world.root) != before
    git(world.root, "revert", "--no-edit", "HEAD")
    assert files(world.root) == before
    assert prepared(world).portal.profiles == profiles


def test_record_that_cannot_be_read_is_refused(world: Settings):
    put(world.root, "data/smes/mare-clara/oneil.yml", b"name: [")
    with pytest.raises(LookupError):
        renaming(world, "oneil", "x")


def test_broken_list_of_ids_is_told(world: Settings):
    put(world.root, "data/withdrawn.yml", b"ids: 3\n")
    with pytest.raises(DataError):
        renaming(world, "oneil", "x")
