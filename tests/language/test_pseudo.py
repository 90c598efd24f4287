"""The pseudo-language: longer, with accents, in brackets, and nothing lost that must stay."""

import pytest

from c2site.language import Phrases
from c2site.language.phrases import values_of
from c2site.language.pseudo import CLOSING, OPENING, PSEUDO, pseudo
from c2site.language.pseudo_reader import PseudoReader
from c2site.language.scripts import rewritten_markup
from c2site.load.phrases import load_phrases
from tests.conftest import REPOSITORY


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Water", "⟦Ŵááťééŕ⟧"),
        ("{n} of {all}", "⟦{n} óóf {all}⟧"),
        ("{first}–{last}", "{first}–{last}"),
        ("", ""),
        ("1,200 m²", "⟦1,200 m²⟧"),
        ("As said [@smith-2024].", "⟦ÁÁš šááííď [@smith-2024].⟧"),
        ("See [the list](c2:smes) &amp; <b>go</b>", "⟦Šéééé [ťĥéé ļííšť](c2:smes) &amp; <b>ğóó</b>⟧"),
        ("Mail info@example.org, https://example.org/a.", "⟦Mááííļ info@example.org, https://example.org/a.⟧"),
        ("- one\n- two", "- ⟦óóñéé⟧\n- ⟦ťŵóó⟧"),
        ("Кластер", "⟦Кластер⟧"),
    ],
)
def test_words_are_written_anew_and_everything_else_stays(text: str, written: str):
    assert pseudo(text) == written


def test_what_is_in_it_already_stays_as_it_is():
    assert pseudo(pseudo("Water")) == pseudo("Water")
    assert rewritten_markup(PSEUDO, "<p>⟦Ŵááťééŕ <b>ñóóŵ</b>⟧</p>") == "<p>⟦Ŵááťééŕ <b>ñóóŵ</b>⟧</p>"


def test_every_phrase_keeps_its_values_and_grows_by_about_a_third():
    phrases, _ = load_phrases([REPOSITORY / "theme" / "phrases"])
    english, derived = phrases["en"], phrases["en"].derived(PSEUDO)
    assert all(values_of(derived.by_key[key]) == values_of(phrase) for key, phrase in english.by_key.items())
    grown = _length(derived) / _length(english)
    assert 1.25 < grown < 1.5


def _length(phrases: Phrases) -> int:
    return sum(len(text.strip(OPENING + CLOSING)) for text in phrases.by_key.values() if isinstance(text, str))


def test_the_switcher_does_not_call_it_english():
    assert PseudoReader(PSEUDO, (PSEUDO,)).own_name() == "Qps-ploc"
    assert PseudoReader(PSEUDO, (PSEUDO,)).country("ES") == "⟦Špááííñ⟧"
