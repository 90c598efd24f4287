"""The dialog of the search: keyboard, screen reader, what it loads and when."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from audit.axe import axed
from tests.site import test_browser
from tests.site.test_browser import Watched

address, browser = test_browser.address, test_browser.browser


def asked(page: Page, words: str, key: str = "Control+K") -> None:
    """Open the dialog by a key and type."""
    page.keyboard.press(key)
    expect(page.locator("dialog.finder")).to_be_visible()
    page.keyboard.type(words)
    expect(page.locator(".finder__status")).not_to_have_text("")


@pytest.mark.parametrize(("language", "words", "found"), [("en", "timber", "timber"), ("es", "madera", "timber"), ("ar", "خشب", "timber")])
def test_buyer_finds_and_opens_a_record_by_keyboard_alone(browser: Browser, address: str, language: str, words: str, found: str):
    watched = Watched(browser, address)
    page = watched.open(f"{language}/about/")
    asked(page, words)
    box = page.locator("#finder-q")
    page.keyboard.press("ArrowDown")
    assert box.get_attribute("aria-activedescendant") == page.locator("[role=option][aria-selected=true]").get_attribute("id")
    assert page.locator("[role=option] mark").count()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{language}/**{found}**/")
    watched.check()


def test_escape_closes_and_focus_goes_back(browser: Browser, address: str):
    watched = Watched(browser, address, viewport={"width": 1440, "height": 900})
    page = watched.open("en/about/")
    page.locator(".tools__search").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#finder-q")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("dialog.finder")).to_be_hidden()
    expect(page.locator(".tools__search")).to_be_focused()
    asked(page, "water", "Control+K")
    watched.check()


def test_all_results_are_on_the_search_page(browser: Browser, address: str):
    watched = Watched(browser, address)
    page = watched.open("en/about/")
    asked(page, "used oil")
    page.locator(".finder__all").click()
    page.wait_for_url("**/en/search/?q=used%20oil")
    expect(page.locator("[data-search-results] a").first).to_be_visible()
    watched.check()


def test_nothing_found_says_what_to_try(browser: Browser, address: str):
    watched = Watched(browser, address)
    page = watched.open("en/about/")
    asked(page, "qqqqzzzz")
    assert page.locator(".finder .tips li").count() == 3
    assert page.locator(".finder .tips a").count() >= 4
    assert page.locator(".finder__all").is_hidden()
    watched.check()


def test_a_letter_alone_opens_nothing_and_the_index_waits_for_the_dialog(browser: Browser, address: str):
    watched = Watched(browser, address)
    loaded: list[str] = []
    watched.page.on("request", lambda request: loaded.append(request.url))
    page = watched.open("en/")
    page.keyboard.press("/")
    page.keyboard.press("k")
    assert page.locator("dialog").count() == 0
    assert not [url for url in loaded if "pagefind" in url or "/search." in url or "words.js" in url]
    watched.check()


def test_search_button_is_a_link_without_scripts(browser: Browser, address: str):
    watched = Watched(browser, address, java_script_enabled=False, viewport={"width": 1440, "height": 900})
    page = watched.open("en/about/")
    page.locator(".tools__search").click()
    page.wait_for_url("**/en/search/")
    assert page.locator("main .tips__lists a").count() >= 5
    watched.check()


def test_search_from_a_folder_says_why_it_cannot_and_leads_to_the_lists(browser: Browser, real_site: Path):
    page = browser.new_page()
    page.goto((real_site / "en" / "about" / "index.html").as_uri())
    page.keyboard.press("Control+K")
    expect(page.locator(".finder__help")).to_contain_text("website")
    assert page.locator(".finder__help a").count() >= 4
    page.close()


@pytest.mark.parametrize(
    ("language", "words", "scheme", "width"),
    [("en", "water", "light", 1440), ("en", "qqqqzzzz", "dark", 360), ("ar", "مياه", "light", 360), ("ar", "مياه", "dark", 1440)],
)
def test_open_dialog_breaks_no_rule_of_accessibility(browser: Browser, address: str, language: str, words: str, scheme: str, width: int):
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce", bypass_csp=True)
    page = context.new_page()
    page.goto(f"{address}{language}/about/")
    asked(page, words)
    page.keyboard.press("ArrowDown")
    assert axed(page).broken == ()
    context.close()
