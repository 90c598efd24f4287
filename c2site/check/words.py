"""What is wrong with interface words: phrases a language lacks, values they must fill in, plural forms."""

from collections.abc import Iterator, Mapping

from c2site.errors import Problem, problem
from c2site.language.phrases import Phrases, plural_categories, values_of
from c2site.load.partnership import Loaded


def phrase_problems(loaded: Loaded, phrases: Mapping[str, Phrases]) -> list[Problem]:
    """Return the problems of the interface words in every language of the portal."""
    if loaded.profiles is None or not phrases:
        return []
    languages = loaded.profiles.partnership.languages
    model = phrases.get("en") or next(iter(phrases.values()))
    found: list[Problem] = []
    for language in languages:
        tag = language.derived_from or language.tag
        if tag == language.tag and tag != model.tag:
            found.extend(_of(phrases.get(tag, Phrases(tag, {})), model))
    return sorted(found)


def _of(words: Phrases, model: Phrases) -> Iterator[Problem]:
    path = f"phrases/{words.tag}.yml"
    for key, phrase in model.by_key.items():
        own = words.by_key.get(key)
        if own is None:
            yield problem("missing-phrase", path, field=key, found=key, language=words.tag)
            continue
        if values_of(own) - {"n"} != values_of(phrase) - {"n"}:
            yield problem("phrase-values", path, field=key, allowed=values_of(phrase), found=values_of(own))
        if not isinstance(own, str) and set(own) != plural_categories(words.tag):
            yield problem("plural-forms", path, field=key, allowed=plural_categories(words.tag), found=sorted(own))
    for key in words.by_key.keys() - model.by_key.keys():
        yield problem("unknown-phrase", path, field=key, found=key)
