"""MkDocs events translated for the core, and nothing else."""

import logging
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from c2site.build.prepare import Prepared
from c2site.build.session import Session
from c2site.errors import DataError

log = logging.getLogger("mkdocs.plugins.c2site")


class C2siteConfig(Config):
    """`full` sends every page through MkDocs instead of joining it with the shell: slow, for comparison."""

    full = config_options.Type(bool, default=False)


class C2sitePlugin(BasePlugin[C2siteConfig]):
    """One build is one session of the core."""

    session: Session
    prepared: Prepared | None = None

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Stay alive between the builds of `mkdocs serve`."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check the partnership."""
        try:
            self.session = Session.begin(Path(config.config_file_path).parent, config.site_url or "", self.config.full)
        except DataError as error:
            raise _refusal(error) from None
        config.site_url = self.session.portal.site_url
        config.site_name = self.session.portal.profiles.partnership.acronym
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Keep hand-written pages that can be shown, and add those that readers get in another language."""
        for file in list(files):
            if not self.session.shows(file.src_uri):
                files.remove(file)
        self.session.open(Path(config.site_dir))
        texts = {file.src_uri: file.content_string for file in files.documentation_pages()}
        for path, text in self.session.pages_to_add(texts).items():
            files.append(File.generated(config, path, content=text))
        return files

    @event_priority(100)
    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Take from the heading block only what a page may say."""
        page.meta = self.session.heading(page.file.src_uri, page.meta)
        return markdown

    @event_priority(-100)
    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Fill the page's parts in; the shell gets its body."""
        return self.session.body(page.file.src_uri, html, page.meta)

    def on_page_context(self, context: dict[str, Any], *, page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
        """Hand the page's parts to the theme."""
        context["c2site"] = self.session.parts(page.file.src_uri)
        return context

    @event_priority(-100)
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Keep the shell and the sampled pages, as every other plugin has left them."""
        return self.session.finished(page.file.src_uri, output)

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Leave out the theme's own 404 page and site map; the core writes them."""
        return ""

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write everything else; where other plugins change pages one by one, send all of them through MkDocs."""
        if not self.session.joins_well():
            log.warning("c2site: another plugin changes pages one by one, so all of them go through MkDocs, which is slower")
            self.config.full = True
            build(config)
            return
        try:
            told = self.session.finish()
        except DataError as error:
            raise _refusal(error) from None
        for line in told:
            log.warning(line)

    def on_serve(self, server: Any, *, config: MkDocsConfig, builder: Any) -> Any:
        """Watch the records and the theme too."""
        for folder in self.session.watched():
            server.watch(str(folder))
        return server


def _refusal(error: DataError) -> PluginError:
    """Say every problem in the host's log, and return what stops the host."""
    for one in error.problems:
        log.error("%s:%s:%s %s %s", one.path, one.line, one.column, one.field, one.message)
    return PluginError("c2site: the partnership's data cannot be built; `c2site check` says what to mend")
