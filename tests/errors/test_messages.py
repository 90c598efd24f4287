"""Every language says every sentence, with the same values and the same code."""

import re
import string
from collections.abc import Iterator, Mapping

import pytest

from c2site.build.settings import REPOSITORY
from c2site.errors import ENGLISH, Figure, Messages, Part, Tongue, either, fragment, problem, reports
from c2site.errors.sentences import SENTENCES
from c2site.errors.words import WORDS, Word
from c2site.language.phrases import plural_categories
from c2site.load.messages import languages_told, load_messages

THEME = REPOSITORY / "theme"
LANGUAGES = languages_told(THEME)[1:]
PARTS = ("message", "hint", "otherwise")
CODE = re.compile(r"`[^`]+`")
# Languages with a form for two say it without the figure.
COUNTED = {"n"}
LETTER = re.compile(r"[^\W\d_]{3}")


@pytest.fixture(scope="module", params=LANGUAGES)
def messages(request: pytest.FixtureRequest) -> Messages:
    return load_messages(THEME, request.param)


def texts(sentences: Mapping[str, object], words: Mapping[str, Word]) -> Iterator[tuple[str, str]]:
    """Yield every text with the place an editor knows it by."""
    for code, sentence in sentences.items():
        yield from ((f"sentences.{code}.{part}", getattr(sentence, part)) for part in PARTS)
    for key, word in words.items():
        yield from [(f"words.{key}", word)] if isinstance(word, str) else ((f"words.{key}.{form}", text) for form, text in word.items())


def named(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def without_values(text: str) -> str:
    return CODE.sub("", re.sub(r"\{\w*\}", "", text))


def test_a_language_says_every_sentence_and_word_and_no_other(messages: Messages) -> None:
    assert messages.sentences.keys() == SENTENCES.keys()
    assert messages.words.keys() == WORDS.keys()


def test_a_sentence_has_a_hint_where_the_english_has_one(messages: Messages) -> None:
    lacking = [code for code, one in messages.sentences.items() if [bool(part) for part in one[1:]] != [bool(part) for part in SENTENCES[code][1:]]]
    assert lacking == []


def test_every_text_holds_the_values_and_the_code_of_the_english(messages: Messages) -> None:
    english = dict(texts(SENTENCES, WORDS))
    for place, text in texts(messages.sentences, messages.words):
        source = english[place] if place in english else english[place.rpartition(".")[0] + ".other"]
        assert named(text) - COUNTED == named(source) - COUNTED, place
        assert set(CODE.findall(text)) == set(CODE.findall(source)), place


def test_no_text_was_left_in_english(messages: Messages) -> None:
    english = {text for _, text in texts(SENTENCES, WORDS) if len(LETTER.findall(without_values(text))) > 2}
    assert [place for place, text in texts(messages.sentences, messages.words) if text in english] == []


def test_words_that_count_have_the_forms_of_the_language(messages: Messages) -> None:
    wrong = {key: sorted(word) for key, word in messages.words.items() if isinstance(word, Mapping) and word.keys() != plural_categories(messages.tag)}
    assert wrong == {}


def test_no_sentence_names_a_value_that_braces_would_not_fill(messages: Messages) -> None:
    for place, text in texts(messages.sentences, messages.words):
        assert all(name is None or name.isidentifier() for _, name, _, _ in string.Formatter().parse(text)), place


def test_a_problem_is_said_with_its_fragments_figures_and_lists() -> None:
    spanish = load_messages(THEME, "es")
    told = problem("wrong-shape", "data/x.yml", wanted=fragment("list"), found=fragment("text"), nearest=fragment("write-items", name="benefits"))
    assert told.message == "a list is expected here, plain text was found"
    assert told.said(spanish).message == "aquí se espera una lista y se encontró texto sencillo"
    assert told.said(spanish).hint == "Empiece cada elemento debajo de `benefits:` con un guion: `- …`."
    assert problem("file-too-large", "x", found=Figure(300_000), allowed=Figure(262_144)).said(spanish).message == "el archivo tiene 300.000 bytes; se permiten 262.144"
    assert "sector o sme" in problem("wrong-kind", "x", found="a", other="need", kind=either(["sector", "sme"]), nearest=None).said(spanish).message
    assert "(40 en total)" in problem("unknown-field", "x", allowed=[f"f{number}" for number in range(40)], nearest=None).said(spanish).message


def test_a_problem_within_another_is_said_in_the_same_language() -> None:
    inner = problem("picture-moves", "data/media/a.gif")
    told = problem("unfit-picture", "data/x.yml", found="a.gif", reason=Part(inner, "message"), nearest=Part(inner, "hint")).said(load_messages(THEME, "es"))
    assert (told.message, told.hint) == ("`a.gif` no se puede mostrar: la imagen se mueve; solo se muestran imágenes fijas", "Guarde uno de sus fotogramas.")


def test_a_language_and_a_place_in_words_are_said_in_the_editors_language() -> None:
    spanish = load_messages(THEME, "es")
    told = problem("po-swapped", "x.po", field=fragment("page", number=3), found=Tongue("fr", "French"), language=Tongue("qaa", "Pseudo"))
    assert (told.field, told.message) == ("page 3", "this looks like French, not like Pseudo")
    assert (told.said(spanish).field, told.said(spanish).message) == ("página 3", "esto parece francés, no qaa")
    assert ": page 3: " in reports.text([told]) and ": página 3: " in reports.text([told], messages=spanish)


def test_what_a_language_lacks_is_said_in_english_throughout() -> None:
    lacking = Messages("xx", {}, {"list": "LISTE"}, ENGLISH.plural, ENGLISH.figure, ENGLISH.listed)
    told = problem("yaml-not-mapping", "data/x.yml", found=fragment("list"))
    assert told.said(lacking).message == told.message
    assert reports.summary([told], lacking) == "1 error in 1 file"


def test_serbian_is_said_in_latin_letters_too() -> None:
    assert "sr-Latn" not in LANGUAGES or load_messages(THEME, "sr-Latn").word("no-problems").isascii()


@pytest.mark.parametrize("n", [0, 1, 2, 5, 11, 100])
def test_the_summary_counts_in_every_language(messages: Messages, n: int) -> None:
    told = reports.summary([problem("file-empty", f"data/{number}.yml") for number in range(n)], messages)
    assert told == reports.line(messages.word("no-problems"), messages) if n == 0 else messages.figure(n) in told or n < 3
