"""The whole way of an editor: from an empty folder to companies in a printed catalogue in three languages, and back."""

import csv
import json
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import openpyxl
import polib
import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser

from c2site.build.admin import write_admin
from c2site.build.output import Output
from c2site.build.prepare import prepared
from c2site.build.settings import settings_from
from c2site.cli import main
from tests.browser.test_forms import Form
from tests.build.conftest import run_build
from tests.build.test_reviewing import changed, git
from tests.build.trees import tree
from tests.conftest import WORLD
from tests.site.test_admin import decap_server, free_port, opened, published
from tests.site.test_browser import Watched, browser, serving  # noqa: F401

# Everything here is invented: a partnership of one cluster that sells tide clocks to Brazil.
COMPANIES = {"blue-wave": "Blue Wave", "harbour-form": "Harbour Form", "table-tide": "Table Tide", "browser-bay": "Browser Bay"}
WORDS = {
    "An invented partnership, for a test.": ("Una alianza inventada, para una prueba.", "Измислено партньорство за изпитание."),
    "Nobody pays for it.": ("Nadie lo paga.", "Никой не плаща за него."),
    "Its authors answer for it.": ("Responden sus autores.", "Отговорност носят авторите му."),
    "New Tides": ("Mareas Nuevas", "Нови приливи"),
    "Water": ("Agua", "Вода"),
    "Unites those who watch the sea.": ("Reúne a quienes miran el mar.", "Обединява хората, които гледат морето."),
    "Brazil 2027": ("Brasil 2027", "Бразилия 2027"),
    "Measures waves.": ("Mide las olas.", "Измерва вълните."),
    "Fills in harbours.": ("Rellena los puertos.", "Попълва пристанищата."),
    "Counts the tides.": ("Cuenta las mareas.", "Брои приливите."),
    "Looks at bays.": ("Mira las bahías.", "Гледа заливите."),
    "Wave meter": ("Medidor de olas", "Уред за вълни"),
    "Tells how high a wave is.": ("Dice qué altura tiene una ola.", "Казва колко висока е вълната."),
    "Harbour chart": ("Carta del puerto", "Карта на пристанището"),
    "Shows where ships lie.": ("Muestra dónde están los barcos.", "Показва къде са корабите."),
    "Tide clock": ("Reloj de mareas", "Часовник за приливи"),
    "Says when the sea comes back.": ("Dice cuándo vuelve el mar.", "Казва кога се връща морето."),
    "Bay lamp": ("Lámpara de bahía", "Лампа за залив"),
    "Lights the way into the bay.": ("Ilumina la entrada de la bahía.", "Осветява пътя към залива."),
}  # fmt: skip


@dataclass
class Editor:
    """Somebody who has a folder, the commands, a text editor and a browser."""

    root: Path
    browser: Browser

    def says(self, *command: str | Path, code: int = 0) -> str:
        """Run a command of c2site and return what it answers."""
        done = CliRunner().invoke(main, [*map(str, command), "--root", str(self.root)], prog_name="c2site")
        assert done.exit_code == code, done.output
        return done.output

    def fill(self, path: str, **fields: str) -> None:
        """Write values behind the names of a commented file's fields, as one does by hand; a `#` before them goes."""
        text = (self.root / path).read_text(encoding="utf-8")
        for name, value in fields.items():
            text, found = re.subn(rf"(?m)^(?:# )?{name}:.*$", f"{name}:{value}", text, count=1)
            assert found, f"{path} has no place for {name}"
        (self.root / path).write_text(text, encoding="utf-8")

    def commit(self, message: str) -> None:
        git(self.root, "add", "--all")
        git(self.root, "commit", "--quiet", f"--message={message}")

    def build(self, out: Path) -> dict:
        done = run_build(self.root, out, "--strict", C2SITE_NO_SEARCH="1")
        assert done.returncode == 0, done.stdout + done.stderr
        return tree(out)


@pytest.fixture
def editor(tmp_path: Path, browser: Browser) -> Iterator[Editor]:  # noqa: F811
    root = tmp_path / "tides"
    (root / ".cache").mkdir(parents=True)
    (WORLD / ".cache/fonts").mkdir(parents=True, exist_ok=True)
    (root / ".cache/fonts").symlink_to(WORLD / ".cache/fonts")
    yield Editor(root, browser)


def test_editor_comes_from_nothing_to_a_printed_catalogue(editor: Editor, tmp_path: Path):
    begin_a_partnership(editor)
    add_by_hand_with_three_mistakes(editor)
    add_by_form(editor, tmp_path)
    add_by_spreadsheet(editor, tmp_path)
    add_in_the_browser(editor, tmp_path)
    add_what_they_offer(editor, tmp_path)
    read_the_report(editor, tmp_path)
    untranslated = editor.build(tmp_path / "site")
    translate(editor, tmp_path)
    site = editor.build(tmp_path / "site")
    assert_published(tmp_path / "site")
    git(editor.root, "revert", "--no-edit", "HEAD")
    assert editor.build(tmp_path / "site") == untranslated != site


def begin_a_partnership(editor: Editor) -> None:
    """From an empty folder to a repository whose check is clean."""
    assert "`c2site new partnership`" in editor.says("check", code=1)
    for kind, name, *options in (("partnership", "New Tides"), ("sector", "Water"), ("cluster", "Sea Watch"), ("market", "Brazil", "--id", "br"), ("edition", "Brazil 2027")):
        editor.says("new", kind, name, *options)
    known = " published"
    changed(editor.root, "data/partnership.yml", "  - tag: en\n", "  - tag: en\n  - tag: es\n    fallback: [en]\n  - tag: bg\n    fallback: [en]\n")
    editor.fill("data/partnership.yml", status=known, invented=" true", notice="\n  en: An invented partnership, for a test.", clusters=" [sea-watch]",
                funding_statement="\n  en: Nobody pays for it.", disclaimer="\n  en: Its authors answer for it.", emblem=" eu", door_markets=" [br]")
    editor.fill("data/sectors/water.yml", status=known, tone=" environment")
    editor.fill("data/clusters/sea-watch.yml", status=known, country=" PT", sectors=" [water]", summary="\n  en: Unites those who watch the sea.")
    editor.fill("data/markets/br.yml", status=known, country=" BR", project_status=" worked", languages="\n  - tag: es\n    chain: [es, en]", currency=" BRL", units=" si", paper=" a4")
    editor.fill("data/editions/brazil-2027.yml", status=known, market=" br", languages=" [es, bg]", unstated=" include")
    assert "No problems." in editor.says("check")
    git(editor.root, "init", "--quiet", "--initial-branch=main")
    for name, value in (("user.name", "An editor"), ("user.email", "editor@example.org")):
        git(editor.root, "config", name, value)
    editor.commit("A partnership begins")
    git(editor.root, "switch", "--quiet", "--create", "companies")


def add_by_hand_with_three_mistakes(editor: Editor) -> None:
    """A tab, a decimal comma and a misspelt sector are told in the editor's Spanish; two are mended by command, one as the hint says."""
    path = "data/smes/sea-watch/blue-wave.yml"
    editor.says("new", "sme", "Blue Wave", "--cluster", "sea-watch")
    editor.fill(path, country=" PT", sectors=" [watr]", summary="\n\ten: Measures waves.", geo="\n  lat: 38,72\n  lon: -9.14")
    told = editor.says("check", "--language", "es", code=1)
    assert f"{path}:{line_of(editor, path, 'Measures')}:1: error: la línea está sangrada con un tabulador" in told
    told = editor.says("check", "--fix", "--language", "es", code=1)
    assert "+  en: Measures waves." in told and "+  lat: 38.72" in told
    assert "git restore" not in told, "git does not know the new file yet"
    assert f"{path}:{line_of(editor, path, 'watr')}:11: error: sectors.0: no hay ninguna ficha `watr` de la clase sector" in told
    hint = re.search("¿Quería decir `(.+)`\\?", told)
    assert hint, told
    changed(editor.root, path, "[watr]", f"[{hint[1]}]")
    assert "No problems." in editor.says("check", "--language", "en")


def line_of(editor: Editor, path: str, text: str) -> int:
    lines = (editor.root / path).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line and not line.startswith("#"))


def add_by_form(editor: Editor, folder: Path) -> None:
    """A company without git fills in a form; the file it mails goes into its cluster's folder under the name it came with."""
    editor.says("forms", "--kind", "sme", "--language", "en", "--out", folder / "forms")
    form = Form(editor.browser, folder / "forms/sme-en.html")
    form.page.fill("#name", "Harbour Form")
    form.page.select_option("#country", "PT")
    form.page.select_option("#cluster", "sea-watch")
    form.page.select_option("[data-field=sectors] select", "water")
    form.page.fill("#summary-en", "Fills in harbours.")
    name, raw = form.saved()
    form.context.close()
    assert (name, form.faults) == ("harbour-form.yml", [])
    (editor.root / "data/smes/sea-watch" / name).write_bytes(raw)


def add_by_spreadsheet(editor: Editor, folder: Path) -> None:
    """An answered questionnaire: the first time its mapping is proposed, then it is read."""
    book = openpyxl.Workbook()
    for row in (["Company", "Country", "Sectors", "Summary", "Employees"], ["Table Tide", "Portugal", "Water", "Counts the tides.", 12]):
        book.active.append(row)
    book.save(folder / "answers.xlsx")
    assert "5 of 5 columns have a field. Nothing was imported." in editor.says("import", folder / "answers.xlsx", "--cluster", "sea-watch")
    assert "added     data/smes/sea-watch/table-tide.yml" in editor.says("import", folder / "answers.xlsx", "--yes")


def add_in_the_browser(editor: Editor, folder: Path) -> None:
    """What is saved and published on the editors' page is a commit."""
    editor.commit("Three companies by three routes")
    port = free_port()
    host = {"name": "proxy", "proxy_url": f"http://localhost:{port}/api/v1", "branch": "companies"}
    ready = prepared(replace(settings_from(editor.root), code_host=host))
    write_admin(ready, Output(folder / "page"))
    with serving(folder / "page") as address, decap_server(editor.root, port):
        watched = Watched(editor.browser, f"{address}admin/", viewport={"width": 1400, "height": 1200})
        watched.page.on("dialog", lambda dialog: dialog.accept())
        page = opened(watched, "sme-sea-watch/new")
        page.get_by_label("Name", exact=True).fill("Browser Bay")
        for label, choice in (("Country", "Portugal"), ("Sectors", "Water")):
            page.get_by_label(label, exact=True).click()
            page.get_by_text(choice, exact=True).click()
        page.locator("[id^=summary-field] [lang=en]").fill("Looks at bays.")
        published(page)
        watched.context.close()
    assert "data/smes/sea-watch/browser-bay.yml" in read_git(editor, "show", "--name-only", "companies")


def read_git(editor: Editor, *command: str) -> str:
    return subprocess.run(["git", "-C", str(editor.root), *command], check=True, capture_output=True, text=True).stdout


def add_what_they_offer(editor: Editor, folder: Path) -> None:
    """An offering by hand, three from a table; then everything is published in the house's style."""
    editor.says("new", "offering", "Wave meter", "--sme", "blue-wave")
    editor.fill("data/offerings/sea-watch/wave-meter.yml", kind=" product", sectors=" [water]", summary="\n  en: Tells how high a wave is.")
    table = [("Company", "Name", "Kind", "Sectors", "Summary"), *offerings()]
    with (folder / "offerings.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(table)
    editor.says("import", folder / "offerings.csv", "--kind", "offering")
    assert "Records: 3 added" in editor.says("import", folder / "offerings.csv", "--yes")
    for path in editor.root.glob("data/[so]*/sea-watch/*.yml"):
        changed(editor.root, path.relative_to(editor.root).as_posix(), "status: draft", "status: published")
    editor.says("fmt")
    assert "0 to be written" in editor.says("fmt", "--check")
    assert "No problems." in editor.says("check")
    editor.commit("Four companies and what they offer")


def offerings() -> list[tuple[str, ...]]:
    texts = list(WORDS)[13:]
    return [(company, name, "product", "Water", text) for company, name, text in zip(list(COMPANIES)[1:], texts[0::2], texts[1::2], strict=True)]


def read_the_report(editor: Editor, folder: Path) -> None:
    """The reviewer reads which companies are new, as a comment and as a page."""
    editor.says("report", "pr", "--base", "main", "--no-pictures", "--out", folder / "report")
    page = editor.browser.new_page()
    page.goto((folder / "report/pr.html").as_uri())
    for told in ((folder / "report/pr.md").read_text(encoding="utf-8"), page.locator("body").inner_text()):
        assert [name for name in COMPANIES.values() if name not in told] == []
    page.close()


def translate(editor: Editor, folder: Path) -> None:
    """A translator fills in a PO file for each of two languages; nothing of the records is missing afterwards."""
    for column, tag in enumerate(("es", "bg")):
        path = folder / f"{tag}.po"
        editor.says("translate", "export", "--language", tag, "--out", path)
        po = polib.pofile(str(path))
        for entry in po:
            entry.msgstr = WORDS[entry.msgid][column]
        po.save()
        assert f"{len(po)} translations went in" in editor.says("translate", "import", path)
        rows = list(csv.DictReader(editor.says("translate", "status", "--language", tag, "--format", "csv").splitlines()))
        assert [row for row in rows if row["kind"] != "page" and (row["missing"], row["outdated"]) != ("0", "0")] == []
    assert "No problems." in editor.says("check")
    editor.commit("Two languages are complete")


def assert_published(site: Path) -> None:
    """Every company has its page in three languages, and stands in the books, the tables and the data."""
    for column, tag in enumerate(("es", "bg")):
        stem = f"new_tides-br-{tag}--brazil_2027"
        book = subprocess.run(["pdftotext", site / "catalogues" / f"{stem}.pdf", "-"], check=True, capture_output=True, text=True).stdout
        table = (site / "catalogues" / f"{stem}.csv").read_text(encoding="utf-8-sig")
        for key, name in COMPANIES.items():
            assert name in (site / tag / "companies" / key / "index.html").read_text(encoding="utf-8")
            assert name in book and name in table
        for text in ("Says when the sea comes back.", "Tells how high a wave is."):
            assert WORDS[text][column] in " ".join(book.split())
    data = json.loads((site / "api/v1/companies.json").read_text(encoding="utf-8"))
    assert {one["id"] for one in data["records"]} == set(COMPANIES)
