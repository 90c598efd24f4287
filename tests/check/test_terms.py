"""Translations are compared with the term base of their sector; what differs is a note."""

from pathlib import Path

from c2site.build.editing import checked
from c2site.build.settings import settings_from
from c2site.check.terms import Glossary, term_notes
from c2site.load.partnership import load_partnership
from c2site.load.terms import terms
from c2site.model.term import Term

from .conftest import Partnership

ACME = "data/smes/blue-river/acme.yml"
WATER = """\
terms:
  - say: {en: drinking water, es: agua potable}
    avoid: {es: [agua bebible]}
    note: The law’s own word.
  - say: {en: water, es: agua}
"""


def notes(partnership: Partnership, root: Path, spanish: str) -> list[tuple[str, str]]:
    summary = {"  en: Acme makes meters for cities.": f"  en: Meters for drinking water.\n  es: {spanish}"}
    loaded = partnership({"data/terms/water.yml": WATER}, {ACME: summary})
    return [(one.code, one.field) for one in term_notes(loaded, terms(root)[0]) if one.severity == "note"]


def test_a_translation_with_the_term_is_fine(partnership: Partnership, tmp_path: Path):
    assert notes(partnership, tmp_path, "Contadores de aguas potables.") == []


def test_a_translation_without_it_and_one_with_a_word_to_avoid_are_noted(partnership: Partnership, tmp_path: Path):
    assert notes(partnership, tmp_path, "Contadores de consumo.") == [("missing-term", "summary")]
    assert notes(partnership, tmp_path, "Contadores de agua bebible.") == [("avoided-term", "summary")]


def test_a_name_left_as_it_is_is_fine(partnership: Partnership, tmp_path: Path):
    assert notes(partnership, tmp_path, "La iniciativa Drinking Water.") == []


def test_of_two_terms_that_overlap_the_longer_counts():
    told = Glossary({"water": (Term(say={"en": "drinking water", "es": "agua potable"}, note="The law’s."), Term(say={"en": "water", "es": "agua"}))})
    assert told.told("Drinking water for all", "en", "es") == ["Term: drinking water = agua potable (The law’s.)"]


def test_files_that_fit_no_sector_or_no_model_are_told(partnership: Partnership, tmp_path: Path):
    partnership({"data/terms/watr.yml": WATER, "data/terms/ict.yml": "terms:\n  - sey: {en: x}\n"})
    found = {(one.path, one.code) for one in checked(settings_from(tmp_path, {})) if one.path.startswith("data/terms")}
    assert found == {("data/terms/watr.yml", "terms-sector"), ("data/terms/ict.yml", "unknown-field"), ("data/terms/ict.yml", "missing-field")}
    assert load_partnership(tmp_path).problems == ()
