"""The portal as a folder on a disk: nothing serves it, and everything but the text search works."""

import zipfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, Page

from c2site.build.archive import pack_site
from c2site.build.prepare import Prepared
from c2site.build.progress import Progress
from tests.site import test_browser

browser = test_browser.browser
AHEAD = ("Access to font at 'file:", "A preload for 'file:")


class Watched(test_browser.Watched):
    """A page from a folder. Browsers do not fetch its fonts ahead there and say so; the style sheet loads them all the same."""

    def check(self) -> None:
        self.faults = [one for one in self.faults if not one.startswith(AHEAD) and not one.endswith("net::ERR_FAILED")]
        super().check()


def follow(page: Page, selector: str, ending: str) -> None:
    page.locator(selector).first.click()
    page.wait_for_url(f"**{ending}")
    assert page.locator("h1").count() == 1


def test_buyer_walks_through_a_folder_from_home_to_another_language(browser: Browser, real_site: Path):
    watched = Watched(browser, f"file://{real_site}/", viewport={"width": 1440, "height": 900})
    page = watched.page
    page.goto(f"file://{real_site}/index.html")
    follow(page, '.tongues a[hreflang="en"]', "/en/index.html")
    follow(page, '.menu__list a[href*="offerings/"]', "/en/offerings/index.html")
    follow(page, '.row__name a[href*="offerings/"]', "/index.html")
    follow(page, '.maker a[href*="companies/"]', "/index.html")
    follow(page, 'main a[href*="clusters/"]', "/index.html")
    assert "/en/clusters/" in page.url
    page.locator(".languages__summary").click()
    follow(page, '.languages__list a[hreflang="ar"]', "/index.html")
    assert page.get_attribute("html", "dir") == "rtl" and "/ar/clusters/" in page.url
    watched.check()


def test_style_typeface_and_script_are_loaded_from_the_folder(browser: Browser, real_site: Path):
    watched = Watched(browser, f"file://{real_site}/")
    page = watched.page
    page.goto(f"file://{real_site}/en/index.html")
    assert page.evaluate("document.fonts.ready.then(() => [...document.fonts].some(one => one.status === 'loaded'))")
    assert page.evaluate("getComputedStyle(document.body).fontFamily") != "Times New Roman"
    assert page.locator("[data-scheme-switch]").is_visible()
    watched.check()


def test_archive_unpacked_on_a_stick_opens_and_leads_into_the_portal(browser: Browser, real: Prepared, real_site: Path, tmp_path: Path):
    pack_site(real, real_site, tmp_path / "portal.zip", Progress(False))
    with zipfile.ZipFile(tmp_path / "portal.zip") as archive:
        archive.extractall(tmp_path)
    watched = Watched(browser, f"file://{tmp_path}/", viewport={"width": 1440, "height": 900})
    page = watched.page
    page.goto(f"file://{tmp_path}/portal/start-here.html")
    follow(page, '.archive__languages a[hreflang="ar"]', "/start-here.ar.html")
    assert page.get_attribute("html", "dir") == "rtl"
    follow(page, ".archive .button", "/index.html")
    follow(page, '.tongues a[hreflang="es"]', "/es/index.html")
    follow(page, '.menu__list a[href*="catalogues/"]', "/es/catalogues/index.html")
    follow(page, ".cover-card a.cover", "/index.html")
    books = page.locator(".downloads a[type='application/pdf']").evaluate_all("links => links.map(one => one.href)")
    assert books and all(Path(unquote(urlsplit(one).path)).read_bytes().startswith(b"%PDF-") for one in books)
    watched.check()
