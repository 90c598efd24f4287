"""Recorded printings are read as they were written, and a file that does not fit is told."""

from pathlib import Path

from c2site.load.printings import printing_path, printing_text, printings
from c2site.model import PrintedEntry
from tests.conftest import WORLD

FILE = "data/printed/br-2027-1.json"


def test_what_is_written_is_read_back(tmp_path: Path):
    (one,) = printings(WORLD)[0].values()
    (tmp_path / "data/printed").mkdir(parents=True)
    (tmp_path / printing_path(one)).write_text(printing_text(one), encoding="utf-8")
    assert printings(tmp_path) == ({FILE: one}, [])


def test_file_is_written_the_same_way_each_time():
    (one,) = printings(WORLD)[0].values()
    assert printing_text(one) == (WORLD / FILE).read_text(encoding="utf-8")


def test_partnership_that_printed_nothing_has_no_printings(tmp_path: Path):
    assert printings(tmp_path) == ({}, [])


def test_file_that_is_named_for_another_printing_is_told_with_its_name(tmp_path: Path):
    (tmp_path / "data/printed").mkdir(parents=True)
    (tmp_path / "data/printed/other.json").write_bytes((WORLD / FILE).read_bytes())
    _, (told,) = printings(tmp_path)
    assert (told.code, told.hint) == ("printed-name", f"Rename it to `{FILE}`.")


def test_name_with_quotes_and_line_ends_stays_one_line():
    (one,) = printings(WORLD)[0].values()
    hostile = one.model_copy(update={"entries": (PrintedEntry(number=1, id="x", name={"en": 'a"b\\c\n</script>'}),)})
    assert type(one).model_validate_json(printing_text(hostile)) == hostile
    assert len(printing_text(hostile).splitlines()) == 8
