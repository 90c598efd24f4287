"""Debian's Chromium, and what a first visit to a page brings with it."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, sync_playwright

from audit.places import Missing

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
POLICY = "Content Security Policy"
PHONE = {"viewport": {"width": 360, "height": 740}, "device_scale_factor": 2}


@dataclass(frozen=True)
class Visit:
    """The first visit to a page: bytes as they came over the wire, heads included, and everything that must not happen."""

    bytes: int
    requests: int
    font_bytes: int
    fonts: int
    foreign: tuple[str, ...]
    cookies: int
    violations: tuple[str, ...]
    faults: tuple[str, ...]


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start Debian's Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
        yield browser
        browser.close()


def chromium_path() -> str:
    """Return where Chromium is; raise Missing where it is not."""
    path = shutil.which("chromium")
    if not path:
        raise Missing("Debian's package chromium is missing: run 'apt-get install chromium'")
    return path


def first_visit(browser: Browser, address: str, scheme: str = "light") -> Visit:
    """Open a page as a phone that has never been there, and return what came with it."""
    context = browser.new_context(**PHONE, color_scheme=scheme)
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    wire = Wire(context.new_cdp_session(page))
    page.goto(address, wait_until="networkidle")
    return _told(wire, context, page, said, urlsplit(address).netloc)


class Wire:
    """Counts what comes over the wire, by the kind of thing."""

    def __init__(self, session: CDPSession) -> None:
        self.kinds: dict[str, tuple[str, str]] = {}
        self.sizes: dict[str, int] = {}
        session.on("Network.responseReceived", self._received)
        session.on("Network.loadingFinished", self._finished)
        session.send("Network.enable")

    def _received(self, event: dict) -> None:
        self.kinds[event["requestId"]] = (event["type"], event["response"]["url"])

    def _finished(self, event: dict) -> None:
        self.sizes[event["requestId"]] = int(event["encodedDataLength"])

    def of(self, *kinds: str, but: bool = False) -> list[int]:
        """Return the sizes of what is of these kinds, or of all others."""
        return [self.sizes.get(key, 0) for key, (kind, url) in self.kinds.items() if (kind in kinds) != but and not url.startswith("data:")]


def _told(wire: Wire, context: BrowserContext, page: Page, said: list[str], own: str) -> Visit:
    fonts, rest = wire.of("Font"), wire.of("Font", "Image", "Media", but=True)
    hosts = {urlsplit(url).netloc for _, url in wire.kinds.values() if url.startswith("http")}
    visit = Visit(
        bytes=sum(rest),
        requests=len(rest),
        font_bytes=sum(fonts),
        fonts=len(fonts),
        foreign=tuple(sorted(hosts - {own})),
        cookies=len(context.cookies()),
        violations=tuple(one for one in said if POLICY in one),
        faults=tuple(one for one in said if POLICY not in one and "404 (Not Found)" not in one),
    )
    context.close()
    return visit
