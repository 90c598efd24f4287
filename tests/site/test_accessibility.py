"""Every kind of page against axe-core, in two directions of reading and both colour schemes."""

from importlib import resources

import pytest
from playwright.sync_api import Browser

from tests.site import test_browser

# axe leaves the size of targets out unless asked; the portal promises WCAG 2.2, which has it.
CHOSEN = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
address, browser = test_browser.address, test_browser.browser


@pytest.fixture(scope="module")
def axe() -> str:
    return resources.files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


@pytest.mark.parametrize(("scheme", "width"), [("light", 1440), ("dark", 360)])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_page_breaks_a_rule_of_accessibility(browser: Browser, address: str, axe: str, language: str, scheme: str, width: int):
    # The site's own policy keeps foreign scripts out; axe may pass here.
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce", bypass_csp=True)
    page = context.new_page()
    found = []
    for path in ["", "404.html", *(f"{language}/{kind}" for kind in test_browser.KINDS)]:
        page.goto(address + path)
        page.evaluate(axe)
        for one in page.evaluate("chosen => axe.run(document, chosen)", CHOSEN)["violations"]:
            found += [f"{path}: {one['id']}: {node['html'][:160]}" for node in one["nodes"]]
    context.close()
    assert found == []
