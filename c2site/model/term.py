"""The words of a field, as a partnership says them in each language."""

from pydantic import Field

from c2site.model.base import LanguageTag, Line, Part, Text

Variants = dict[LanguageTag, tuple[Line, ...]]


class Term(Part):
    """One thing, and its word in each language."""

    say: Text = Field(description="The word in each language, as a dictionary lists it.", examples=[{"en": "drinking water", "es": "agua potable"}])
    also: Variants = Field(default_factory=dict, description="Other words that may stand for it, by language.", examples=[{"es": ["agua de consumo"]}])
    avoid: Variants = Field(default_factory=dict, description="Words that must not stand for it, by language.", examples=[{"es": ["agua bebible"]}])
    note: Line | None = Field(None, description="What a translator must know.", examples=["The law’s own word."])


class Terms(Part):
    """The words of one sector."""

    terms: tuple[Term, ...] = Field((), description="The words, one item each.")
