"""What differs between two states: fields and languages, translations left behind, names kept under other ids."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from c2site.build.prepare import Prepared
from c2site.catalogue.differences import Difference, Field, differences
from c2site.load.files import RecordFile
from c2site.load.partnership import Loaded
from c2site.load.translations import digest_of, recorded_text, translations_path
from c2site.model import KINDS

Compare = Callable[..., tuple[Difference, ...]]
SPOILT = {("smes", "onda-mansa"): RecordFile(KINDS["sme"], "onda-mansa", "data/smes/mare-clara/onda-mansa.yml", "mare-clara")}


@pytest.fixture
def loaded(world: Prepared) -> Loaded:
    return world.loaded


@pytest.fixture
def compare(loaded: Loaded) -> Compare:
    """Compare the world with itself where one company says something else; None takes it away."""

    def compared(key: str = "onda-mansa", keep: bool = True, **update: Any) -> tuple[Difference, ...]:
        smes = dict(loaded.profiles.smes)
        one = smes.pop("onda-mansa")
        if keep:
            smes[key] = one.model_copy(update={**update, "id": key})
        return differences(loaded, replace(loaded, profiles=replace(loaded.profiles, smes=smes)))

    return compared


def fields(found: tuple[Difference, ...]) -> tuple[Field, ...]:
    (one,) = found
    return one.fields


def test_nothing_differs_from_itself(loaded: Loaded):
    assert differences(loaded, loaded) == ()


def test_a_translation_alone_ages_no_other(loaded: Loaded, compare: Compare):
    summary = {**loaded.profiles.smes["onda-mansa"].summary, "pt": "Outra coisa."}
    assert fields(compare(summary=summary)) == (Field("summary", ("pt",)),)


def test_a_changed_source_leaves_translations_behind_but_for_those_that_changed_with_it(loaded: Loaded, compare: Compare):
    summary = {**loaded.profiles.smes["onda-mansa"].summary, "en": "Something else.", "pt": "Outra coisa."}
    assert fields(compare(summary=summary)) == (Field("summary", ("en", "pt"), ("ar", "el", "he", "sr")),)


def test_a_translation_that_somebody_has_kept_is_not_outdated(loaded: Loaded, tmp_path: Path):
    one, path = loaded.profiles.smes["onda-mansa"], loaded.files["smes", "onda-mansa"].path
    kept = tmp_path / translations_path(path)
    kept.parent.mkdir(parents=True)
    kept.write_text(recorded_text({"ar": {"summary": frozenset({digest_of("Something else.")})}}), encoding="utf-8")
    smes = {**loaded.profiles.smes, "onda-mansa": one.model_copy(update={"summary": {**one.summary, "en": "Something else."}})}
    (field,) = fields(differences(loaded, replace(loaded, root=tmp_path, profiles=replace(loaded.profiles, smes=smes))))
    assert field == Field("summary", ("en",), ("el", "he", "pt", "sr"))


def test_a_text_that_only_moved_in_its_list_is_not_outdated(loaded: Loaded, compare: Compare):
    one = loaded.profiles.smes["onda-mansa"]
    (found,) = fields(compare(keywords=tuple(reversed(one.keywords))))
    assert found == Field("keywords")
    (added,) = fields(compare(keywords=({"en": "quay"}, *one.keywords)))
    assert added == Field("keywords", ("en",))


def test_values_without_words_are_told_by_their_field(compare: Compare):
    assert fields(compare(city="Elsewhere", employees=None)) == (Field("city"), Field("employees"))


@pytest.mark.parametrize(("status", "what"), [("draft", "draft"), ("withdrawn", "withdrawn")])
def test_another_status_is_told_as_what_it_is(compare: Compare, status: str, what: str):
    (one,) = compare(status=status)
    assert (one.what, one.fields) == (what, ())


def test_a_record_that_keeps_its_name_under_another_id_was_renamed(compare: Compare):
    (one,) = compare("wave-plug", city="Elsewhere")
    assert (one.what, one.key, one.before.id, one.fields) == ("renamed", ("smes", "wave-plug"), "onda-mansa", (Field("city"),))


def test_another_name_under_another_id_is_another_record(compare: Compare):
    assert {(one.key[1], one.what) for one in compare("wave-plug", name="Wave Plug")} == {("onda-mansa", "gone"), ("wave-plug", "new")}


def test_what_cannot_be_read_is_not_taken_for_gone(loaded: Loaded):
    smes = {key: one for key, one in loaded.profiles.smes.items() if key != "onda-mansa"}
    broken = replace(loaded, profiles=replace(loaded.profiles, smes=smes), spoilt=SPOILT)
    assert [one.what for one in differences(loaded, broken)] == ["broken"]
    assert [one.what for one in differences(broken, loaded)] == ["mended"]
    assert differences(broken, broken) == ()
    fresh = replace(broken, spoilt={})
    (one,) = differences(fresh, broken)
    assert (one.what, one.record) == ("broken", None)


def test_what_is_gone_with_its_id_written_down_was_withdrawn(loaded: Loaded):
    profiles = loaded.profiles
    smes = {key: one for key, one in profiles.smes.items() if key != "onda-mansa"}
    after = replace(loaded, profiles=replace(profiles, smes=smes, withdrawn=profiles.withdrawn | {("smes", "onda-mansa")}))
    assert [one.what for one in differences(loaded, after)] == ["withdrawn"]
