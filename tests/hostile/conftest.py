"""The attacked worlds, made once."""

import pytest

from tests.hostile.worlds import SORTS, AttackedWorld, attacked_world


@pytest.fixture(scope="session")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, AttackedWorld]:
    folder = tmp_path_factory.mktemp("attacked")
    return {sort: attacked_world(folder, sort) for sort in SORTS}
