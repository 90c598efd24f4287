"""A translation is outdated when the text it was made from is no longer there; nothing else ages it."""

from pathlib import Path

import pytest

from c2site.check.outdated import outdated, unreadable
from c2site.check.translated import State, Translated, translated
from c2site.load.partnership import Loaded, load_partnership
from c2site.load.translations import recorded_text, translations_path

from .conftest import Partnership

ACME = "data/smes/blue-river/acme.yml"
TEXTS = """\
status: published
source_language: en
translations: {es: reviewed}
name: Acme
cluster: blue-river
country: AT
sectors: [water]
summary:
  en: Acme makes meters.
  es: Acme fabrica contadores.
keywords:
  - en: First word
    es: Primera palabra
  - en: Second word
    es: Segunda palabra
  - en: Third word
"""


@pytest.fixture
def acme(partnership: Partnership, tmp_path: Path):
    """A function that changes the record, whose translations were recorded before, and gives it as it is then."""
    first = _of(partnership({ACME: TEXTS}))
    file = tmp_path / translations_path(ACME)
    file.parent.mkdir()
    file.write_text(recorded_text(first.recording(["es", "ar"])), encoding="utf-8")

    def changed(old: str = "", new: str = "") -> Translated:
        assert old in TEXTS
        return _of(partnership({ACME: TEXTS.replace(old, new, 1)}))

    return changed


def _of(loaded: Loaded) -> Translated:
    return next(one for one in translated(loaded) if one.filed.file.path == ACME)


def _states(one: Translated) -> dict[str, State]:
    return {unit.dotted: one.state(unit, "es") for unit in one.units}


def test_what_was_recorded_is_current(acme):
    assert _states(acme()) == {"summary": "current", "keywords.0": "current", "keywords.1": "current", "keywords.2": "missing"}


def test_a_changed_source_text_makes_its_translations_outdated(acme):
    states = _states(acme("makes meters.", "makes water meters."))
    assert states["summary"] == "outdated"
    assert states["keywords.0"] == "current"


def test_a_mended_translation_is_as_old_as_before(acme):
    assert _states(acme("fabrica contadores", "fabrica medidores"))["summary"] == "current"


def test_another_order_ages_nothing(acme):
    first, second = "  - en: First word\n    es: Primera palabra\n", "  - en: Second word\n    es: Segunda palabra\n"
    assert set(_states(acme(first + second, second + first)).values()) == {"current", "missing"}


def test_a_new_item_ages_nothing_and_a_changed_one_itself_alone(acme):
    third = "  - en: Third word\n"
    assert _states(acme(third, f"{third}    es: Tercera palabra\n"))["keywords.2"] == "current"
    changed = _states(acme("First word", "Very first word"))
    assert (changed["keywords.0"], changed["keywords.1"]) == ("outdated", "current")


def test_an_item_taken_away_ages_nothing(acme):
    assert "outdated" not in _states(acme("  - en: First word\n    es: Primera palabra\n", "")).values()


def test_a_translation_nobody_recorded_is_as_new_as_its_source(partnership: Partnership):
    assert _states(_of(partnership({ACME: TEXTS})))["summary"] == "current"


def test_recording_again_leaves_outdated_ones_outdated_until_somebody_keeps_them(acme):
    one = acme("makes meters.", "makes water meters.")
    assert Translated(one.filed, one.recording(["es"]))._is_outdated(one.units[0], "es")
    kept = Translated(one.filed, one.recording(["es"], lambda unit: unit.dotted == "summary"))
    assert _states(kept)["summary"] == "current"


def test_languages_nobody_asked_for_are_left_as_they_were(acme):
    one = acme("makes meters.", "makes water meters.")
    assert one.recording(["ar"])["es"] == one.recorded["es"]


def test_unreviewed_ones_are_told_apart(acme):
    assert _states(acme("translations: {es: reviewed}\n", ""))["summary"] == "unreviewed"


def test_outdated_ones_are_notes_and_lists_that_cannot_be_read_are_errors(acme, partnership: Partnership, tmp_path: Path):
    acme("makes meters.", "makes water meters.")
    (note,) = outdated(load_partnership(tmp_path))
    assert (note.path, note.code, note.severity) == (ACME, "outdated-translation", "note")
    assert note.message == "outdated in es: the source text has changed since it was translated: summary"
    (tmp_path / translations_path(ACME)).write_text("es:\n=======\n")
    (error,) = unreadable(load_partnership(tmp_path))
    assert (error.code, error.severity) == ("translations-unreadable", "error")
