"""Interface words of one language: short sentences by key, with values to fill in and plural forms."""

import string
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from c2site.language.scripts import rewritten
from c2site.language.tags import locale_of

Phrase = str | Mapping[str, str]


@dataclass(frozen=True)
class Phrases:
    """`by_key` maps dotted keys to a sentence, or to sentences by CLDR plural category."""

    tag: str
    by_key: Mapping[str, Phrase]
    reviewed: bool = False

    def derived(self, tag: str) -> "Phrases":
        """Return the same words as the language `tag`, which is derived from this one by rule, writes them."""
        return Phrases(tag, {key: _rewritten(tag, value) for key, value in self.by_key.items()}, self.reviewed)


def _rewritten(tag: str, value: Phrase) -> Phrase:
    if isinstance(value, str):
        return rewritten(tag, value)
    return {category: rewritten(tag, text) for category, text in value.items()}


def values_of(phrase: Phrase) -> frozenset[str]:
    """Return the names of the values a phrase fills in."""
    texts = [phrase] if isinstance(phrase, str) else phrase.values()
    return frozenset(name for text in texts for _, name, _, _ in string.Formatter().parse(text) if name)


def strange_braces(text: str) -> str:
    """Return what stands in a phrase's braces besides the name of a value: widths, attributes, a brace alone; empty for none."""
    try:
        parts = [part for part in string.Formatter().parse(text) if part[1] is not None]
    except ValueError:
        return text
    strange = (name + (f"!{conversion}" if conversion else "") + (f":{width}" if width else "") for _, name, width, conversion in parts)
    return next((f"{{{one}}}" for one in strange if not one.isidentifier()), "")


@cache
def plural_categories(tag: str) -> frozenset[str]:
    """Return the CLDR plural categories a language distinguishes, `other` among them."""
    return frozenset(locale_of(tag).plural_form.tags) | {"other"}


def flattened(tree: Mapping[str, object], prefix: str = "") -> dict[str, Phrase]:
    """Return nested phrases with dotted keys; a map of plural categories stays one phrase."""
    flat: dict[str, Phrase] = {}
    for key, value in tree.items():
        if isinstance(value, Mapping) and not _is_plural(value):
            flat.update(flattened(value, f"{prefix}{key}."))
        else:
            flat[f"{prefix}{key}"] = value  # type: ignore[assignment]
    return flat


def _is_plural(value: Mapping[str, object]) -> bool:
    return "other" in value and set(value) <= {"zero", "one", "two", "few", "many", "other"}
