"""Which words a reader sees: chains, direction, formats, phrases, scripts."""

from c2site.language.phrases import Phrases
from c2site.language.reader import Reader
from c2site.language.readers import Readers, readers_of, with_pseudo
from c2site.language.words import NOTHING, Words

__all__ = ["NOTHING", "Phrases", "Reader", "Readers", "Words", "readers_of", "with_pseudo"]
