"""A record that was forgotten is nowhere: not in the site, not in what builds keep, not in what they leave behind."""

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from c2site.build.beginning import Wish, new_profile
from c2site.build.cache import Cache, key_of
from c2site.build.editing import checked
from c2site.build.forget import forget, forgetting
from c2site.build.prepare import prepared
from c2site.build.settings import Settings, settings_from
from c2site.errors import DataError
from c2site.load.partnership import load_partnership
from c2site.load.translations import translations_path
from tests.build.conftest import run_build
from tests.conftest import EPOCH, REPOSITORY, TODAY, WORLD
from tests.marking import MARK, holding, mark

COMPANY = "onda-mansa"
RECORDS = {"data/smes/mare-clara/onda-mansa.yml", "data/offerings/mare-clara/shore-power.yml", "data/needs/need-sockets.yml"}
WITH_IT = RECORDS | {translations_path(path) for path in RECORDS}
MEDIA = {"data/media/onda-mansa.svg", "data/media/quay.png", "data/media/iso-9001-onda-mansa.pdf"}


@pytest.fixture
def world(tmp_path: Path) -> Settings:
    shutil.copytree(WORLD, tmp_path / "world", ignore=shutil.ignore_patterns(".cache"))
    return replace(settings_from(tmp_path / "world", {}), today=TODAY)


def change(settings: Settings, path: str, old: str, new: str) -> None:
    file = settings.root / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


# --- what is changed


def test_what_rests_on_a_record_goes_with_it(world: Settings):
    assert set(forgetting(world, COMPANY).rewriting.removed) == WITH_IT | MEDIA


def test_ids_are_remembered_and_what_is_wrong_now_is_told_by_the_check(world: Settings):
    forget(forgetting(world, COMPANY))
    # The package of two clusters' companies is the other one's now.
    assert [(one.path, one.code) for one in checked(world)] == [("data/offerings/mare-clara/night-quay.yml", "wrong-company-folder")]
    assert load_partnership(world.root).profiles.withdrawn == {("smes", COMPANY), ("offerings", "shore-power"), ("needs", "need-sockets")}


def test_other_files_lose_the_list_item_and_nothing_else(world: Settings):
    before = (world.root / "data/events/ev-quay-day.yml").read_text(encoding="utf-8")
    forget(forgetting(world, COMPANY))
    after = (world.root / "data/events/ev-quay-day.yml").read_text(encoding="utf-8")
    assert after == before.replace("smes: [onda-mansa, amwaj, oneil]", "smes: [amwaj, oneil]")


def test_source_that_nobody_else_cites_goes_too(world: Settings):
    forget(forgetting(world, COMPANY))
    text = (world.root / "data/references.bib").read_text(encoding="utf-8")
    assert "onda-test" not in text
    assert set(load_partnership(world.root).profiles.bibliography) == set(load_partnership(WORLD).profiles.bibliography) - {"onda-test"}


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [("data/smes/gal-bahir/amwaj.yml", "status: published", "# see onda-test\nstatus: published"), ("content/en/about.md", "\n\n", "\n\nSee [@onda-test].\n\n")],
)
def test_source_that_somebody_names_stays(world: Settings, path: str, old: str, new: str):
    change(world, path, old, new)
    assert "data/references.bib" not in forgetting(world, COMPANY).rewriting.files


def test_every_place_that_only_a_person_can_mend_is_told_and_nothing_is_changed(world: Settings):
    with pytest.raises(DataError) as refused:
        forgetting(world, "mare-clara")
    told = {(one.path, one.line, one.field) for one in refused.value.problems}
    assert {("data/partnership.yml", 115, "clusters.0"), ("content/en/about.md", 13, "")} <= told
    assert {one.code for one in refused.value.problems} == {"forgotten-reference"}


def test_edition_for_one_company_does_not_become_one_for_all(world: Settings):
    change(world, "data/editions/quay-day-2027.yml", "smes: [onda-mansa, oneil, amwaj]", "smes: [onda-mansa]")
    with pytest.raises(DataError) as refused:
        forgetting(world, COMPANY)
    assert [(one.path, one.field) for one in refused.value.problems] == [("data/editions/quay-day-2027.yml", "smes.0")]


def test_passages_that_say_its_name_are_told(world: Settings):
    change(world, "content/en/about.md", "\n\n", "\n\nOnda Mansa began it.\n\n")
    assert [(one.path, one.code) for one in forgetting(world, COMPANY).mentions] == [("content/en/about.md", "forgotten-mention")]


def test_record_that_is_broken_for_another_reason_does_not_go_with_it(world: Settings):
    change(world, "data/smes/gal-bahir/amwaj.yml", "cluster: gal-bahir", "cluster: nowhere")
    assert set(forgetting(world, COMPANY).rewriting.removed) == WITH_IT | MEDIA


def test_record_that_cannot_be_read_can_be_forgotten(world: Settings):
    (world.root / "data/smes/mare-clara/oneil.yml").write_text("name: [", encoding="utf-8")
    forget(forgetting(world, "oneil"))
    assert ("smes", "oneil") in load_partnership(world.root).profiles.withdrawn


def test_unknown_id_is_told_with_the_nearest(world: Settings):
    with pytest.raises(LookupError, match="onda-mansa"):
        forgetting(world, "onda-manso")


def test_partnership_cannot_be_forgotten(world: Settings):
    with pytest.raises(LookupError):
        forgetting(world, "partnership")


def test_forgetting_again_after_a_kill_does_the_rest(world: Settings, monkeypatch: pytest.MonkeyPatch):
    unlink, left = Path.unlink, [2]

    def killed_soon(path: Path, missing_ok: bool = False) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise KeyboardInterrupt
        unlink(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", killed_soon)
    with pytest.raises(KeyboardInterrupt):
        forget(forgetting(world, COMPANY))
    monkeypatch.undo()
    forget(forgetting(world, COMPANY))
    assert [one.code for one in checked(world)] == ["wrong-company-folder"]
    assert not any((world.root / path).exists() for path in WITH_IT)
    assert (world.root / "data/withdrawn.yml").read_text(encoding="utf-8").count("id:") == 3


def test_cache_and_stages_are_emptied(world: Settings, tmp_path: Path):
    prepared(world)
    Cache(world.cache).put(key_of("book"), b"book")
    (tmp_path / ".site.stage" / "en").mkdir(parents=True)
    forget(forgetting(world, "oneil"), [tmp_path / "site"])
    assert not [path for path in world.cache.rglob("*") if path.is_file()]
    assert not (tmp_path / ".site.stage").exists()


# --- the id


@pytest.mark.parametrize("kind", ["sme", "event"])
def test_forgotten_id_is_never_given_to_another(world: Settings, kind: str):
    forget(forgetting(world, "oneil"))
    with pytest.raises(FileExistsError, match="withdrawn"):
        new_profile(world.root, Wish(kind, "ONeil", "mare-clara", identifier="oneil"))


def test_file_with_a_forgotten_id_is_not_published(world: Settings):
    raw = (world.root / "data/smes/mare-clara/oneil.yml").read_bytes()
    forget(forgetting(world, "oneil"))
    (world.root / "data/smes/mare-clara/oneil.yml").write_bytes(raw)
    ready = prepared(world)
    assert [one.code for one in ready.errors] == ["withdrawn-id"]
    assert "oneil" not in ready.portal.profiles.smes
    assert ("smes", "oneil") in ready.portal.profiles.withdrawn


def test_list_of_withdrawn_ids_that_cannot_be_read_stops_every_build(world: Settings):
    (world.root / "data/withdrawn.yml").write_text("ids: nobody\n", encoding="utf-8")
    with pytest.raises(DataError):
        prepared(world)


# --- the next build


def small(root: Path) -> None:
    """Leave two languages and one catalogue in one of them, and fonts that are cut already, so that the build is quick."""
    config = (root / "mkdocs.yml").read_text(encoding="utf-8").replace("../../theme", str(REPOSITORY / "theme"))
    (root / "mkdocs.yml").write_text(config, encoding="utf-8")
    (root / "data/editions/jp-2027.yml").unlink()
    (root / "data/editions/br-2027.yml").unlink()
    partnership = root / "data/partnership.yml"
    text = partnership.read_text(encoding="utf-8")
    kept = "languages:\n  - tag: en\n  - tag: ar\n    fallback: [en]\n"
    partnership.write_text(re.sub(r"^languages:\n(?:[ ].*\n)+", kept, text, flags=re.MULTILINE), encoding="utf-8")
    for folder in (root / "content").iterdir():
        if folder.name not in ("en", "ar"):
            shutil.rmtree(folder)
    if (WORLD / ".cache" / "fonts").is_dir():
        shutil.copytree(WORLD / ".cache" / "fonts", root / ".cache" / "fonts")
    path = root / "data/editions/quay-day-2027.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("languages: [en, ar, he]", "languages: [en]"), encoding="utf-8")


def test_next_build_holds_no_occurrence_of_a_forgotten_record(world: Settings, tmp_path: Path):
    root, temporary, site = world.root, tmp_path / "tmp", tmp_path / "out" / "site"
    temporary.mkdir()
    small(root)
    assert mark(world, RECORDS) > 60
    build = {"SOURCE_DATE_EPOCH": EPOCH, "TMPDIR": str(temporary)}
    first = run_build(root, site, **build)
    assert first.returncode == 0, first.stderr
    kinds = {path.rsplit(".", 1)[-1] for path in holding(site, MARK)}
    assert kinds >= {"html", "pdf", "csv", "json", "pf_fragment", "pf_index"}
    assert holding(root / ".cache", MARK)

    forget(forgetting(world, COMPANY), [site])
    assert holding(root, MARK) | holding(temporary, MARK) == set()
    (root / "data/offerings/mare-clara/night-quay.yml").rename(root / "data/offerings/saaristovalo/night-quay.yml")
    second = run_build(root, site, **build)
    assert second.returncode == 0, second.stderr
    assert holding(tmp_path, MARK) == set()
    assert holding(tmp_path, "Onda Mansa") == set()
    assert (site / "ar" / "companies" / COMPANY / "index.html").exists()
    at_their_address = {f"out/site/{page}/{one}/index.html" for page in languages(site) for one in (f"companies/{COMPANY}", "offerings/shore-power")}
    at_their_address |= {f"out/site/id/{one}/index.html" for one in (COMPANY, "shore-power")}
    # The stage beside the site is its twin, and the manifest names the files of both.
    holders = {path.replace("out/.site.stage/", "out/site/") for one in (COMPANY, "shore-power") for path in holding(tmp_path, one)}
    assert holders == at_their_address | {"out/site/_redirects", "out/site/_gone.map", "out/.site.manifest", "world/data/withdrawn.yml"}


def languages(site: Path) -> set[str]:
    return {path.parent.name for path in site.glob("*/companies")}


def test_recorded_printings_keep_the_number_of_a_forgotten_entry_and_nothing_else(world: Settings):
    forget(forgetting(world, COMPANY))
    text = (world.root / "data/printed/br-2027-1.json").read_text(encoding="utf-8")
    assert "shore-power" not in text
    assert COMPANY not in text
    assert '    {"number": 2},\n' in text
