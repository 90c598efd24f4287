"""Zoom and large text: no kind of page overflows its window or cuts its words off."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from audit.pages import pages_of_kinds
from tests.site import test_browser

address, browser = test_browser.address, test_browser.browser
CUT_OFF = """() => [document.documentElement.scrollWidth - document.documentElement.clientWidth,
  [...document.querySelectorAll("main :is(h1, h2, h3, p, dt, dd, a.button, th, td)")].filter((one) =>
    getComputedStyle(one).overflow === "hidden" && !one.closest(".visually-hidden") && one.scrollWidth > one.clientWidth + 1).map((one) => one.outerHTML.slice(0, 90))]"""


@pytest.fixture(scope="module")
def large(browser: Browser) -> Iterator[Browser]:
    """A browser whose reader has asked for text at twice its size."""
    flags = [*test_browser.FLAGS, "--blink-settings=defaultFontSize=32"]
    started = browser.browser_type.launch(executable_path=test_browser.CHROMIUM, args=flags)
    yield started
    started.close()


def overflowing(browser: Browser, address: str, site: Path, language: str, width: int) -> dict[str, list]:
    """Return how far each kind of page overflows, and what of it is cut off; nothing where all is well."""
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    found = {}
    for one in pages_of_kinds(site, [language])[2:]:
        page.goto(address + one.path)
        found[one.path] = page.evaluate(CUT_OFF)
    context.close()
    return {path: told for path, told in found.items() if told != [0, []]}


# Greek has the longest words, Arabic the largest letters.
@pytest.mark.parametrize("language", ["el", "ar"])
def test_text_at_twice_its_size_fits_on_a_phone(large: Browser, address: str, real_site: Path, language: str):
    assert large.new_context().new_page().evaluate("() => parseFloat(getComputedStyle(document.documentElement).fontSize)") == 32
    assert overflowing(large, address, real_site, language, 360) == {}


@pytest.mark.parametrize(("language", "width"), [("ar", 640), ("el", 320)])
def test_desk_at_twice_and_at_four_times_its_size_fits(browser: Browser, address: str, real_site: Path, language: str, width: int):
    assert overflowing(browser, address, real_site, language, width) == {}
