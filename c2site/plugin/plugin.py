"""MkDocs events translated for the core, and nothing else."""

import logging
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from c2site.build.publish import BUSY, Busy, Publication, remove_neighbours
from c2site.build.session import Session
from c2site.build.speaking import spoken
from c2site.errors import DataError

log = logging.getLogger("mkdocs.plugins.c2site")


class C2siteConfig(Config):
    """`full` sends every page through MkDocs instead of joining it with the shell: slow, for comparison.

    `admin` tells the editors' page, where one is asked for, about the code host, in the words of Decap's `backend`.
    """

    full = config_options.Type(bool, default=False)
    admin = config_options.Type(dict, default={})


class C2sitePlugin(BasePlugin[C2siteConfig]):
    """One build is one session of the core and one publication.

    The host empties its site folder and fills it file by file; it is given a private one, whose files join the staged site.
    """

    session: Session
    publication: Publication | None = None
    private: TemporaryDirectory | None = None
    target: Path | None = None
    command = "build"

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Stay alive between the builds of `mkdocs serve`."""
        self.command = command

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check the partnership."""
        if self.publication is None:
            self._begin(config)
        try:
            self.session = Session.begin(Path(config.config_file_path).parent, config.site_url or "", self.config.full, self.config.admin)
        except DataError as error:
            raise _refusal(error) from None
        _bring_theme(config, str(self.session.prepared.settings.theme))
        config.site_url = self.session.portal.site_url
        config.site_name = self.session.portal.profiles.partnership.acronym
        return config

    def _begin(self, config: MkDocsConfig) -> None:
        try:
            self.target = Path(config.site_dir)
            self.publication = Publication(self.target)
        except Busy as error:
            log.error("c2site: %s; try again when it has ended.", error)
            raise SystemExit(BUSY) from None
        except OSError as error:
            raise _unwritable(error) from None
        self.private = TemporaryDirectory(prefix="c2site-host-")
        config.site_dir = self.private.name

    def _end(self, config: MkDocsConfig | None = None) -> None:
        """Give the host its folder back and others the place; what was not published by now never will be."""
        if self.publication is None:
            return
        if config is not None:
            config.site_dir = str(self.target)
        self.publication.close()
        self.private.cleanup()
        self.publication = self.private = None

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Keep hand-written pages that can be shown, and add those that readers get in another language."""
        for file in list(files):
            if not self.session.shows(file.src_uri):
                files.remove(file)
        try:
            self.session.open(self.publication.out)
        except DataError as error:
            raise _refusal(error) from None
        except OSError as error:
            raise _unwritable(error) from None
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

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write everything else and publish; where other plugins change pages one by one, send all of them through MkDocs."""
        if not self.session.joins_well():
            log.warning("c2site: another plugin changes pages one by one, so all of them go through MkDocs, which is slower")
            self.config.full = True
            build(config)
            return
        try:
            self.publication.out.write_folder(Path(config.site_dir))
            for line in self.session.finish():
                log.warning(line)
            if not _refused_by_host(config):
                self.publication.finish()
        except DataError as error:
            raise _refusal(error) from None
        except OSError as error:
            raise _unwritable(error) from None
        self._end(config)

    def on_build_error(self, *, error: Exception) -> None:
        """Leave the old site as it is."""
        self._end()

    def on_shutdown(self) -> None:
        """Leave the old site as it is, where the build was broken off; a preview's own folder goes, and what lies beside it."""
        self._end()
        if self.command == "serve" and self.target is not None:
            remove_neighbours(self.target)

    def on_serve(self, server: Any, *, config: MkDocsConfig, builder: Any) -> Any:
        """Watch the records and the theme too."""
        for folder in self.session.watched():
            server.watch(str(folder))
        return server


def _bring_theme(config: MkDocsConfig, theme: str) -> None:
    """Put the portal's theme before the host's, where the host's settings do not name it."""
    if not config.theme.custom_dir and theme not in config.theme.dirs:
        config.theme.dirs.insert(0, theme)


def _refusal(error: DataError) -> PluginError:
    """Say every problem in the host's log, and return what stops the host."""
    for one in (told.said(spoken()) for told in error.problems):
        log.error("%s:%s:%s %s %s", one.path, one.line, one.column, one.field, one.message)
    return PluginError("c2site: the partnership's data cannot be built; `c2site check` says what to mend")


def _unwritable(error: OSError) -> PluginError:
    """Return what stops the host where the disk does not do what it is asked."""
    return PluginError(f"c2site: the site cannot be written: {error.strerror or error} ({error.filename or 'no file named'}); what was published before still stands")


def _refused_by_host(config: MkDocsConfig) -> bool:
    """Return whether the host is going to refuse the build: told to be strict, it does so after the last event if it has warned."""
    counters = [one for name in ("mkdocs", "properdocs") for one in logging.getLogger(name).handlers if hasattr(one, "get_counts")]
    return config.strict and any(one.get_counts() for one in counters)
