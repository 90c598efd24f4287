"""Forms for those who have no git: one page a kind of record and language, which works from a disk and saves a record's file."""

from c2site.render.forms.page import form_page
from c2site.render.forms.sections import USUAL

__all__ = ["USUAL", "form_page"]
