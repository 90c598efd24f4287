"""The printed catalogue: a whole book as data, and the one call that has it typeset."""

from c2site.render.printed.book import document
from c2site.render.printed.fonts import MissingGlyph, fonts, missing_glyphs
from c2site.render.printed.linecard import is_line_card, line_card
from c2site.render.printed.places import Placed, codes_of, placed_strings
from c2site.render.printed.press import press_order
from c2site.render.printed.typesetting import typeset

__all__ = ["MissingGlyph", "Placed", "codes_of", "document", "fonts", "is_line_card", "line_card", "missing_glyphs", "placed_strings", "press_order", "typeset"]
