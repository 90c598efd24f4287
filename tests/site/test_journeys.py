"""Three buyers on their way: from a need to somebody who can answer it, in English, Spanish and Arabic."""

import re
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from c2site.build.prepare import Prepared
from c2site.language import Reader
from c2site.render.web.lookups import own_name
from tests.site import test_browser

address, browser = test_browser.address, test_browser.browser
# A slow phone: what Lighthouse calls slow 4G.
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 90_000}
PHONE, DESK = {"width": 360, "height": 740}, {"width": 1440, "height": 900}


@dataclass
class Buyer:
    """Somebody who reads one language and finds things by the words on them."""

    watched: test_browser.Watched
    reader: Reader

    @property
    def page(self) -> Page:
        return self.watched.page

    def says(self, key: str, **values: str) -> str:
        return self.reader.phrase(key, **values)

    def link(self, name: str | re.Pattern, within: Locator | None = None) -> Locator:
        return (within or self.page).get_by_role("link", name=name, exact=isinstance(name, str)).first

    def follow(self, link: Locator, to: str) -> None:
        """Click a link and arrive at a page of the same language with one heading that is seen."""
        link.click()
        self.page.wait_for_url(f"**/{self.reader.slug}/{to}")
        expect(self.page.get_by_role("heading", level=1)).to_be_visible()
        assert self.page.locator("html").get_attribute("dir") == self.reader.direction


@pytest.fixture(params=["en", "es", "ar"])
def reader(request: pytest.FixtureRequest, real: Prepared) -> Reader:
    return real.portal.readers.of(request.param)


def buyer(browser: Browser, address: str, reader: Reader, viewport: dict[str, int]) -> Buyer:
    return Buyer(test_browser.Watched(browser, address, viewport=viewport, locale=reader.tag), reader)


@pytest.mark.parametrize("country", ["MX", "CO"])
def test_procurement_officer_finds_an_offering_on_a_slow_phone_and_acts(browser: Browser, address: str, reader: Reader, country: str):
    officer = buyer(browser, address, reader, PHONE)
    wire = officer.watched.context.new_cdp_session(officer.page)
    wire.send("Network.enable")
    wire.send("Network.emulateNetworkConditions", SLOW)
    main = officer.watched.open(f"{reader.slug}/").get_by_role("main")
    officer.follow(officer.link(re.compile(f"^{reader.country(country)}"), main), f"markets/{country.lower()}/")
    officer.follow(main.locator('h3 a[href*="/offerings/"]').first, "offerings/*/")
    expect(main.get_by_text(officer.says("page.facts"), exact=True).or_(main.locator("dl.facts")).first).to_be_visible()
    act = main.locator(".actions").get_by_role("link").first
    expect(act).to_be_visible()
    assert re.match(r"https?:|mailto:", act.get_attribute("href") or "")
    officer.watched.check()


def test_engineer_goes_from_the_list_to_the_cluster_behind_a_company(browser: Browser, address: str, reader: Reader):
    engineer = buyer(browser, address, reader, DESK)
    page = engineer.watched.open(f"{reader.slug}/")
    engineer.follow(engineer.link(engineer.says("nav.offerings"), page.get_by_role("navigation", name=engineer.says("nav.main"))), "offerings/")
    main = page.get_by_role("main")
    expect(main.get_by_role("heading", level=1)).to_have_text(engineer.says("offerings.title"))
    engineer.follow(main.locator('h3 a[href*="/offerings/"], h2 a[href*="/offerings/"]').first, "offerings/*/")
    engineer.follow(main.locator('a[href*="/companies/"]').first, "companies/*/")
    engineer.follow(main.locator('a[href*="/clusters/"]').first, "clusters/*/")
    expect(main.get_by_role("heading", name=engineer.says("cluster.offerings"))).to_be_visible()
    engineer.watched.check()


def test_importer_reads_arabic_from_the_door_to_a_company(browser: Browser, address: str, real: Prepared):
    reader = real.portal.readers.of("ar")
    importer = buyer(browser, address, reader, PHONE)
    page = importer.watched.open("")
    importer.follow(importer.link(own_name("ar"), page.get_by_role("main")), "")
    main = page.get_by_role("main")
    importer.follow(importer.link(re.compile(f"^{reader.country('DZ')}"), main), "markets/dz/")
    importer.follow(main.locator('a[href*="/catalogues/"][href$="/"]:not([href$="/catalogues/"])').first, "catalogues/*/")
    importer.follow(main.locator('a[href*="/companies/"], a[href*="/offerings/"]').first, "*/*/")
    if "/offerings/" in page.url:
        importer.follow(main.locator('a[href*="/companies/"]').first, "companies/*/")
    expect(main.get_by_role("heading", name=importer.says("company.offers")).first).to_be_visible()
    importer.watched.check()


def test_buyer_searches_narrows_keeps_and_asks(browser: Browser, address: str, reader: Reader, real: Prepared):
    customer = buyer(browser, address, reader, PHONE)
    offering = min(real.portal.profiles.offerings.values(), key=lambda one: one.id)
    page = customer.watched.open(f"{reader.slug}/")
    main = page.get_by_role("main")
    main.get_by_role("searchbox").first.fill(reader.text(offering.name).text)
    main.get_by_role("searchbox").first.press("Enter")
    page.wait_for_url(f"**/{reader.slug}/search/?q=*")
    customer.follow(main.locator(f'[data-search-results] a[href*="/offerings/{offering.id}/"]').first, f"offerings/{offering.id}/")
    main.locator(".actions [data-keep]").click()

    customer.watched.open(f"{reader.slug}/offerings/")
    sector = offering.sectors[0]
    main.locator("[data-filters] > summary").click()
    main.locator(f'[data-group=sector] label:has(input[value="{sector}"])').click()
    same = [one.id for one in real.portal.profiles.offerings.values() if sector in one.sectors]
    expect(main.locator("[data-rows] > li")).to_have_count(len(same))
    assert page.url.endswith(f"?sector={sector}")
    page.go_back()
    expect(main.locator("[data-rows] > li")).to_have_count(len(real.portal.profiles.offerings))

    customer.follow(page.locator("[data-shortlist-link]"), "shortlist/")
    expect(main.locator(".choice")).to_have_count(1)
    main.locator("[data-part=ask]").click()
    page.wait_for_url(f"**/{reader.slug}/request/#ids={offering.id}")
    main.locator("#need").fill("120 × ماء")
    main.locator(".form__end button").click()
    letter = main.locator(".letter__text").first
    expect(letter).to_be_visible()
    assert "120 × ماء" in letter.input_value() and f"/id/{offering.id}/" in letter.input_value()
    customer.watched.check()
