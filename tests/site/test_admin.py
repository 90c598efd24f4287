"""The editors' page in a real browser: Decap before a real git repository, served by decap-server."""

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from c2site.build.admin import TOOLS, write_admin
from c2site.build.output import Output
from c2site.build.prepare import Prepared
from c2site.load.document import parsed
from tests.conftest import WORLD
from tests.site.test_browser import Watched, browser, serving  # noqa: F401

ENTRY = "data/offerings/gal-bahir/sea-heat.yml"
# What a careless program spoils: comments, codes that look like numbers or truth, clocks, days, fields nobody knows.
KIND, SECTORS = "kind: technology", "sectors: [energy]"
TRAPS = """codes: {hs: ["010130"], unspsc: [0123]}   # zeros in front
specifications:
  # not a truth, not a number of minutes
  - name: {en: Where}
    value: NO
  - name: {en: Start}
    value: 12:30
reviewed_on: 2026-05-31
a_field_of_next_year: kept

sectors: [energy]"""


@dataclass(frozen=True)
class Repository:
    """A git repository that decap-server writes to, and where the page stands."""

    root: Path
    page: str
    text: str

    def git(self, *arguments: str) -> str:
        return subprocess.run(["git", "-C", str(self.root), *arguments], check=True, capture_output=True, text=True).stdout

    def lines_changed(self, branch: str) -> list[str]:
        """Return the lines by which a branch differs from the first commit."""
        shown = self.git("diff", "--unified=0", "begin", branch)
        return [line for line in shown.splitlines() if line[:1] in "+-" and line[:3] not in ("+++", "---")]


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


@pytest.fixture(scope="module")
def repository(world: Prepared, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Repository]:
    folder, port = tmp_path_factory.mktemp("admin"), free_port()
    shutil.copytree(WORLD / "data", folder / "repository" / "data")
    path = folder / "repository" / ENTRY
    text = "# Heats half the quarter.\n" + path.read_text(encoding="utf-8").replace(KIND, f"{KIND}  # not a product").replace(SECTORS, TRAPS)
    path.write_text(text, encoding="utf-8")
    host = {"name": "proxy", "proxy_url": f"http://localhost:{port}/api/v1", "branch": "main"}
    write_admin(replace(world, settings=replace(world.settings, code_host=host)), Output(folder / "site"))
    found = Repository(folder / "repository", "", text)
    for command in ("init --quiet --initial-branch=main", "config user.name An-editor", "config user.email editor@example.org", "add --all",
                    "commit --quiet --message=begin", "tag begin"):
        found.git(*command.split())
    with serving(folder / "site") as address, decap_server(found.root, port):
        yield replace(found, page=f"{address}admin/")


class decap_server:
    """decap-server before a repository, as an editor starts it on their own machine."""

    def __init__(self, folder: Path, port: int) -> None:
        self.folder, self.port = folder, port

    def __enter__(self) -> None:
        script = TOOLS / "node_modules" / "decap-server" / "dist" / "index.js"
        assert script.is_file(), "decap-server is missing: run 'make build/admin-tools/.stamp'"
        environment = {**os.environ, "MODE": "git", "GIT_REPO_DIRECTORY": str(self.folder), "PORT": str(self.port), "BIND_HOST": "localhost"}
        self.process = subprocess.Popen(["node", str(script)], env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        assert b"listening" in self.process.stdout.readline()

    def __exit__(self, *_error: object) -> None:
        self.process.terminate()
        self.process.wait(10)


@pytest.fixture
def editor(browser: Browser, repository: Repository) -> Iterator[Watched]:  # noqa: F811
    watched = Watched(browser, repository.page, viewport={"width": 1400, "height": 1200})
    watched.page.on("dialog", lambda dialog: dialog.accept())
    watched.page.set_default_timeout(15_000)
    yield watched
    watched.context.close()


def opened(editor: Watched, path: str, language: str = "en") -> Page:
    """Return the page of a collection or an entry, in a language, logged in."""
    page = editor.open(f"?lang={language}#/collections/{path}")
    page.locator("#nc-root button").first.click()
    return page


def published(page: Page) -> None:
    """Save a draft, say that it is ready, and publish it, as an editor may do who is coordinator too."""
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Changes saved")).to_be_visible()
    page.get_by_role("button", name="Status: Draft").click()
    page.get_by_role("menuitem", name="Ready").click()
    expect(page.get_by_role("button", name="Status: Ready")).to_be_visible()
    page.get_by_role("button", name="Publish", exact=True).click()
    page.get_by_role("menuitem", name="Publish now").click()
    expect(page.get_by_text("Entry published")).to_be_visible()


def test_saved_edit_is_a_branch_then_a_commit_that_changes_what_was_edited_and_nothing_else(editor: Watched, repository: Repository):
    page = opened(editor, "offering-gal-bahir/entries/sea-heat")
    name, summary = page.locator(".texts").nth(0), page.locator(".texts").nth(1)
    name.locator("[lang=ar]").fill("حرارة من البحر")
    summary.locator("[lang=en]").fill("A heat pump: drinks sea water, gives warm quarters.")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("button", name="Draft")).to_be_visible()
    changed = [
        "+  ar: حرارة من البحر",
        "-  en: A heat pump that drinks sea water and gives warm quarters.",
        '+  en: "A heat pump: drinks sea water, gives warm quarters."',
    ]
    assert repository.lines_changed("cms/offering-gal-bahir/sea-heat") == changed
    assert repository.lines_changed("main") == []
    name.locator("[lang=pt]").fill("Calor que vem do mar")
    published(page)
    assert repository.lines_changed("main") == ["-  pt: Calor do mar", "+  pt: Calor que vem do mar", *changed]
    before, after = (parsed(ENTRY, raw).values for raw in (repository.text.encode(), (repository.root / ENTRY).read_bytes()))
    assert after == {**before, "name": after["name"], "summary": after["summary"]}
    assert (after["specifications"][0]["value"], after["specifications"][1]["value"]) == ("NO", "12:30")
    assert [line for line in editor.faults if "404" not in line] == []
    assert all(host.startswith(("127.0.0.1:", "localhost:")) for host in editor.hosts)


def test_new_company_lies_in_its_clusters_folder_with_days_codes_and_references_as_text(editor: Watched, repository: Repository):
    page = opened(editor, "sme-mare-clara/new")
    page.get_by_label("Name", exact=True).fill("Água Nova")
    page.get_by_label("Country", exact=True).click()
    page.get_by_text("Norway", exact=True).click()
    page.get_by_label("Sectors", exact=True).click()
    page.get_by_text("Energy", exact=True).click()
    page.locator("input[type=date]").last.fill("2026-05-31")
    published(page)
    raw = (repository.root / "data/smes/mare-clara/agua-nova.yml").read_bytes()
    told = parsed("data/smes/mare-clara/agua-nova.yml", raw).values
    wanted = {"status": "draft", "source_language": "en", "name": "Água Nova", "cluster": "mare-clara", "country": "NO", "sectors": ["energy"]}
    assert told == {**wanted, "reviewed_on": "2026-05-31"}
    assert list(told) == [*wanted, "reviewed_on"]
    assert b'country: "NO"\n' in raw and b"\nreviewed_on: 2026-05-31\n" in raw


def test_editor_reads_their_own_language_and_writes_all_of_them_side_by_side(editor: Watched):
    page = opened(editor, "offering-gal-bahir/entries/sea-heat", "ar")
    expect(page.locator(".texts").first).to_be_visible()
    assert page.get_attribute("html", "lang") == "ar"
    assert page.locator(".texts").first.locator("textarea").evaluate_all("all => all.map(one => one.dir)") == ["ltr", "ltr", "rtl", "rtl", "ltr", "ltr"]
    assert page.get_by_text("تكنولوجيا", exact=True).first.is_visible()
    boxes = [page.locator(".texts").first.locator("textarea").nth(number).bounding_box() for number in range(3)]
    assert boxes[0]["y"] == boxes[1]["y"] == boxes[2]["y"]
    assert boxes[0]["x"] < boxes[1]["x"] < boxes[2]["x"]
