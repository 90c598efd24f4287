"""Facets in a real browser, against the records counted by hand: every combination gives exactly the right offerings."""

import json
import random
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from audit.axe import axed
from c2site.build.output import Output
from c2site.build.prepare import Prepared, prepared
from c2site.build.progress import Progress
from c2site.build.searching import write_search_words
from c2site.build.settings import settings_from
from c2site.build.site import Site
from c2site.model import Offering, Profiles
from tests.conftest import REPOSITORY
from tests.site.test_browser import browser, serving

__all__ = ["browser"]

ATTACK = "</script><img src=x onerror=alert(1)>\"'`${1}&amp;"
# Stands for the search index, which other tests look at: every offering's id begins with a word.
PAGEFIND = "export const options = async () => {}; export const search = async (word) => ({ results: IDS.filter((id) => id.startsWith(word)).map((id) => ({ id: `page_${id}` })) });"


@pytest.fixture(scope="module")
def partnership(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    """Forty companies with three offerings each; one of them means harm."""
    folder = tmp_path_factory.mktemp("facets") / "demo"
    command = [sys.executable, "-m", "demo", "--smes", "40", "--languages", "en,ar", "--out", str(folder)]
    subprocess.run(command, cwd=REPOSITORY, check=True, capture_output=True, timeout=120)
    first = next(path for path in sorted((folder / "data" / "offerings").rglob("*.yml")) if "\nbusiness_model:" in path.read_text(encoding="utf-8"))
    text = re.sub(r"(?m)^business_model: .*$", lambda _: f"business_model: {json.dumps(ATTACK)}", first.read_text(encoding="utf-8"))
    first.write_text(re.sub(r"(?m)^  en: .*$", lambda _: f"  en: {json.dumps(ATTACK)}", text, count=1), encoding="utf-8")
    return prepared(settings_from(folder, {"SOURCE_DATE_EPOCH": "1798761600"}))


@pytest.fixture(scope="module")
def folder(partnership: Prepared, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of its lists, with a search that finds ids."""
    out = Output(tmp_path_factory.mktemp("lists"))
    site = Site(partnership, out, Progress(False))
    site.__dict__["subjects"] = [one for one in site.subjects if not one.key and one.folder in ("offerings", "smes")]
    site.write_pages()
    ids = list(partnership.portal.profiles.offerings)
    out.write("pagefind/pagefind.js", f"const IDS = {json.dumps(ids)};\n{PAGEFIND}")
    write_search_words(out, partnership.portal)
    for tag in ("en", "ar"):
        out.write(f"{tag}/offerings/found.js", f"portal.found('offerings', {json.dumps({f'page_{one}': one for one in ids})});")
    return out.folder


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    with serving(folder) as found:
        yield found


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that may not complain."""
    context = browser.new_context()
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("dialog", lambda dialog: faults.append(dialog.message))
    yield page
    context.close()
    assert faults == []


def stated(one: Offering, profiles: Profiles) -> Mapping[str, set[str]]:
    """What an offering states, read from the records and from nothing else."""
    makers = [profiles.smes[key] for key in one.makers]
    there = {market: stand.status for market, stand in one.markets.items() if stand.status != "not-offered"}
    return {
        "sector": set(one.sectors),
        "kind": {one.kind},
        "readiness": {str(one.readiness)} - {"None"},
        "market": set(there) | {f"{market}.{status}" for market, status in there.items()},
        "cluster": {maker.cluster for maker in makers},
        "country": {maker.country.lower() for maker in makers},
        "language": {tag.lower() for maker in makers for tag in maker.languages},
        "certificate": {re.sub("[^a-z0-9]+", "-", paper.type.lower()) for paper in one.certificates}
        | {re.sub("[^a-z0-9]+", "-", name.lower()) for stand in one.markets.values() for name in stand.certificates},
    }


def fitting(profiles: Profiles, chosen: Mapping[str, list[str]], word: str = "", but: str = "") -> set[str]:
    """The ids of the offerings that fit, the choices of the group `but` left aside."""
    wanted = {group: set(keys) for group, keys in chosen.items() if group != but}
    offerings = (one for one in profiles.offerings.values() if one.id.startswith(word))
    return {one.id for one in offerings if all(stated(one, profiles)[group] & keys for group, keys in wanted.items())}


def combinations(profiles: Profiles, count: int) -> list[tuple[dict[str, list[str]], str]]:
    """Choices in up to four groups, each with a word or none: the same ones each time."""
    chance = random.Random(7)
    values = {group: sorted({key for one in profiles.offerings.values() for key in stated(one, profiles)[group]}) for group in stated(next(iter(profiles.offerings.values())), profiles)}
    words = ["", "", min(profiles.offerings)[:1], max(profiles.offerings)[:1]]
    found = []
    for _ in range(count):
        groups = chance.sample([group for group in values if values[group]], chance.randint(0, 4))
        found.append(({group: chance.sample(values[group], min(len(values[group]), chance.randint(1, 3))) for group in groups}, chance.choice(words)))
    return found


ASKED = """async (asked) => {
  await portal.load("table.js");
  const table = portal.tables.offerings, choices = portal.choices(table);
  return asked.map(([chosen, ids]) => {
    const { rows, counts } = choices.fitting(new Map(Object.entries(chosen).map(([group, keys]) => [group, new Set(keys)])), ids && choices.among(ids));
    return { ids: rows.map((row) => table.ids[row]), counts: Object.fromEntries([...counts].map(([group, options]) => [group, Object.fromEntries(options)])) };
  });
}"""


def test_every_combination_gives_exactly_the_offerings_that_state_it_and_true_counts(page: Page, address: str, partnership: Prepared):
    profiles = partnership.portal.profiles
    cases = combinations(profiles, 60)
    page.goto(f"{address}en/offerings/")
    answers = page.evaluate(ASKED, [[chosen, [one for one in profiles.offerings if one.startswith(word)] if word else None] for chosen, word in cases])
    assert any(answer["ids"] for answer in answers) and any(not answer["ids"] for answer in answers)
    for (chosen, word), answer in zip(cases, answers, strict=True):
        assert set(answer["ids"]) == fitting(profiles, chosen, word), (chosen, word)
        for group in ("sector", "market", "certificate"):
            left = [stated(profiles.offerings[key], profiles)[group] for key in fitting(profiles, chosen, word, but=group)]
            assert {key: count for key, count in answer["counts"][group].items() if count} == {key: sum(key in keys for keys in left) for key in set().union(*left)}


def shown(page: Page) -> list[str]:
    return page.locator("[data-rows] .row__name a").evaluate_all("links => links.map((link) => link.pathname.split('/').at(-2))")


def settled(page: Page, count: int) -> None:
    expect(page.locator("[data-status]")).to_have_text(re.compile(rf"^{count} "))
    expect(page.locator("[data-rows] > li")).to_have_count(min(count, 48))


def box(page: Page, group: str, key: str):
    return page.locator(f"[data-group={group}] input[value='{key}']")


def test_choices_stand_in_the_address_and_the_back_button_takes_them_back(page: Page, address: str, partnership: Prepared):
    profiles = partnership.portal.profiles
    page.goto(f"{address}en/offerings/")
    box(page, "sector", "ict").check()
    settled(page, len(fitting(profiles, {"sector": ["ict"]})))
    box(page, "sector", "mobility").check()
    box(page, "kind", "product").check()
    expected = fitting(profiles, {"sector": ["ict", "mobility"], "kind": ["product"]})
    settled(page, len(expected))
    assert page.url.endswith("?sector=ict,mobility&kind=product")
    assert set(shown(page)) <= expected
    page.go_back()
    settled(page, len(fitting(profiles, {"sector": ["ict", "mobility"]})))
    expect(box(page, "kind", "product")).not_to_be_checked()
    page.go_forward()
    settled(page, len(expected))
    page.get_by_role("button", name="Remove all").click()
    settled(page, len(profiles.offerings))
    assert page.url.endswith("/en/offerings/")


def test_an_address_with_choices_opens_on_them_in_the_readers_order(page: Page, address: str, partnership: Prepared):
    page.goto(f"{address}ar/offerings/?market=mx.selling,unknown&nothing=at-all")
    expected = fitting(partnership.portal.profiles, {"market": ["mx.selling"]})
    settled(page, len(expected))
    table = page.evaluate("portal.tables.offerings.ids")
    assert shown(page) == [key for key in table if key in expected][:48]
    assert page.locator("[data-chosen] .chip").count() == 1


def test_words_and_facets_are_combined_exactly(page: Page, address: str, partnership: Prepared):
    profiles, word = partnership.portal.profiles, min(partnership.portal.profiles.offerings)[:1]
    page.goto(f"{address}en/offerings/?kind=product")
    page.locator("[data-text]").fill(word)
    settled(page, len(fitting(profiles, {"kind": ["product"]}, word)))
    assert f"q={word}" in page.url


def test_more_rows_come_when_asked_for_and_a_table_shows_the_same(page: Page, address: str, partnership: Prepared):
    page.goto(f"{address}en/offerings/?sort=updated")
    settled(page, len(partnership.portal.profiles.offerings))
    page.locator(".list__more").click()
    expect(page.locator("[data-rows] > li")).to_have_count(96)
    days = [partnership.portal.profiles.offerings[key].reviewed_on for key in shown(page)]
    assert days == sorted(days, reverse=True)
    page.get_by_role("link", name="Table").click()
    expect(page.locator("[data-table] tr")).to_have_count(96)
    page.reload()
    expect(page.locator("#table")).to_be_visible()


def test_an_option_that_would_leave_nothing_is_there_but_cannot_be_chosen(page: Page, address: str, partnership: Prepared):
    profiles = partnership.portal.profiles
    page.goto(f"{address}en/offerings/?sector=ict")
    settled(page, len(fitting(profiles, {"sector": ["ict"]})))
    disabled = set(page.locator("[data-group=certificate] input:disabled").evaluate_all("boxes => boxes.map((box) => box.value)"))
    left = [stated(profiles.offerings[key], profiles)["certificate"] for key in fitting(profiles, {"sector": ["ict"]})]
    everything = set(page.locator("[data-group=certificate] input").evaluate_all("boxes => boxes.map((box) => box.value)"))
    assert disabled == everything - set().union(*left)


def test_a_folder_of_files_is_filtered_too_and_says_why_words_cannot_be_searched(page: Page, folder: Path, partnership: Prepared):
    page.goto(f"file://{folder}/en/offerings/index.html")
    box(page, "kind", "service").check()
    settled(page, len(fitting(partnership.portal.profiles, {"kind": ["service"]})))
    expect(page.locator("[data-text]")).to_be_hidden()
    expect(page.locator("[data-text-offline]")).to_be_visible()


def test_without_script_the_filters_lead_to_pages_with_true_counts(browser: Browser, address: str, partnership: Prepared):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}en/offerings/")
    link = page.locator("[data-group=readiness] a").first
    key, count = link.get_attribute("data-key"), int(link.locator(".option__count").inner_text())
    link.click()
    found = {one.id for one in partnership.portal.profiles.offerings.values() if one.readiness == int(key)}
    assert len(found) == count and set(shown(page)) <= found and len(shown(page)) == min(48, count)
    expect(page.locator("[data-group=readiness] a[aria-current]")).to_have_attribute("data-key", key)
    context.close()


def test_a_hostile_record_is_shown_as_text(page: Page, address: str):
    page.goto(f"{address}en/offerings/")
    label = page.locator("[data-group=business_model] label", has_text="</script>")
    label.locator("input").check(force=True)
    settled(page, 1)
    assert "<img src=x" in page.locator("[data-rows] .row__name").inner_text()
    page.get_by_role("link", name="Table").click()
    assert "<img src=x" in page.locator("[data-table] th").inner_text()
    assert "<img src=x" in page.locator("[data-chosen]").inner_text()
    assert page.locator("main img").count() == 0


LISTS = ["offerings/", "offerings/?kind=product&q=zzz", "offerings/?sector=ict,mobility", "offerings/#cards", "offerings/#table", "offerings/by/kind/product/",
         "offerings/by/name/", "offerings/by/date/", "companies/", "companies/#table", "companies/by/name/"]  # fmt: skip


@pytest.mark.parametrize(("language", "scheme", "width"), [("en", "light", 1440), ("ar", "dark", 360)])
def test_no_list_breaks_a_rule_of_accessibility(browser: Browser, address: str, language: str, scheme: str, width: int):
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce", bypass_csp=True)
    page, found = context.new_page(), []
    for path in LISTS:
        page.goto("about:blank")
        page.goto(f"{address}{language}/{path}")
        if width < 1000 and page.locator("[data-filters]").count():
            page.locator("[data-filters] summary").first.click()
        page.wait_for_load_state("networkidle")
        found += [f"{path}: {broken}" for broken in axed(page).broken]
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    context.close()
    assert found == []


def test_a_choice_on_a_later_page_is_made_on_the_first(page: Page, address: str):
    page.goto(f"{address}en/offerings/page/2/")
    page.locator("[data-group=sector] input").first.check(force=True)
    page.wait_for_url("**/en/offerings/?sector=*")
    expect(page.locator("[data-chosen] button").first).to_be_visible()
    assert re.fullmatch(r"/en/offerings/[a-z0-9-]+/", page.evaluate("document.querySelector('[data-rows] .row__name a').pathname"))
    page.go_back()
    page.wait_for_url("**/en/offerings/page/2/")
    assert re.fullmatch(r"/en/offerings/[a-z0-9-]+/", page.evaluate("document.querySelector('[data-rows] .row__name a').pathname"))


def test_a_link_within_the_page_leaves_the_list_as_it_is(page: Page, address: str):
    page.goto(f"{address}en/offerings/?sort=updated")
    page.locator(".list__more").click()
    expect(page.locator("[data-rows] > li")).to_have_count(96)
    page.evaluate("document.querySelector('.skip').click()")
    page.wait_for_timeout(300)
    assert page.url.endswith("#content") and page.locator("[data-rows] > li").count() == 96
