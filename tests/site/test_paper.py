"""Every kind of page on paper: black on white, no wider than a sheet, nothing that only a screen needs."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from audit.pages import pages_of_kinds
from tests.site import test_browser

address, browser = test_browser.address, test_browser.browser
# A4 less its margins, in CSS pixels.
SHEET = {"width": 673, "height": 986}
ON_PAPER = """() => [getComputedStyle(document.body).color, document.documentElement.scrollWidth,
  [...document.querySelectorAll("nav, button, .search, .site-footer, .skip")].filter((one) => one.checkVisibility()).map((one) => one.outerHTML.slice(0, 80)),
  getComputedStyle(document.querySelector(".funding")).display !== "none"]"""


@pytest.mark.parametrize("language", ["en", "ar"])
def test_pages_are_fit_for_paper_even_from_the_dark_scheme(browser: Browser, address: str, real_site: Path, language: str):
    context = browser.new_context(viewport=SHEET, color_scheme="dark")
    page = context.new_page()
    page.emulate_media(media="print")
    found = {}
    for one in pages_of_kinds(real_site, [language])[2:]:
        page.goto(address + one.path)
        found[one.path] = page.evaluate(ON_PAPER)
    context.close()
    assert {path: told for path, told in found.items() if told != ["rgb(0, 0, 0)", SHEET["width"], [], True]} == {}
