"""Which files a partnership has, and what is refused unread."""

import os
from pathlib import Path

import pytest

from c2site.errors import DataError
from c2site.load.files import content_of, record_files, slug


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A partnership with one company."""
    (tmp_path / "data/smes/blue-river").mkdir(parents=True)
    (tmp_path / "data/partnership.yml").write_text("a: b\n")
    (tmp_path / "data/smes/blue-river/acme.yml").write_text("a: b\n")
    return tmp_path


def told(root: Path) -> list[tuple[str, str]]:
    """Return path and code of what is wrong with the tree."""
    return [(one.path, one.code) for one in record_files(root)[1]]


def test_records_are_found_in_order_with_kind_id_and_folder(root: Path) -> None:
    files, problems = record_files(root)
    assert problems == []
    assert [(one.kind.name, one.id, one.path, one.folder) for one in files] == [
        ("partnership", "partnership", "data/partnership.yml", ""),
        ("sme", "acme", "data/smes/blue-river/acme.yml", "blue-river"),
    ]


def test_what_is_no_record_is_passed_over(root: Path) -> None:
    for path in (
        "schema/sme.schema.json",
        "media/logo.svg",
        "phrases/en.yml",
        "private/people.yml",
        "README.md",
        ".hidden.yml",
    ):
        (root / "data" / path).parent.mkdir(exist_ok=True)
        (root / "data" / path).write_text("x")
    assert told(root) == []


def test_a_folder_without_data_lacks_the_partnership(tmp_path: Path) -> None:
    assert told(tmp_path) == [("data/partnership.yml", "missing-file")]


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("data/smes/blue-river/Acme.yml", "file-name"),
        ("data/smes/blue-river/äcme.yml", "file-name"),
        ("data/smes/blue-river/acme .yml", "file-name"),
        ("data/smes/blue-river/acme.yaml", "file-ending"),
        ("data/smes/blue-river/acme.txt", "file-ending"),
        ("data/smes/lost.yml", "file-place"),
        ("data/smes/blue-river/deep/lost.yml", "file-place"),
        ("data/companies/lost.yml", "file-place"),
        ("data/lost.yml", "file-place"),
    ],
)
def test_a_file_in_the_wrong_place_or_with_the_wrong_name_is_told(root: Path, path: str, code: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text("a: b\n")
    assert told(root) == [(path, code)]


def test_a_link_to_a_file_is_refused(root: Path) -> None:
    (root / "data/smes/blue-river/linked.yml").symlink_to("/etc/passwd")
    assert told(root) == [("data/smes/blue-river/linked.yml", "file-not-regular")]
    with pytest.raises(DataError) as caught:
        content_of(root, "data/smes/blue-river/linked.yml")
    assert [one.code for one in caught.value.problems] == ["file-unreadable"]


def test_a_link_to_a_folder_is_refused(root: Path) -> None:
    (root / "data/smes/green-hill").symlink_to(root / "data/smes/blue-river")
    assert told(root) == [("data/smes/green-hill", "file-not-regular")]


def test_a_pipe_is_refused_and_never_waited_for(root: Path) -> None:
    os.mkfifo(root / "data/smes/blue-river/pipe.yml")
    assert told(root) == [("data/smes/blue-river/pipe.yml", "file-not-regular")]
    with pytest.raises(DataError):
        content_of(root, "data/smes/blue-river/pipe.yml")


def test_a_file_that_has_gone_is_told(root: Path) -> None:
    with pytest.raises(DataError) as caught:
        content_of(root, "data/smes/blue-river/gone.yml")
    assert [one.code for one in caught.value.problems] == ["file-unreadable"]


@pytest.mark.parametrize(
    ("name", "key"),
    [("Agua Clara, S.L.", "agua-clara-s-l"), ("Ñandú", "nandu"), ("  ", "record"), ("Вода", "voda"), ("A--B", "a-b")],
)
def test_a_name_becomes_an_id(name: str, key: str) -> None:
    assert slug(name) == key
