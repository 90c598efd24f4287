"""The editors' page, made of hostile records: what they say is words in a form, and changes nothing of the page or its configuration."""

import json
import re
from pathlib import Path

import pytest

from c2site.build.admin import write_admin
from c2site.build.output import Output
from tests.hostile.test_pages import MARK
from tests.hostile.worlds import AttackedWorld


def written(world: AttackedWorld, folder: Path) -> tuple[str, str]:
    """Return the page and its configuration in the portal's first language."""
    write_admin(world.prepared, Output(folder))
    tag = world.prepared.portal.readers.default.tag
    return tuple((folder / "admin" / name).read_text(encoding="utf-8") for name in ("index.html", f"config/{tag}.json"))


def without_words(value: object) -> object:
    """Return a configuration without what people read: labels, the order they give, and the address of the site."""
    if isinstance(value, dict):
        return {name: without_words(one) for name, one in value.items() if name not in ("label", "site_url")}
    return sorted((without_words(one) for one in value), key=json.dumps) if isinstance(value, list) else value


@pytest.mark.parametrize("sort", ["markup", "formula"])
def test_hostile_words_reach_labels_and_nothing_else(attacked: dict[str, AttackedWorld], sort: str, tmp_path: Path):
    plain, plain_told = written(attacked["plain"], tmp_path / "plain")
    page, told = written(attacked[sort], tmp_path / sort)
    assert re.findall(r"<[^>]*", page) == re.findall(r"<[^>]*", plain)
    assert MARK.search(told)
    assert without_words(json.loads(told)["config"]) == without_words(json.loads(plain_told)["config"])
