"""An id is used once, however carelessly it is read."""

import pytest

from c2site.check.ids import duplicate_ids, folded
from c2site.load.files import RecordFile
from c2site.model import KINDS


def file(kind: str, key: str, folder: str = "") -> RecordFile:
    return RecordFile(KINDS[kind], key, f"data/{kind}/{folder}{key}.yml", folder)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Acme", "acme"), ("STRASSE", "straße"), ("\ufb01sh", "fish"), ("\uff21cme", "acme"), ("e\u0301lan", "\xe9lan")],
)
def test_ids_that_look_alike_are_one(one: str, other: str) -> None:
    assert folded(one) == folded(other)
    found = list(duplicate_ids([file("sme", one), file("event", other)], "bluecities"))
    assert [(problem.path, problem.code) for problem in found] == [(f"data/event/{other}.yml", "duplicate-id")]


def test_the_partnership_has_an_id_too() -> None:
    (one,) = duplicate_ids(
        [file("cluster", "bluecities"), RecordFile(KINDS["partnership"], "partnership", "data/partnership.yml")],
        "bluecities",
    )
    assert (one.path, one.message) == (
        "data/cluster/bluecities.yml",
        "the id `bluecities` is also used by data/partnership.yml",
    )


def test_different_ids_are_no_problem() -> None:
    assert list(duplicate_ids([file("sme", "acme"), file("sme", "acme-2"), file("event", "expo")], "bluecities")) == []
