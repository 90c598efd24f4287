"""The portal's pages as HTML text, from records and templates; nothing here writes a file."""

from c2site.render.web.compose import SHELL, Parts, composed, document
from c2site.render.web.environment import Studio
from c2site.render.web.page import Page
from c2site.render.web.pages import ENTITIES, list_page, record_page, record_pages

__all__ = ["ENTITIES", "SHELL", "Page", "Parts", "Studio", "composed", "document", "list_page", "record_page", "record_pages"]
