"""Terms are found in whatever form their words have."""

import pytest

from c2site.language.stems import mentions, names, stems


@pytest.mark.parametrize(
    ("tag", "term", "text"),
    [
        ("bg", "сграда", "Сензори за историческите сгради."),
        ("el", "κτίριο", "Παρακολούθηση ιστορικών κτιρίων"),
        ("sr", "индустријски отпад", "Третман индустријског отпада"),
        ("ar", "نفايات صناعية", "معالجة النفايات الصناعية"),
        ("es", "huella de carbono", "Cálculo de huellas de carbono"),
        ("it", "rifiuti", "Gestione dei rifiuti"),
    ],
)
def test_an_inflected_term_is_found(tag: str, term: str, text: str):
    assert mentions(tag, text, term)
    assert not mentions(tag, "12 %", term)


@pytest.mark.parametrize(
    ("text", "term", "found"),
    [
        ("Two smart buildings", "smart building", True),
        ("Smart, then a building", "smart building", False),
        ("Building smart", "smart building", False),
        ("The rain", "rail", False),
        ("By rail", "rail", True),
    ],
)
def test_a_source_text_names_a_term_word_by_word(text: str, term: str, found: bool):
    assert names(text, term) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [("Países de exportación (2024)", {"paise", "de", "expor"}), ("ΧΏΡΑ\nχωρών", {"χωρα", "χωρων"}), ("الموظّفين", {"الموظ"}), ("24 %", set())],
)
def test_stems_are_beginnings_without_accents(text: str, found: set[str]):
    assert stems(text) == found
