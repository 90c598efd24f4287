"""Shortlists in every form in which people have them."""

from pathlib import Path

import pytest

from c2site.errors import DataError
from c2site.load.shortlist import Listed, shortlist

TABLE = '\ufeff"Id","Name","Kind","Company"\r\n"shore-power","Shore power, ""new""","Product","Onda"\r\n"amwaj","\'=1+1","","Amwaj"\r\n'


def read(tmp_path: Path, text: str) -> list[str]:
    path = tmp_path / "list"
    path.write_text(text, encoding="utf-8", newline="")
    return [one.id for one in shortlist(path)]


@pytest.mark.parametrize(
    "text",
    [
        TABLE,
        TABLE.replace('","', '";"'),
        TABLE.replace('","', "\t").replace('"', ""),
        "shore-power\namwaj\nshore-power\n",
        "# for the fair\n\nhttps://harbo.example/id/shore-power/\r\nhttps://harbo.example/en/companies/amwaj/index.html\n",
        "https://harbo.example/en/shortlist/#ids=shore-power,amwaj",
        "https://harbo.example/en/shortlist/#ids=shore-power%2Camwaj&x=1",
        "https://harbo.example/sr-latn/request/#ids=shore-power,amwaj\n",
    ],
    ids=["table", "semicolons", "tabs", "ids", "addresses", "link", "escaped link", "request"],
)
def test_each_form_gives_the_same_list(tmp_path: Path, text: str):
    assert read(tmp_path, text) == ["shore-power", "amwaj"]


def test_every_id_knows_its_line(tmp_path: Path):
    (tmp_path / "list").write_text(TABLE, encoding="utf-8", newline="")
    assert shortlist(tmp_path / "list") == [Listed("shore-power", 2), Listed("amwaj", 3)]


def test_a_list_of_nothing_is_empty(tmp_path: Path):
    assert read(tmp_path, "") == read(tmp_path, "\ufeff\n\n") == []


@pytest.mark.parametrize("text", ["\x00\x01,\x02,,,", '"' * 99, "\udcff".encode("utf-8", "replace").decode(), "ids=,,,", "a,b,c,d\n\n,,,\n", "/" * 500])
def test_no_file_surprises(tmp_path: Path, text: str):
    read(tmp_path, text)


def test_an_endless_cell_is_told(tmp_path: Path):
    with pytest.raises(DataError):
        read(tmp_path, 'a,b,c,d\n"' + "x" * 200_000)


def test_a_link_is_refused(tmp_path: Path):
    (tmp_path / "list").symlink_to("/etc/passwd")
    with pytest.raises(DataError):
        shortlist(tmp_path / "list")
