"""One build as a host sees it: pages are added, filled, and everything else is written at the end."""

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from c2site.build.guard import not_for_the_public
from c2site.build.indexed import code_words
from c2site.build.output import Output
from c2site.build.prepare import Prepared, prepared
from c2site.build.progress import Progress
from c2site.build.search import write_search_index
from c2site.build.searching import write_search_words
from c2site.build.settings import settings_from
from c2site.build.shell import SLOTS, Shell
from c2site.build.site import Site, summary
from c2site.build.speaking import spoken
from c2site.build.verify import verified
from c2site.catalogue import Portal
from c2site.errors import DataError
from c2site.render.web import Page, Parts, Subject, composed, pages_about
from c2site.render.web.content import FRONT_MATTER
from c2site.render.web.handwritten import clean, handwritten_page, text_language

SHELL_PAGE = "c2site-shell.md"
MOST_SAMPLES = 6


@dataclass
class Session:
    """`written` maps a hand-written page's name to the languages it is written in, by folder name."""

    prepared: Prepared
    full: bool = False
    site: Site | None = None
    written: dict[str, list[str]] = field(default_factory=dict)
    shown_in: dict[str, str] = field(default_factory=dict)
    made: dict[str, Parts] = field(default_factory=dict)
    records: dict[str, Page] = field(default_factory=dict)
    from_host: dict[str, str] = field(default_factory=dict)
    shell: str = ""

    @classmethod
    def begin(cls, root: Path, site_url: str = "", full: bool = False, code_host: Mapping[str, Any] | None = None) -> "Session":
        """Read and check the partnership at `root`. Raise DataError where it cannot be built."""
        environment = {**({"SITE_URL": site_url} if site_url else {}), **os.environ}
        return cls(prepared(replace(settings_from(root, environment), code_host=code_host or {})), full)

    @property
    def portal(self) -> Portal:
        """What is built."""
        return self.prepared.portal

    def open(self, out: Output) -> None:
        """Begin to write into `out`. Catalogues come first: pages say how large their files are, and what these must hold."""
        self.site = Site(self.prepared, out, Progress())
        if self.prepared.settings.catalogues:
            self.site.write_catalogues()
        self.written, self.shown_in, self.made, self.records, self.from_host = {}, {}, {}, {}, {}

    def shows(self, path: str) -> bool:
        """Return whether a file of the host is a hand-written page that can be shown."""
        return path in self.prepared.pages

    def pages_to_add(self, texts: Mapping[str, str]) -> dict[str, str]:
        """Return path and text of the pages the host must add to `texts`: other languages' texts, and the shell."""
        for path in texts:
            folder, _, name = path.removesuffix(".md").partition("/")
            self.written.setdefault(name, []).append(folder)
        added = {SHELL_PAGE: ""}
        for name, folders in self.written.items():
            added.update(self._missing(name, {self._tag(folder): folder for folder in folders if self._tag(folder)}, texts))
        through_host = self.site.pages() if self.full else samples(self.portal, self.site.subjects)
        self.records = {f"{page.path.rstrip('/')}.md": page for page in through_host}
        return added | dict.fromkeys(self.records, "")

    def _missing(self, name: str, folders: Mapping[str, str], texts: Mapping[str, str]) -> dict[str, str]:
        added = {}
        for reader in self.portal.readers:
            tag = text_language(reader, folders, self.portal.readers.default.tag)
            if tag is None:
                continue
            path = f"{reader.slug}/{name}.md"
            self.shown_in[path] = tag
            if path not in texts:
                added[path] = texts[f"{folders[tag]}/{name}.md"]
        return added

    def _tag(self, folder: str) -> str:
        return next((reader.tag for reader in self.portal.readers if reader.slug == folder), "")

    def heading(self, path: str, meta: Mapping[str, Any]) -> dict[str, Any]:
        """Return what a page's heading block may say."""
        return {key: str(value) for key, value in meta.items() if key in FRONT_MATTER and not isinstance(value, (dict, list))}

    def body(self, path: str, html: str, meta: Mapping[str, Any]) -> str:
        """Return a page's body; its other parts are kept for `parts`."""
        if path == SHELL_PAGE:
            self.made[path] = SLOTS
        elif path in self.records:
            self.made[path] = composed(self.site.studio, self.records[path])
        elif path in self.shown_in:
            self.made[path] = self._handwritten(path, html, meta)
        else:
            raise ValueError(f"content/{path} lies in the folder of no language of the partnership")
        return self.made[path].body

    def _handwritten(self, path: str, html: str, meta: Mapping[str, Any]) -> Parts:
        folder, _, name = path.removesuffix(".md").partition("/")
        reader, tag = self.portal.readers.of(folder), self.shown_in[path]
        written = [self._tag(one) for one in self.written[name]]
        page = handwritten_page(self.portal, reader, name, meta, tag, written)
        self.site.host_pages.append(page)
        return composed(self.site.studio, page, clean(html), text_tag=tag, lede=meta.get("lede", ""))

    def parts(self, path: str) -> Parts:
        """Return the parts of a page whose body is made."""
        return self.made[path]

    def finished(self, path: str, output: str) -> str:
        """Return what the host shall write for a page. The shell is kept and not written; records' pages are kept too."""
        if path == SHELL_PAGE:
            self.shell = output
            return ""
        if path in self.records:
            self.from_host[path] = output
        return output

    def joins_well(self) -> bool:
        """Return whether the sampled pages, joined with the shell, are what the host itself has made of them.

        Where the host has made every page, nothing is joined and nothing compared.
        """
        if self.full:
            return True
        shell = Shell.cut(self.shell)
        return all(shell.filled(self.made[path]) == output for path, output in self.from_host.items())

    def finish(self) -> list[str]:
        """Write records' pages, catalogues and maps; return what the editor must hear. Raise DataError where the site is not sound."""
        self.site.write_pages(Shell.cut(self.shell), skip=self.full)
        if self.prepared.settings.cards:
            self.site.write_cards()
        self.site.write_brand()
        if self.prepared.settings.admin:
            self.site.write_admin()
        self.site.write_maps()
        write_search_words(self.site.out, self.portal)
        if self.prepared.settings.search:
            write_search_index(self.site.out, code_words(self.portal))
        self._verify()
        self._report()
        told = [f"left out {folder}/{key}: {one.path}:{one.line}: {one.message}" for (folder, key), one in self.prepared.left_out.items()]
        return told + [f"left out {one.path}: {one.message}" for one in self.site.unshown]

    def _verify(self) -> None:
        left_out = () if self.prepared.settings.catalogues else ("catalogues/",)
        broken = verified(self.site.out, urlsplit(self.portal.site_url).path or "/", left_out)
        if self.prepared.settings.production:
            broken += not_for_the_public(self.site.out.folder, self.site.out.written, self.prepared)
        if broken:
            raise DataError(broken)

    def _report(self) -> None:
        """Write what was built for the command that started the host, where it asked for it."""
        path = os.environ.get("C2SITE_REPORT")
        if path:
            count = summary(self.site.out, self.site.host_pages)
            left = [one.said(spoken()).as_dict() for one in self.prepared.left_out.values()]
            Path(path).write_text(json.dumps({"count": count, "left_out": left, "site_url": self.portal.site_url}), encoding="utf-8")

    def watched(self) -> list[Path]:
        """Return the folders whose files a running preview looks after."""
        settings = self.prepared.settings
        return [folder for folder in (settings.root / "data", settings.theme, settings.brand) if folder.is_dir()]


def samples(portal: Portal, subjects: Sequence[Subject]) -> list[Page]:
    """Return a few pages to compare: one of each kind, each in another language."""
    by_kind: dict[str, list[Subject]] = {}
    for subject in subjects:
        by_kind.setdefault(subject.template, []).append(subject)
    chosen = [same[number * 7 % len(same)] for number, same in enumerate(by_kind.values())][:MOST_SAMPLES]
    return [pages[number * 5 % len(pages)] for number, pages in enumerate(pages_about(portal, one) for one in chosen)]
