"""Every kind of page against axe-core, in two directions of reading, both colour schemes, on a desk and on a phone."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from audit.axe import axed_in
from audit.pages import pages_of_kinds
from tests.site import test_browser

LOOKS = [("light", 1440), ("dark", 360)]
address, browser = test_browser.address, test_browser.browser


@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_page_breaks_a_rule_of_accessibility(browser: Browser, address: str, real_site: Path, language: str):
    pages = pages_of_kinds(real_site, [language])
    assert [f"{page.path}: {broken}" for page in pages for look in axed_in(browser, address + page.path, LOOKS) for broken in look.broken] == []
