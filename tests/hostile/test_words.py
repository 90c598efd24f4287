"""Interface words somebody hostile has written: text where they are text, and no way into the program."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from c2site.build.prepare import prepared
from c2site.build.settings import settings_from
from c2site.load.document import parsed
from c2site.load.files import content_of
from tests.conftest import REPOSITORY, TODAY, WORLD
from tests.hostile.places import changed, places
from tests.hostile.test_pages import links, shape
from tests.hostile.worlds import AttackedWorld, parsed_pages

ATTACK = """</script></title>"'><img src=x onerror=alert(1)><a href=javascript:alert(1)>&lt;b&gt;"""


def world_with(folder: Path, tail: str) -> AttackedWorld:
    """Return the invented partnership with `tail` behind every English interface phrase."""
    shutil.copytree(WORLD, folder, ignore=shutil.ignore_patterns(".cache", "*.py"))
    phrases = parsed("en.yml", content_of(REPOSITORY, "theme/phrases/en.yml")).values["phrases"]
    longer = changed(phrases, {place: f"{_at(phrases, place)}{tail}" for place in places(phrases)})
    (folder / "data" / "phrases" / "en.yml").write_text(json.dumps({"phrases": longer}, ensure_ascii=False), encoding="utf-8")
    return AttackedWorld(folder, "phrases", ("en",))


def _at(values: dict, place: tuple) -> str:
    for step in place:
        values = values[step]
    return values


def test_markup_in_phrases_is_text(tmp_path: Path):
    plain, attacked = (parsed_pages(world_with(tmp_path / name, tail)) for name, tail in (("plain", "x"), ("attacked", ATTACK)))
    for path, document in attacked.items():
        assert not shape(document) - shape(plain[path]), path
        assert not links(document) - links(plain[path]), path
    assert ATTACK in attacked["en/companies/"].text_content()


@pytest.mark.parametrize("braces", ["{", "}", "{}", "{0}", "{n.__class__}", "{n[0]}", "{n!r}", "{n:>999999999}", "{n:{n}}", "{a b}", "{nobody}"])
def test_braces_hold_names_of_known_values_only(tmp_path: Path, braces: str):
    shutil.copytree(WORLD, tmp_path / "root", ignore=shutil.ignore_patterns(".cache", "*.py"))
    words = {"phrases": {"count": {"days": braces}, "nav": {"home": braces}}}
    for tag in ("en", "pt"):
        (tmp_path / "root" / "data" / "phrases" / f"{tag}.yml").write_text(json.dumps(words), encoding="utf-8")
    (tmp_path / "root" / "data" / "phrases" / "el.yml").write_text('{"phrases": {"nav": {"home": {"other": ["{"]}}}}', encoding="utf-8")
    made = prepared(replace(settings_from(tmp_path / "root", {}), today=TODAY))
    told = [one for one in made.problems if one.code in ("phrase-braces", "phrase-values") and one.path.startswith("data/")]
    assert {(one.path, one.field) for one in told} == {(f"data/phrases/{tag}.yml", f"phrases.{key}") for tag in ("en", "pt") for key in ("count.days", "nav.home")}
    for reader in made.portal.readers:
        assert braces not in reader.phrase("nav.home") + reader.phrase("count.days", 3)
