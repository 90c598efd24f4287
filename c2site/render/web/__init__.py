"""The portal's pages as HTML text, from records and templates; nothing here writes a file."""

from c2site.render.web.compose import SHELL, Parts, composed, document
from c2site.render.web.environment import Studio
from c2site.render.web.page import Page, Subject
from c2site.render.web.pages import ENTITIES, pages_about, record_pages, subjects

__all__ = ["ENTITIES", "SHELL", "Page", "Parts", "Studio", "Subject", "composed", "document", "pages_about", "record_pages", "subjects"]
