"""What a buyer does on the invented portal, in a real browser: keep, compare, share, ask; nothing leaves the browser."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from audit.axe import axed
from c2site.load.shortlist import shortlist
from tests.build.conftest import run_build
from tests.conftest import WORLD
from tests.site.test_browser import Watched, browser, serving

__all__ = ["browser"]
HOSTILE = "=1+1 </script><b>x</b> & \"quoted\" 100 % {about} a\nb"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("acting") / "site"
    done = run_build(WORLD, out, "--without-catalogues")
    assert done.returncode == 0, done.stderr
    return out


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    with serving(folder) as found:
        yield found


def kept(page: Page) -> list[str]:
    return [one["id"] for one in json.loads(page.evaluate("localStorage.getItem('shortlist')") or "[]")]


def saved(page: Page, part: str) -> bytes:
    with page.expect_download() as download:
        page.locator(f"[data-part={part}]").click()
    return Path(download.value.path()).read_bytes()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_buyer_keeps_compares_shares_and_asks(browser: Browser, address: str, language: str):
    watched = Watched(browser, address, viewport={"width": 1280, "height": 900})
    page = watched.open(f"{language}/offerings/shore-power/")
    page.locator(".actions [data-keep]").click()
    watched.open(f"{language}/offerings/")
    page.locator('.keep--row[data-keep="wave-forecast"]').click()
    expect(page.locator("[data-shortlist-words]")).to_contain_text("2")
    assert kept(page) == ["shore-power", "wave-forecast"]

    page.locator("[data-shortlist-link]").click()
    page.wait_for_url(f"**/{language}/shortlist/")
    expect(page.locator(".choice")).to_have_count(2)
    for number in range(2):
        page.locator(".choice__compare input").nth(number).check()
    table = page.locator("table.compare")
    assert table.locator("thead th[scope=col]").count() == 3
    rows = table.locator("tbody tr").count()
    assert table.locator("tbody th[scope=row]").count() == rows
    differing = table.locator(".compare__differs").count()
    assert differing > 0
    page.locator("[data-part=only]").check()
    assert page.locator("table.compare tbody tr").count() == differing

    page.locator("[data-part=share]").click()
    link = page.locator("[data-part=link]").input_value()
    stranger = Watched(browser, address)
    other = stranger.page
    other.goto(link)
    expect(other.locator("[data-part=shared]")).to_be_visible()
    expect(other.locator(".choice")).to_have_count(2)
    assert kept(other) == []
    other.locator("[data-part=keep-all]").click()
    expect(other.locator("[data-part=shared]")).to_be_hidden()
    assert kept(other) == ["shore-power", "wave-forecast"]
    stranger.check()

    page.locator("[data-part=ask]").click()
    page.wait_for_url(f"**/{language}/request/#ids=*")
    expect(page.locator(".form__about li")).to_have_count(2)
    page.locator("#need").fill(HOSTILE)
    page.locator(".form__end button").click()
    hebrew = page.locator('.letter__text[lang="he"]')
    text = hebrew.input_value()
    assert "שלום רב" in text and HOSTILE in text and "/id/wave-forecast/" in text and "/id/shore-power/" not in text
    mail = page.locator(".letter__mail[href^='mailto:office@gal-bahir.example']").get_attribute("href")
    body = parse_qs(urlsplit(mail).query, keep_blank_values=True)
    assert body.keys() <= {"subject", "body"}
    watched.check()


def test_a_message_opens_in_the_mail_program_as_it_is_shown(browser: Browser, address: str):
    watched = Watched(browser, address)
    page = watched.open("en/request/#ids=gal-bahir")
    page.evaluate("document.querySelector('[name=whom][value=gal-bahir]').checked = true")
    page.locator("#need").fill("3 & <b>x</b>?")
    page.locator(".form__end button").click()
    href = page.locator(".letter__mail").get_attribute("href")
    shown = page.locator(".letter__text").input_value()
    assert parse_qs(urlsplit(href).query)["body"][0].replace("\r\n", "\n") == shown or "body" not in parse_qs(urlsplit(href).query)
    told = json.loads(saved(page, "json"))
    assert told["messages"][0]["text"] == shown and told["answers"]["need"] == "3 & <b>x</b>?"
    assert page.evaluate("localStorage.length") == 0
    watched.check()


def test_faults_are_told_at_the_fields_and_together(browser: Browser, address: str):
    watched = Watched(browser, address)
    page = watched.open("en/request/")
    page.locator("#deadline").fill("2001-01-01")
    page.locator(".form__end button").click()
    summary = page.locator("[data-part=errors]")
    expect(summary).to_be_focused()
    assert summary.locator("a").count() == 3
    assert page.locator("#need").get_attribute("aria-invalid") == "true"
    expect(page.locator("#deadline-error")).to_be_visible()
    summary.locator('a[href="#need"]').click()
    expect(page.locator("#need")).to_be_focused()
    watched.check()


def test_answers_are_kept_only_where_the_buyer_says_so(browser: Browser, address: str):
    watched = Watched(browser, address)
    page = watched.open("en/request/#ids=shore-power")
    page.locator("#need").fill("x")
    page.locator("#organisation").fill("City of Nowhere")
    page.locator("[name=remember]").check()
    page.locator(".form__end button").click()
    assert "City of Nowhere" in page.evaluate("localStorage.getItem('request')")
    page.reload()
    assert page.locator("#organisation").input_value() == "City of Nowhere"
    page.locator("[name=remember]").uncheck()
    page.locator("#need").fill("x")
    page.locator(".form__end button").click()
    assert page.evaluate("localStorage.getItem('request')") is None
    watched.check()


def test_what_was_removed_comes_back_with_its_note(browser: Browser, address: str, tmp_path: Path):
    watched = Watched(browser, address)
    page = watched.open("en/offerings/shore-power/")
    page.locator(".actions [data-keep]").click()
    watched.open("en/shortlist/")
    page.locator(".choice textarea").fill("=ask; about cables")
    page.locator(".choice textarea").blur()
    page.locator(".choice__acts button").click()
    expect(page.locator(".choice")).to_have_count(0)
    expect(page.locator("[data-part=status] button")).to_be_focused()
    page.locator("[data-part=status] button").click()
    expect(page.locator(".choice textarea")).to_have_value("=ask; about cables")
    table = saved(page, "csv")
    (tmp_path / "shortlist.csv").write_bytes(table)
    assert [one.id for one in shortlist(tmp_path / "shortlist.csv")] == kept(page)
    rows = list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"), newline="")))
    assert (rows[0]["Id"], rows[0]["Note"]) == ("shore-power", "'=ask; about cables")
    assert rows[0]["Permanent address"].endswith("/id/shore-power/")
    watched.check()


def test_unknown_and_hostile_ids_are_named_plainly(browser: Browser, address: str):
    watched = Watched(browser, address)
    page = watched.open("en/shortlist/#ids=shore-power,vanished-boat,%3Cimg%20src=x%20onerror=alert(1)%3E")
    expect(page.locator(".choice")).to_have_count(1)
    assert page.locator("[data-part=lost] li").all_inner_texts() == ["vanished-boat", "<img src=x onerror=alert(1)>"]
    watched.check()


def test_a_full_shortlist_says_so_and_loses_nothing(browser: Browser, address: str):
    watched = Watched(browser, address)
    full = json.dumps([{"id": f"kept-{number}", "note": ""} for number in range(200)])
    watched.page.add_init_script(f"localStorage.getItem('shortlist') ?? localStorage.setItem('shortlist', {json.dumps(full)})")
    page = watched.open("en/offerings/shore-power/")
    page.locator(".actions [data-keep]").click()
    expect(page.locator(".keep-status")).to_be_visible()
    expect(page.locator(".actions [data-keep]")).to_have_attribute("aria-pressed", "false")
    assert len(json.loads(page.evaluate("localStorage.getItem('shortlist')"))) == 200
    watched.check()


@pytest.mark.parametrize("spoilt", ["{", "[1]", '{"a": 1}', '[{"id": "<b>"}]', '[{"id": "shore-power", "note": {}}]'])
def test_a_spoilt_storage_is_no_fault(browser: Browser, address: str, spoilt: str):
    watched = Watched(browser, address)
    watched.page.add_init_script(f"localStorage.setItem('shortlist', {json.dumps(spoilt)})")
    page = watched.open("en/shortlist/")
    expect(page.locator(".choice")).to_have_count(1 if "shore-power" in spoilt else 0)
    watched.check()


def test_shortlist_and_request_work_from_a_folder(browser: Browser, folder: Path):
    context = browser.new_context()
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"{(folder / 'en/shortlist/index.html').as_uri()}#ids=shore-power,wave-forecast")
    expect(page.locator(".choice")).to_have_count(2)
    page.goto(f"{(folder / 'ar/request/index.html').as_uri()}#ids=shore-power")
    expect(page.locator(".form__about li")).to_have_count(1)
    context.close()
    assert faults == []


def test_without_scripts_the_pages_say_what_to_do(browser: Browser, address: str):
    watched = Watched(browser, address, java_script_enabled=False)
    page = watched.open("en/request/")
    assert page.locator("noscript a[href^='mailto:office@gal-bahir.example']").count() == 1
    expect(page.locator("form")).to_be_hidden()
    page = watched.open("en/offerings/shore-power/")
    expect(page.locator(".actions [data-keep]")).to_be_hidden()
    watched.open("en/shortlist/")
    expect(page.locator("noscript a").first).to_be_visible()
    watched.check()


def test_a_permanent_address_leads_to_the_visitors_language(browser: Browser, address: str):
    for locale, slug in (("ar-EG", "ar"), ("pt-BR", "pt"), ("ja-JP", "")):
        context = browser.new_context(locale=locale)
        page = context.new_page()
        page.goto(f"{address}id/shore-power/")
        page.wait_for_url(f"**/{slug}/offerings/shore-power/" if slug else "**/id/shore-power/")
        context.close()


def test_an_events_hours_stand_in_the_visitors_time_zone_without_a_shift(browser: Browser, address: str):
    context = browser.new_context(timezone_id="America/Bogota", locale="en-GB")
    page = context.new_page()
    page.goto(f"{address}en/events/ev-quay-day/")
    line = page.locator(".own-time")
    expect(line).to_contain_text("11 May, 01:30")
    height = line.evaluate("one => one.offsetHeight")
    assert line.evaluate("one => { one.textContent = ''; return one.offsetHeight; }") == height
    context.close()


@pytest.mark.parametrize(("language", "scheme", "width"), [("en", "light", 1280), ("ar", "dark", 360)])
def test_pages_in_use_break_no_rule_of_accessibility(browser: Browser, address: str, language: str, scheme: str, width: int):
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce", bypass_csp=True)
    page = context.new_page()
    found: list[str] = []

    def check(place: str) -> None:
        assert page.evaluate("document.documentElement.scrollWidth") <= width, place
        found.extend(f"{place}: {broken}" for broken in axed(page).broken)

    page.goto(f"{address}{language}/shortlist/#ids=shore-power,wave-forecast,vanished-boat,onda-mansa")
    expect(page.locator(".choice")).to_have_count(3)
    for number in range(2):
        page.locator(".choice__compare input").nth(number).check()
    page.locator("[data-part=share]").click()
    check("shared")
    page.locator("[data-part=keep-all]").click()
    expect(page.locator(".choice textarea")).to_have_count(3)
    page.locator(".choice__acts button").first.click()
    check("own")
    page.goto(f"{address}{language}/request/#ids=shore-power,wave-forecast")
    page.locator(".form__end button").click()
    check("faults")
    page.locator("#need").fill("x")
    page.locator(".form__end button").click()
    check("messages")
    page.goto(f"{address}{language}/offerings/shore-power/")
    page.locator(".share__summary").click()
    check("offering")
    context.close()
    assert found == []
