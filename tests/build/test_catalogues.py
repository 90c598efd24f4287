"""Catalogues on their way to files: what is attached, what is kept, which variant, how much at one time."""

import re
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest
from pikepdf import Name, Pdf

from c2site.build import catalogues
from c2site.build.catalogues import chosen_editions, write_data, write_pdfs
from c2site.build.output import Output
from c2site.build.prepare import Prepared
from c2site.build.progress import Progress
from c2site.build.typesetter import Budget

MARKET = ("br",)


@pytest.fixture(scope="module")
def unkept(world: Prepared, tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    """The world, with a cache of its own that is empty."""
    root = tmp_path_factory.mktemp("root")
    return replace(world, settings=replace(world.settings, root=root))


@pytest.fixture(scope="module")
def written(unkept: Prepared, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of one market's catalogues, as PDF and as data."""
    out = Output(tmp_path_factory.mktemp("out"))
    chosen = chosen_editions(unkept, MARKET)
    write_data(unkept, out, chosen)
    write_pdfs(unkept, out, Progress(), chosen)
    return out.folder / "catalogues"


@pytest.mark.parametrize("tag", ["pt", "en"])
def test_the_editions_data_is_attached_byte_for_byte(written: Path, tag: str):
    pdf = Pdf.open(written / f"harbo-br-{tag}-2027.pdf")
    assert sorted(pdf.attachments) == [f"harbo-br-{tag}-2027.csv", f"harbo-br-{tag}-2027.json"]
    for name, one in pdf.attachments.items():
        assert one.get_file().read_bytes() == (written / name).read_bytes()


def test_what_is_attached_says_what_it_is_in_the_readers_language(written: Path):
    pdf = Pdf.open(written / "harbo-br-pt-2027.pdf")
    one = pdf.attachments["harbo-br-pt-2027.json"]
    assert one.relationship == Name.Data
    assert one.get_file().mime_type == "application/json"
    assert one.description == "Todas as fichas desta edição como dados (JSON)"


def test_a_book_with_attachments_is_still_archivable_and_accessible(written: Path):
    pdf = Pdf.open(written / "harbo-br-pt-2027.pdf")
    with pdf.open_metadata() as told:
        assert (told["pdfaid:part"], told["pdfaid:conformance"], told["pdfuaid:part"]) == ("3", "A", "1")
    assert bool(pdf.Root.MarkInfo.Marked) and Name.StructTreeRoot in pdf.Root
    assert len(pdf.Root.AF) == 2


def test_small_objects_of_a_book_are_packed_together(written: Path):
    assert (written / "harbo-br-pt-2027.pdf").read_bytes().count(b"/Type /ObjStm") > 3


def test_an_unchanged_edition_is_not_set_again_but_each_variant_is(written: Path, unkept: Prepared, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch):
    set_for: list[bool] = []
    monkeypatch.setattr(catalogues, "set_book", lambda text, stage: set_for.append('"press": {' in text) or (written / "harbo-br-pt-2027.pdf").read_bytes())
    chosen = chosen_editions(unkept, MARKET, ("pt",))
    write_pdfs(unkept, Output(tmp_path), Progress(), chosen)
    assert write_pdfs(unkept, Output(tmp_path), Progress(), chosen, press=True) == ["catalogues/harbo-br-pt-2027.press.pdf"]
    assert set_for == [True]
    kept, fresh = capsys.readouterr().err.splitlines()
    assert re.fullmatch(r"br-2027 pt: \d+ pages, kept", kept)
    assert re.match(r"br-2027 pt: \d+ pages, set in \d", fresh)


def test_a_budget_lets_one_begin_when_there_is_room_for_it():
    budget, begun = Budget(100), []
    second = Thread(target=lambda: begun.append(budget.spent(60).__enter__()))
    with budget.spent(60):
        second.start()
        second.join(0.05)
        assert begun == []
    second.join(5)
    assert begun == [None]


def test_what_needs_more_than_there_is_gets_all_of_it():
    budget = Budget(100)
    with budget.spent(500):
        assert budget.free == 0
    assert budget.free == 100
