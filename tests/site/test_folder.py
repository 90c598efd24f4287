"""The portal as a folder on a disk: nothing serves it, and everything but the text search works."""

from pathlib import Path

from playwright.sync_api import Browser, Page

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
