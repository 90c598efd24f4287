"""The real portal in a real browser: Debian's Chromium, driven by Playwright."""

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

CHROMIUM = shutil.which("chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
OFFERING = "offerings/eko-rec-pet-sheet-and-fibre/"
KINDS = ["", "offerings/", OFFERING, "companies/", "companies/eko-rec/", "clusters/", "clusters/aclima/", "sectors/", "sectors/ict/", "markets/", "markets/co/",
         "catalogues/", "catalogues/mx-2026/", "events/", "events/ev-final/", "value-chain/", "bibliography/", "search/", "shortlist/", "request/", "about/", "strategy/", "privacy/"]


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Give the address at which a folder's files are served."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()


@pytest.fixture(scope="module")
def address(real_site: Path) -> Iterator[str]:
    with serving(real_site) as found:
        yield found


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    assert CHROMIUM, "Debian's package chromium is missing: run 'apt-get install chromium'"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


class Watched:
    """A page that remembers what went wrong and whom it asked."""

    def __init__(self, browser: Browser, address: str, **options: object) -> None:
        self.context = browser.new_context(**options)
        self.page: Page = self.context.new_page()
        self.address = address
        self.faults: list[str] = []
        self.hosts: set[str] = set()
        self.page.on("console", lambda message: self.faults.append(message.text) if message.type in ("error", "warning") else None)
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("request", lambda request: self.hosts.add(request.url.split("/")[2]))

    def open(self, path: str) -> Page:
        response = self.page.goto(self.address + path)
        assert response is not None and response.ok, path
        return self.page

    def check(self) -> None:
        assert self.faults == []
        assert self.hosts == {self.address.split("/")[2]}
        assert self.context.cookies() == []
        self.context.close()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_pages_open_without_error_foreign_host_or_cookie(browser: Browser, address: str, language: str):
    watched = Watched(browser, address)
    for path in KINDS:
        page = watched.open(f"{language}/{path}")
        assert page.get_attribute("html", "lang") == language
        assert page.get_attribute("html", "dir") == ("rtl" if language == "ar" else "ltr")
        assert page.locator("h1").count() == 1, path
        assert page.locator(".funding__emblem svg").is_visible(), path
    watched.check()


def test_site_has_no_editors_page_unless_it_is_asked_for(real_site: Path):
    assert not (real_site / "admin").exists()


@pytest.mark.parametrize("width", [360, 768, 1440])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_page_scrolls_sideways(browser: Browser, address: str, width: int, language: str):
    watched = Watched(browser, address, viewport={"width": width, "height": 900})
    for path in KINDS:
        page = watched.open(f"{language}/{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    watched.check()


def test_switcher_leads_to_the_same_page_in_another_language_and_back(browser: Browser, address: str):
    watched = Watched(browser, address, viewport={"width": 1440, "height": 900})
    page = watched.open(f"en/{OFFERING}")
    page.locator(".languages__summary").click()
    page.locator('.languages__list a[hreflang="ar"]').click()
    page.wait_for_url(f"**/ar/{OFFERING}")
    assert page.get_attribute("html", "dir") == "rtl"
    page.locator(".languages__summary").click()
    page.locator('.languages__list a[hreflang="en"]').click()
    page.wait_for_url(f"**/en/{OFFERING}")
    watched.check()


def test_buyer_finds_a_supplier_from_the_door(browser: Browser, address: str):
    watched = Watched(browser, address, viewport={"width": 360, "height": 740})
    page = watched.open("")
    page.locator('.tongues a[hreflang="es"]').click()
    page.wait_for_url("**/es/")
    page.locator('.door__name a[href$="markets/co/"]').click()
    page.wait_for_url("**/es/markets/co/")
    page.locator(".card__name a").first.click()
    page.wait_for_url("**/es/offerings/**")
    assert page.locator(".actions a.button--main").get_attribute("href").startswith("http")
    watched.check()


@pytest.mark.parametrize(
    ("tag", "words", "found"),
    [
        ("en", "timber", "timber"),
        ("es", "madera", "timber"),
        ("ar", "النفايات", "waste"),
        ("sr", "кластер", "clusters"),
        ("sr-latn", "klaster", "clusters"),
        ("el", "νερό", None),
    ],
)
def test_search_finds_pages_in_the_readers_language(browser: Browser, address: str, tag: str, words: str, found: str | None):
    watched = Watched(browser, address)
    page = watched.open(f"{tag}/search/")
    page.locator("#q").fill(words)
    expect(page.locator("[data-search-status]")).not_to_have_text("")
    links = page.locator("[data-search-results] a").evaluate_all("all => all.map(one => one.getAttribute('href'))")
    if found:
        assert any(found in link for link in links), links
        assert all(f"/{tag}/" in link for link in links)
    watched.check()


def test_search_on_the_home_page_leads_to_results(browser: Browser, address: str):
    watched = Watched(browser, address)
    page = watched.open("en/")
    page.locator("#q").fill("PET")
    page.locator(".search__button").click()
    page.wait_for_url("**/en/search/?q=PET")
    page.wait_for_selector("[data-search-results] a")
    assert page.locator("[data-search-results] a").first.is_visible()
    watched.check()


def test_colour_scheme_is_kept_in_the_browser_only(browser: Browser, address: str):
    watched = Watched(browser, address, color_scheme="light")
    page = watched.open("en/")
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.locator("[data-scheme-switch]").click()
    after = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert before != after
    assert page.reload() is not None
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == after
    watched.check()


def test_portal_works_without_scripts(browser: Browser, address: str):
    watched = Watched(browser, address, java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = watched.open("en/")
    page.locator(".menu__summary").click()
    page.locator('.menu__list a[href$="offerings/"]').click()
    page.wait_for_url("**/en/offerings/")
    watched.check()


@pytest.mark.parametrize(("tag", "family"), [("en", "latin"), ("bg", "cyrillic"), ("el", "greek"), ("ar", "arabic")])
def test_own_typeface_is_loaded_for_the_script(browser: Browser, address: str, tag: str, family: str):
    watched = Watched(browser, address)
    asked: list[str] = []
    watched.page.on("request", lambda request: asked.append(request.url))
    watched.open(f"{tag}/").wait_for_load_state("networkidle")
    assert any(f"/{family}-400." in url for url in asked)
    watched.check()
