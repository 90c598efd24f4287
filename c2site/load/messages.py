"""The sentences editors are told in other languages than English, from theme/messages/."""

from collections.abc import Mapping
from pathlib import Path

from c2site.errors import ENGLISH, Messages
from c2site.errors.sentences import Sentence
from c2site.language.phrases import Phrase
from c2site.language.reader import Reader
from c2site.language.scripts import latin_from_cyrillic
from c2site.language.tags import locale_of
from c2site.load.files import content_of
from c2site.load.plain import Values, values_in

# Nobody writes these; they are rewritten from the language behind them.
IN_LATIN_LETTERS = {"sr-Latn": "sr"}


def languages_told(theme: Path) -> list[str]:
    """Return the tags of the languages in which problems can be said, English first."""
    written = sorted(path.stem for path in (theme / "messages").glob("*.yml"))
    return ["en", *written, *(tag for tag, source in IN_LATIN_LETTERS.items() if source in written)]


def load_messages(theme: Path, tag: str) -> Messages:
    """Return what is told in the language `tag`, one of `languages_told`; sentences nobody has translated are not in it."""
    if tag == "en":
        return ENGLISH
    source = IN_LATIN_LETTERS.get(tag, tag)
    path = f"messages/{source}.yml"
    values = values_in(path, content_of(theme, path))
    return _messages(tag, values if source == tag else _in_latin(values))


def _messages(tag: str, values: Values) -> Messages:
    reader = Reader(tag, (tag,))
    told: Mapping[str, Mapping[str, str]] = values.get("sentences", {})
    sentences = {code: Sentence(ENGLISH.sentences[code].severity, **said) for code, said in told.items() if code in ENGLISH.sentences}
    words: Mapping[str, Phrase] = values.get("words", {})
    return Messages(tag, sentences, words, locale_of(tag).plural_form, reader.number, reader.listed, reader.direction, reader.language)


def _in_latin(values: Values) -> Values:
    return {key: latin_from_cyrillic(value) if isinstance(value, str) else _in_latin(value) for key, value in values.items()}
