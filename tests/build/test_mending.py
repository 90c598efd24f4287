"""Only what is certain is mended, on disk in one step a file, and nothing that makes anything worse."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from c2site.build.mending import mendable, mending
from c2site.build.rewriting import put
from c2site.build.settings import settings_from
from c2site.build.trial import copied
from c2site.check import problems
from c2site.errors import DataError
from c2site.load.partnership import load_partnership
from tests.check.conftest import TODAY, minimal_files

SME = "data/smes/blue-river/boreal.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for path, text in minimal_files().items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def spoil(root: Path, *changes: tuple[str, str]) -> Path:
    path = root / SME
    text = path.read_text(encoding="utf-8")
    for before, after in changes:
        assert text.count(before) == 1
        text = text.replace(before, after)
    path.write_text(text, encoding="utf-8")
    return path


def found_in(root: Path, today: date = TODAY):
    return mending(replace(settings_from(root), today=today))


def test_several_mistakes_of_a_file_are_mended_behind_each_other(root: Path) -> None:
    path = spoil(root, ("name: Boreal", "name: Boreal: leaks"), ("country: AT", "country: at"), ("website: https://boreal", "web_site: www.boreal"))
    found = found_in(root)
    assert {one.code for one in found.mended} >= {"yaml-syntax", "unknown-field", "unknown-country", "wrong-url"}
    found.rewriting.write()
    assert 'name: "Boreal: leaks"\n' in path.read_text(encoding="utf-8")
    assert problems(load_partnership(root), TODAY) == ()


def test_nothing_is_written_until_it_is_applied(root: Path) -> None:
    path = spoil(root, ("country: AT", "country: at"))
    before = {one: one.read_bytes() for one in root.rglob("*") if one.is_file()}
    found = found_in(root)
    assert list(found.rewriting.diff())[:2] == [f"--- a/{SME}", f"+++ b/{SME}"]
    assert {one: one.read_bytes() for one in root.rglob("*") if one.is_file()} == before
    assert path.stat().st_nlink == 1


def test_a_mend_after_which_something_else_is_wrong_is_given_up_and_the_others_are_kept(root: Path) -> None:
    path = spoil(root, ("country: AT", "country: zz"), ("website: https://boreal", "website: www.boreal"))
    found = found_in(root)
    assert [one.code for one in found.mended] == ["wrong-url"]
    assert [one.code for one in found.left] == ["unknown-country"]
    found.rewriting.write()
    assert "country: zz\n" in path.read_text(encoding="utf-8")


def test_a_file_nobody_may_read_is_one_in_the_copy_too(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(source: str, *_: str, **__: bool) -> None:
        raise PermissionError(source)

    monkeypatch.setattr("os.link", refused)
    monkeypatch.setattr("shutil.copy2", refused)
    with copied(settings_from(root)) as copy:
        assert (copy.root / SME).stat().st_mode & 0o777 == 0
        assert (copy.root / SME).stat().st_size == 0


def test_lines_that_may_have_been_meant_in_two_ways_are_left_to_a_person(root: Path) -> None:
    spoil(root, ("  en: Boreal finds leaks.", "  en: Boreal finds leaks.\n    notes: Ask."))
    assert found_in(root).mended == ()


def test_comments_line_ends_and_order_stay(root: Path) -> None:
    path = spoil(root, ("country: AT", "country: at  # Linz"))
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    raw = path.read_bytes()
    found_in(root).rewriting.write()
    assert path.read_bytes() == raw.replace(b"country: at", b"country: AT")


def test_a_file_changed_meanwhile_is_told_and_nothing_is_written(root: Path) -> None:
    path = spoil(root, ("country: AT", "country: at"))
    found = found_in(root)
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(DataError, match="1 problem"):
        found.rewriting.write()
    assert path.read_text(encoding="utf-8") == "mine"


def test_a_file_is_not_renamed_onto_another(root: Path) -> None:
    (root / SME).with_suffix(".yaml").write_bytes((root / SME).read_bytes())
    assert found_in(root).rewriting.moved == {}


def test_a_link_that_waits_where_a_file_is_written_is_not_followed(root: Path) -> None:
    target = root / "outside"
    target.write_text("safe", encoding="utf-8")
    (root / SME).with_name(".boreal.yml.part").symlink_to(target)
    put(root, SME, b"new")
    assert target.read_text(encoding="utf-8") == "safe"
    assert (root / SME).read_bytes() == b"new"


def test_how_many_can_be_mended_is_counted(root: Path) -> None:
    spoil(root, ("country: AT", "country: at"), ("name: Boreal", "name: Вoreal"))
    assert mendable(replace(settings_from(root), today=TODAY), problems(load_partnership(root), TODAY)) == len(found_in(root).mended) == 2
