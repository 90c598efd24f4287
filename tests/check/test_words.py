"""Interface words: complete, with the same values, and with the language's plural forms."""

from pathlib import Path

import pytest

from c2site.check.words import phrase_problems
from c2site.language import Phrases
from c2site.load.partnership import Loaded, load_partnership
from c2site.load.phrases import load_phrases
from tests.conftest import REPOSITORY, WORLD

ENGLISH = Phrases("en", {"a": "One {name}", "n": {"one": "{n} thing", "other": "{n} things"}})
GREEK = {"a": "Ένα {name}", "n": {"one": "{n} πράγμα", "other": "{n} πράγματα"}}


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return load_partnership(WORLD)


def told(loaded: Loaded, **greek: object) -> set[tuple[str, str]]:
    phrases = {"en": ENGLISH, "el": Phrases("el", {key: value for key, value in {**GREEK, **greek}.items() if value})}
    return {(one.code, one.field) for one in phrase_problems(loaded, phrases) if one.path == "phrases/el.yml"}


def test_complete_words_have_no_problem(loaded: Loaded):
    assert told(loaded) == set()


@pytest.mark.parametrize(
    ("greek", "code", "key"),
    [
        ({"a": None}, "missing-phrase", "a"),
        ({"a": "Ένα {onoma}"}, "phrase-values", "a"),
        ({"n": {"one": "{n}", "few": "{n}", "other": "{n}"}}, "plural-forms", "n"),
        ({"b": "Περιττό"}, "unknown-phrase", "b"),
    ],
)
def test_mistake_in_words_is_told(loaded: Loaded, greek: dict[str, object], code: str, key: str):
    assert told(loaded, **greek) == {(code, key)}


@pytest.mark.parametrize("root", [REPOSITORY, WORLD], ids=["real", "world"])
def test_every_language_of_a_partnership_has_all_words(root: Path):
    phrases, wrong = load_phrases([REPOSITORY / "theme" / "phrases", root / "data" / "phrases"])
    assert wrong == []
    assert phrase_problems(load_partnership(root), phrases) == []
