"""The door from MkDocs: its events come in, the core answers."""

from c2site.plugin.plugin import C2sitePlugin

__all__ = ["C2sitePlugin"]
