"""The forms in a real browser: filled in, mended, saved, gone on with, and read by c2site as they were typed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Dialog, Page

from audit.axe import axed
from c2site.build.forms import write_forms
from c2site.build.prepare import Prepared
from c2site.load.document import parsed
from c2site.load.faults import INVISIBLE
from c2site.load.files import content_of, record_files
from c2site.model import KINDS
from c2site.render.forms import USUAL
from tests.conftest import WORLD
from tests.hostile.payloads import VISIBLE
from tests.site import test_browser

browser = test_browser.browser
NAUGHTY = (*VISIBLE, "NO", "0123", "12:30", "- x", "? x", "# x", "a # b", "a: b", "'", '"', "\\", "%x", "@x", "`x`", "|", ">", "~", "true", "🏙️ ok", "مرحبا: بكم", " x", "x ", "1e3", "2026-05-31")
LINES = ("first\n\n  second\nthird", "\n leading", "- a\n- b", "a:\n  b: c", "x\n", "\t tab", "#\n#")


class Form:
    """An open form that remembers whom it asked and what went wrong."""

    def __init__(self, browser: Browser, path: Path, **options: object) -> None:
        self.context = browser.new_context(**options)
        self.context.set_default_timeout(4000)
        self.page: Page = self.context.new_page()
        self.faults: list[str] = []
        self.asked: list[str] = []
        self.dialogs: list[str] = []
        self.agrees = True
        self.page.on("console", lambda message: self.faults.append(message.text))
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("dialog", self._answered)
        self.page.goto(path.as_uri())

    def _answered(self, dialog: Dialog) -> None:
        self.dialogs.append(dialog.type)
        dialog.accept() if self.agrees else dialog.dismiss()

    def said(self) -> list[str]:
        return self.page.locator("#summary li").all_inner_texts()

    def saved(self, button: str = "button.main") -> tuple[str, bytes]:
        with self.page.expect_download() as download:
            self.page.click(button)
        return download.value.suggested_filename, Path(download.value.path()).read_bytes()

    def chosen(self, name: str, raw: bytes) -> None:
        self.page.set_input_files("#open", {"name": name, "mimeType": "application/yaml", "buffer": raw})

    def opened(self, name: str, raw: bytes) -> None:
        self.chosen(name, raw)
        self.page.wait_for_function("name => document.getElementById('said').textContent.includes(name)", arg=name)

    def written(self) -> dict:
        return parsed("form.yml", self.page.evaluate("written()").encode()).values


@pytest.fixture(scope="module")
def folder(world: Prepared, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("forms")
    write_forms(world, out, USUAL, ("en", "ar"))
    return out


@pytest.fixture(scope="module")
def company(browser: Browser, folder: Path) -> Iterator[Form]:
    form = Form(browser, folder / "sme-en.html")
    form.page.fill("#summary-en", "Kept")
    form.page.click("[data-field=business_models] > [data-act=add]")
    yield form
    form.context.close()


def test_company_is_mended_saved_and_read(browser: Browser, folder: Path):
    form = Form(browser, folder / "sme-en.html")
    page = form.page
    page.fill("#name", "Águas: 100% \"Claras\" & <b>")
    page.fill("#website", "claras")
    page.fill("#mailbox", "ana.silva@claras.example")
    page.click("[data-field=summary] summary")
    page.fill("#summary-pt", "Call +351 21 000 00 00")
    page.click("button.main")
    assert form.said() == [
        "Cluster – Choose a value of the list.",
        "Sectors 1 – Add at least one.",
        "Summary – Write this in the language you write in first: English.",
        "Summary (Portuguese) – Please take out what leads to a person: +351 21 000 00 00",
        "Country – Choose a value of the list.",
        "Website – Write a public web address that begins with https://",
        "Mailbox – This looks like one person’s address. Write a shared one, such as info@example.org.",
    ]
    page.click("#summary a >> nth=4")
    assert page.evaluate("document.activeElement.id") == "country"
    page.select_option("#country", "PT")
    page.select_option("#cluster", index=1)
    page.select_option("[data-field=sectors] select", index=2)
    page.fill("#website", "https://claras.example/?a=1&b=%C3%A1")
    page.fill("#mailbox", "info@claras.example")
    page.fill("#summary-en", "Cleans water.")
    page.fill("#summary-pt", "Limpa água: #1")
    page.click("summary:has-text('Employees')")
    page.fill("#employees-value", "12")
    name, raw = form.saved()
    values = parsed(name, raw).values
    assert (name, form.faults, form.asked) == ("aguas-100-claras-b.yml", [], [(folder / "sme-en.html").as_uri()])
    assert list(values)[:3] == ["status", "source_language", "name"]
    assert values["employees"] == {"value": "12"}
    assert values["summary"] == {"en": "Cleans water.", "pt": "Limpa água: #1"}
    company = KINDS["sme"].record.model_validate({**values, "id": name.removesuffix(".yml")})
    assert (company.status, company.name) == ("draft", 'Águas: 100% "Claras" & <b>')
    form.context.close()


def test_arabic_form_writes_in_arabic_first(browser: Browser, folder: Path):
    form = Form(browser, folder / "need-ar.html", viewport={"width": 360, "height": 800}, color_scheme="dark")
    page = form.page
    assert page.evaluate("[document.dir, document.documentElement.scrollWidth, document.getElementById('source_language').value]") == ["rtl", 360, "ar"]
    page.fill("#title-ar", "عدّادات: مياه")
    page.fill("#deadline", "2027-12-31")
    name, raw = form.saved("#unfinished")
    assert parsed(name, raw).values == {"status": "draft", "source_language": "ar", "title": {"ar": "عدّادات: مياه"}, "deadline": "2027-12-31"}
    assert (name, form.faults) == ("need.yml", [])
    form.context.close()


def test_naughty_names_are_saved_as_typed(company: Form):
    typed = {}
    for text in NAUGHTY:
        company.page.evaluate("text => { document.getElementById('name').value = text; }", text)
        typed[text] = company.written()["name"]
    assert typed == {text: text for text in NAUGHTY}


visible = st.characters(blacklist_categories=("Cs",), blacklist_characters="\r").filter(lambda one: not INVISIBLE.search(one))


@settings(max_examples=100)
@given(st.text(visible, min_size=1).filter(str.strip) | st.sampled_from((*NAUGHTY, *LINES)))
def test_any_text_is_saved_and_opened_as_typed(company: Form, text: str):
    put = "text => { document.getElementById('description-en').value = text; controlIn(itemOf(document.querySelector('[data-field=business_models] [data-row]'))).value = text; }"
    company.page.evaluate(put, text)
    values = company.written()
    assert values["description"] == {"en": text}
    assert values["business_models"] == [text.replace("\n", "")] * bool(text.replace("\n", ""))
    company.page.evaluate("shown('x.yml', written())")
    assert company.written() == values


@pytest.mark.parametrize("kind", USUAL)
def test_every_record_goes_through_its_form_unharmed(browser: Browser, folder: Path, kind: str):
    form = Form(browser, folder / f"{kind}-ar.html")
    files = [one for one in record_files(WORLD)[0] if one.kind is KINDS[kind]]
    assert files
    for file in files:
        raw = content_of(WORLD, file.path)
        form.page.evaluate("([name, text]) => shown(name, text)", [f"{file.id}.yml", raw.decode()])
        assert form.written() == {**parsed(file.path, raw).values, "status": "draft"}, file.path
        assert form.page.input_value("#file-name") == file.id
    assert form.faults == []
    form.context.close()


def test_what_nobody_sees_is_not_saved(company: Form):
    company.page.fill("#name", "\u200eKe\u00adpt\ufeff")
    assert company.written()["name"] == "Kept"


def test_language_of_no_reader_is_kept(company: Form):
    saved = company.page.evaluate("written()")
    company.opened("kurz.yml", b"source_language: de\nname: Kurz\nsummary:\n  de: Misst Wasser.\n")
    assert company.written() == {"status": "draft", "source_language": "de", "name": "Kurz", "summary": {"de": "Misst Wasser."}}
    company.page.click("button.main")
    assert [one for one in company.said() if "Summary" in one] == []
    company.opened("kept.yml", saved.encode())


def test_what_cannot_be_read_is_said_and_changes_nothing(company: Form):
    company.page.fill("#name", "Kept")
    company.opened("x.yml", b"- a list")
    assert company.written()["name"] == "Kept"


def test_company_without_a_record_is_named_by_its_id(browser: Browser, folder: Path):
    form = Form(browser, folder / "offering-en.html")
    form.page.select_option("#sme", "?")
    form.page.fill("#sme-other", "New Company")
    form.page.click("button.main")
    assert "Company – Use small letters a–z, figures and hyphens only." in form.said()
    form.page.fill("#sme-other", "new-company")
    assert form.written()["sme"] == "new-company"
    form.context.close()


def test_figures_codes_and_days_are_checked(browser: Browser, folder: Path):
    form = Form(browser, folder / "offering-en.html")
    for place, typed in {"readiness": "12", "gtin": "12", "valid_from": "2027-02-01", "valid_until": "2026-02-01", "name-en": "x" * 8001}.items():
        form.page.fill(f"#{place}", typed)
    form.page.click("summary:has-text('Terms of trade')")
    form.page.fill("#trade-moq", "1,5")
    form.page.click("button.main")
    assert [one for one in form.said() if not one.endswith(("Choose a value of the list.", "Please fill this in.", "Add at least one."))] == [
        "Name – Too long: at most 8000 characters.",
        "Readiness – The largest possible number is 9.",
        "GTIN – This is not written as it should be. For example: 9521234543213",
        "Terms of trade – Smallest order – Write a number, with a point before decimals. For example: 10",
        "Valid until – This day lies before “Valid from”.",
    ]
    form.context.close()


def test_rows_move_and_go_by_keyboard(browser: Browser, folder: Path):
    form = Form(browser, folder / "offering-en.html")
    page = form.page
    for word in ("one", "two", "three"):
        page.focus("[data-field=standards] > [data-act=add]")
        page.keyboard.press("Enter")
        page.keyboard.type(word)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert form.written()["standards"] == ["one", "three", "two"]
    page.keyboard.press("Shift+Tab")
    page.click("[data-field=standards] [data-row] >> nth=0 >> [data-act=remove]")
    assert form.written()["standards"] == ["three", "two"]
    assert page.inner_text("#said") == "Removed: Standards 1"
    form.context.close()


def test_leaving_with_unsaved_words_is_asked_first(browser: Browser, folder: Path):
    form = Form(browser, folder / "event-en.html")
    form.agrees = False
    form.page.locator("#title-en").press_sequentially("Fair")
    form.page.close(run_before_unload=True)
    form.page.wait_for_timeout(200)
    assert form.dialogs == ["beforeunload"]
    form.context.close()


@pytest.mark.parametrize("name", ["sme-en", "offering-ar"])
@pytest.mark.parametrize(("scheme", "width"), [("light", 1440), ("dark", 360)])
def test_no_form_breaks_a_rule_of_accessibility(browser: Browser, folder: Path, name: str, scheme: str, width: int):
    form = Form(browser, folder / f"{name}.html", bypass_csp=True, color_scheme=scheme, viewport={"width": width, "height": 900}, reduced_motion="reduce")
    form.page.evaluate("for (const one of document.querySelectorAll('[data-act=add]')) one.click(); for (const one of document.querySelectorAll('details')) one.open = true")
    form.page.click("button.main")
    assert form.page.evaluate("document.documentElement.scrollWidth") == width
    assert [str(one) for one in axed(form.page).broken] == []
    form.context.close()


def test_a_required_list_that_a_file_leaves_empty_is_told(browser: Browser, folder: Path):
    form = Form(browser, folder / "sme-en.html")
    form.page.evaluate("shown('short.yml', 'source_language: en')")
    form.page.click("button.main")
    assert "Sectors – Add at least one." in form.said()
    form.context.close()


def test_what_is_typed_wins_over_what_the_form_cannot_show(browser: Browser, folder: Path):
    form = Form(browser, folder / "sme-en.html")
    form.opened("odd.yml", b"source_language: en\nname:\n  en: Odd\nbusiness_models:\n- a: b\nsummary:\n  de: Misst Wasser.\nplace_note:\n  en: Kept\n")
    form.page.fill("#name", "Typed")
    form.page.fill("#summary-en", "Measures water.")
    form.page.click("[data-field=business_models] > [data-act=add]")
    form.page.keyboard.type("Sells")
    assert form.written() == {
        "status": "draft", "source_language": "en", "name": "Typed", "summary": {"en": "Measures water.", "de": "Misst Wasser."}, "business_models": ["Sells"], "place_note": {"en": "Kept"},
    }  # fmt: skip
    form.page.evaluate("shown('short.yml', 'name: Short')")
    assert list(form.written()) == ["status", "source_language", "name"]
    form.context.close()


def test_a_file_takes_the_place_of_unsaved_words_only_when_allowed(browser: Browser, folder: Path):
    form = Form(browser, folder / "event-en.html")
    form.opened("one.yml", b"source_language: en\ntitle:\n  en: One\n")
    assert form.dialogs == []
    form.page.fill("#title-en", "Fair")
    form.agrees = False
    form.chosen("two.yml", b"source_language: en\ntitle:\n  en: Two\n")
    assert (form.dialogs, form.page.input_value("#title-en"), form.page.input_value("#open")) == (["confirm"], "Fair", "")
    form.agrees = True
    form.opened("two.yml", b"source_language: en\ntitle:\n  en: Two\n")
    assert (form.page.input_value("#title-en"), form.page.input_value("#open")) == ("Two", "")
    form.context.close()


@pytest.mark.parametrize("said", ["", "source_language:\n  en: pt\n"])
def test_a_file_without_a_language_is_in_the_one_chosen(browser: Browser, folder: Path, said: str):
    form = Form(browser, folder / "sme-en.html")
    form.page.select_option("#source_language", "pt")
    form.page.evaluate("text => shown('short.yml', text)", f"{said}name: Short\n")
    assert form.written() == {"status": "draft", "source_language": "pt", "name": "Short"}
    form.context.close()


def test_spaces_are_no_value(browser: Browser, folder: Path):
    form = Form(browser, folder / "offering-en.html")
    form.page.fill("#model", "  ")
    form.page.click("[data-field=standards] > [data-act=add]")
    form.page.keyboard.type("  ")
    assert form.written() == {"status": "draft", "source_language": "en"}
    form.context.close()


def test_yes_and_no_are_no_text(browser: Browser, folder: Path):
    form = Form(browser, folder / "offering-en.html")
    form.page.click("summary:has-text('Terms of trade')")
    form.page.select_option("#trade-samples", "false")
    assert "  samples: false\n" in form.page.evaluate("written()")
    form.page.evaluate("shown('x.yml', \"trade: {samples: 'true'}\")")
    assert form.page.input_value("#trade-samples") == "true"
    assert "  samples: true\n" in form.page.evaluate("written()")
    form.page.click("button.main")
    assert [one for one in form.said() if "Samples" in one] == []
    form.page.evaluate("shown('x.yml', 'trade: {samples: maybe}')")
    assert form.written()["trade"] == {"samples": "maybe"}
    form.page.click("button.main")
    assert [one for one in form.said() if "Samples" in one] == ["Terms of trade – Samples – Choose a value of the list."]
    form.context.close()


def test_no_control_is_described_by_a_finding_that_is_gone(browser: Browser, folder: Path):
    form = Form(browser, folder / "offering-en.html")
    form.page.evaluate("shown('x.yml', 'source_language: en\\nvalid_from: 2027-02-01\\nvalid_until: 2026-02-31')")
    form.page.click("button.main")
    assert len([one for one in form.said() if one.startswith("Valid until")]) == 2
    form.page.evaluate("cleared()")
    described = form.page.evaluate("[...document.querySelectorAll('[aria-describedby]')].flatMap((one) => one.getAttribute('aria-describedby').split(' '))")
    assert [one for one in described if not form.page.evaluate("id => !!document.getElementById(id)", one)] == []
    form.context.close()
