"""Which language a text is in, told by the small words of each."""

import pytest

from c2site.language.guessing import other_language


@pytest.mark.parametrize(
    ("text", "tag", "other"),
    [
        ("Los datos de la empresa están en el catálogo de cada mercado.", "fr", "es"),
        ("Les données de l’entreprise sont dans le catalogue de chaque marché.", "it", "fr"),
        ("Данните на компанията са в каталога за всеки пазар и за всички клиенти.", "sr", "bg"),
        ("Los datos de la empresa están en el catálogo de cada mercado.", "es", ""),
        ("Kamstrup", "es", ""),
        ("Nobody here has words of that language.", "nn", ""),
    ],
)
def test_a_language_is_told_where_it_is_clear(text: str, tag: str, other: str):
    assert other_language(text, tag) == other
