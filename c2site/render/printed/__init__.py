"""The printed catalogue: a whole book as data, and the one call that has it typeset."""

from c2site.render.printed.book import document
from c2site.render.printed.fonts import MissingGlyph, fonts, missing_glyphs
from c2site.render.printed.press import press_order
from c2site.render.printed.typesetting import typeset

__all__ = ["MissingGlyph", "document", "fonts", "missing_glyphs", "press_order", "typeset"]
