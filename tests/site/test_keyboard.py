"""Keyboard, focus, motion and colours: what readers without a mouse, or with settings of their own, ask of the pages."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from audit.pages import pages_of_kinds
from tests.site import test_browser

address, browser = test_browser.address, test_browser.browser
PHONE, DESK = {"width": 360, "height": 740}, {"width": 1440, "height": 900}

UNSEEN = """() => {
  const outlined = (one) => { const look = getComputedStyle(one); return look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 2; };
  const missed = [];
  for (const one of document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")) {
    if (!one.checkVisibility()) continue;
    one.focus({ preventScroll: true });
    if (document.activeElement !== one || !(outlined(one) || outlined(one.parentElement))) missed.push(one.outerHTML.slice(0, 120));
  }
  return missed;
}"""
MOVING = """() => [getComputedStyle(document.documentElement).scrollBehavior, document.getAnimations().length,
  [...document.querySelectorAll("*")].filter((one) => parseFloat(getComputedStyle(one).transitionDuration) > 0).map((one) => one.className)]"""


def opened(browser: Browser, address: str, **options: object) -> Page:
    page = browser.new_context(**options).new_page()
    page.goto(address)
    return page


def place_of_focus(page: Page) -> tuple[float, float]:
    box = page.evaluate("() => { const box = document.activeElement.getBoundingClientRect(); return [box.left + box.width / 2, box.top + box.height / 2]; }")
    return box[0], box[1]


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_focus_walks_through_the_header_in_the_order_of_reading(browser: Browser, address: str, language: str, viewport: dict):
    page = opened(browser, f"{address}{language}/offerings/", viewport=viewport)
    page.keyboard.press("Tab")
    places = []
    while True:
        page.keyboard.press("Tab")
        if not page.evaluate("() => document.activeElement.closest('header.site-header') !== null"):
            break
        places.append(place_of_focus(page))
    assert len(places) >= 3
    assert max(down for _, down in places) - min(down for _, down in places) < 24
    across = [place if language == "en" else -place for place, _ in places]
    assert across == sorted(across)
    page.context.close()


def test_skip_link_is_first_seen_and_leads_to_the_content(browser: Browser, address: str):
    page = opened(browser, f"{address}en/offerings/")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.className") == "skip"
    expect(page.locator(".skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.id") == "content"
    page.context.close()


@pytest.mark.parametrize(("list_class", "viewport"), [("menu", PHONE), ("languages", PHONE), ("languages", DESK)])
def test_menus_open_walk_and_close_with_the_keyboard(browser: Browser, address: str, list_class: str, viewport: dict):
    page = opened(browser, f"{address}ar/", viewport=viewport)
    page.locator(f".{list_class}__summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator(f".{list_class}__list")).to_be_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("name => document.activeElement.closest(name) !== null", f".{list_class}__list")
    page.keyboard.press("Escape")
    expect(page.locator(f".{list_class}__list")).to_be_hidden()
    assert page.evaluate("name => document.activeElement.matches(name)", f".{list_class}__summary")
    page.context.close()


def test_focus_is_seen_on_everything_that_takes_it(browser: Browser, address: str, real_site: Path):
    context = browser.new_context(viewport=DESK)
    page = context.new_page()
    missed = {}
    for one in pages_of_kinds(real_site, ["en"]):
        page.goto(address + one.path)
        page.keyboard.press("Tab")
        missed[one.path] = page.evaluate(UNSEEN)
    context.close()
    assert {path: found for path, found in missed.items() if found} == {}


def test_nothing_moves_where_the_reader_wants_less_motion(browser: Browser, address: str):
    for path in ("en/", "ar/offerings/", "en/search/"):
        page = opened(browser, address + path, reduced_motion="reduce")
        assert page.evaluate(MOVING) == ["auto", 0, []]
        page.context.close()


def test_sectors_are_told_by_words_and_hatches_besides_their_colours(browser: Browser, address: str):
    page = opened(browser, f"{address}en/offerings/", forced_colors="active")
    marks = page.locator("main .sector").evaluate_all(
        "all => all.map(one => [one.textContent.trim(), getComputedStyle(one).getPropertyValue('--hatch'), getComputedStyle(one, '::before').backgroundImage])"
    )
    names, hatches = {name for name, _, _ in marks}, {hatch for _, hatch, _ in marks}
    assert "" not in names and len(names) == len(hatches) > 1
    assert all("gradient" in picture for _, _, picture in marks)
    page.context.close()
