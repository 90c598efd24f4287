"""The list of withdrawn ids is added to and taken from, and never loses one that nobody takes out."""

import pytest

from c2site.errors import DataError
from c2site.load.withdrawn import without_withdrawn

ONE, OTHER = "{id: one, kind: sme, day: 2026-01-01}", "{id: other, kind: sme, day: 2026-01-02}"


def test_an_id_goes_alone():
    assert without_withdrawn(f"ids:\n  - {ONE}\n  - {OTHER} # why\n".encode(), "one").decode() == f"ids:\n  - {OTHER} # why\n"


def test_the_only_id_leaves_nothing():
    assert without_withdrawn(f"ids:\n  - {ONE}\n".encode(), "one") == b""


def test_the_others_are_never_lost():
    with pytest.raises(DataError) as refused:
        without_withdrawn(f"ids: [ # former\n  {ONE},\n  {OTHER}]\n".encode(), "one")
    assert refused.value.problems[0].code == "edit-refused"
