"""A proposed change told before it is merged: against a real git repository, in words, as a comment and as a page."""

import os
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from c2site.build import reviewing
from c2site.build.affected import Affected, pictured
from c2site.build.prepare import Prepared, prepared
from c2site.build.report import sheet_of
from c2site.build.reviewing import books_looked_at, proposal, write_review
from c2site.build.revision import base_of
from c2site.build.settings import Settings, settings_from
from c2site.build.shots import INSTALL
from c2site.catalogue import Portal
from c2site.errors import problem
from c2site.language import Readers
from c2site.render.reports.comment import MARKER, comment
from c2site.render.reports.proposal import Proposal
from c2site.render.reports.review import review
from c2site.render.web import Subject, pages_about
from tests.conftest import TODAY, WORLD

GOLDEN = Path(__file__).parent / "reviews" / "en.md"
IDENTITY = {"GIT_AUTHOR_NAME": "x", "GIT_AUTHOR_EMAIL": "x@example.org", "GIT_COMMITTER_NAME": "x", "GIT_COMMITTER_EMAIL": "x@example.org", "GIT_CONFIG_GLOBAL": os.devnull}
OFFERING = """status: published
source_language: en
name:
  en: {name}
kind: product
sme: oneil
summary:
  en: An invented thing for quays.
sectors: [energy]
markets:
  br:
    status: selling
sources: [harbo-survey]
"""
HOSTILE = "'@everyone <img src=x onerror=alert(1)> [x](javascript:alert(1)) | #12 www.evil.example https://evil.example `'"


def git(root: Path, *command: str) -> None:
    subprocess.run(["git", "-C", str(root), *command], env={**os.environ, **IDENTITY}, check=True, capture_output=True)


def changed(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new, 1), encoding="utf-8")


def proposed(root: Path) -> None:
    """Change the world as an editor would: new offerings, another text, a record that breaks, one that is withdrawn, another name of a file."""
    for name in ("Quay heater", "Tide bell"):
        (root / f"data/offerings/mare-clara/{name.lower().replace(' ', '-')}.yml").write_text(OFFERING.format(name=name), encoding="utf-8")
    changed(root, "data/smes/mare-clara/onda-mansa.yml", "Builds plugs and cabinets that give", "Makes plugs, cables and cabinets that give")
    changed(root, "data/offerings/gal-bahir/sea-heat.yml", "status: published", "status: publish")
    changed(root, "data/offerings/saaristovalo/ballast-filter.yml", "status: published", "status: withdrawn")
    changed(root, "data/markets/jp.yml", "currency: JPY", "currency: JPY # the yen")
    (root / "data/events/ev-undated.yml").rename(root / "data/events/ev-some-day.yml")
    (root / "content/en/how-to-buy.md").write_text("# How to buy\n\nAsk.\n", encoding="utf-8")


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository whose second commit proposes a change; the partnership lies in a folder of it."""
    root = tmp_path_factory.mktemp("repository")
    shutil.copytree(WORLD, root / "harbours", ignore=shutil.ignore_patterns(".cache", "*.py", "__pycache__"))
    (WORLD / ".cache/fonts").mkdir(parents=True, exist_ok=True)
    (root / "harbours/.cache").mkdir()
    (root / "harbours/.cache/fonts").symlink_to(WORLD / ".cache/fonts")
    (root / ".gitignore").write_text(".cache/\n", encoding="utf-8")
    git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message=before")
    git(root, "checkout", "--quiet", "-b", "proposal")
    proposed(root / "harbours")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message=after")
    return root / "harbours"


@pytest.fixture(scope="module")
def settings(repository: Path) -> Settings:
    return replace(settings_from(repository, {}), today=TODAY, catalogues=False, cards=False)


@pytest.fixture(scope="module")
def after(settings: Settings) -> Prepared:
    return prepared(settings)


@pytest.fixture(scope="module")
def told(after: Prepared) -> Proposal:
    return proposal(after, base_of(after.settings.root, "main"), pictures=True)


def test_the_comment_says_in_words_what_changed(told: Proposal, readers: Readers, renew_golden: bool):
    said = comment(review(told, readers.default), "pr.html")
    if renew_golden:
        GOLDEN.write_text(said, encoding="utf-8")
    assert said == GOLDEN.read_text(encoding="utf-8")
    assert said.startswith(MARKER + "\n")


def test_in_arabic_names_are_kept_together_and_the_page_runs_from_the_right(told: Proposal, after: Prepared):
    sheet = sheet_of(after, "ar")
    page = sheet.filled("review.html", review=review(told, sheet.reader))
    assert '<html lang="ar" dir="rtl"' in page
    assert "\u2068Onda Mansa\u2069" in page and "عرضان جديدان" in page and "5 ← 6" in page
    assert "\\u{2068}" not in page


def test_every_language_of_the_portal_has_all_words(told: Proposal, readers: Readers):
    for reader in readers:
        assert comment(review(told, reader), "pr.html").count("### ") == 5


def test_what_names_say_stays_text_in_both_media(told: Proposal, after: Prepared, readers: Readers):
    hostile = next(one for one in told.differences if one.what == "changed")
    renamed = replace(hostile, after=hostile.after.model_copy(update={"name": HOSTILE}))
    smes = {**told.after.profiles.smes, "onda-mansa": renamed.after}
    portal = replace(told.after, profiles=replace(told.after.profiles, smes=smes))
    found = review(replace(told, after=portal, differences=(renamed,), paths=((f"content/en/{HOSTILE}.md", False),)), readers.default)
    said = comment(found, "pr.html")
    assert not re.search(r"@everyone|(?<!\\)<img|(?<!\\)\]\(|(?<!\\)[|] #|https://|www\.|(?<!\\)`'", said.replace(MARKER, ""))
    page = sheet_of(after).filled("review.html", review=found)
    assert "<img src=x" not in page and "&lt;img src=x" in page


def test_a_review_writes_a_comment_and_one_page_that_fetches_nothing(after: Prepared, told: Proposal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(reviewing, "prepared", lambda _: after)
    monkeypatch.setattr(reviewing, "proposal", lambda *_: told)
    paths = write_review(after.settings, "main", tmp_path, "en")
    assert [path.name for path in paths] == ["pr.md", "pr.html"]
    page = paths[1].read_text(encoding="utf-8")
    assert "2 new offerings: Quay heater and Tide bell" in page
    assert not re.search(r"<script|src=\"(?!data:image/webp;base64,)|url\(", page)


def test_without_a_browser_the_report_says_so_and_how_to_get_one(told: Proposal, readers: Readers):
    said = comment(review(replace(told, shots=(), lacking=INSTALL), readers.default), "pr.html")
    assert "No pictures were taken" in said and "apt-get install chromium" in said
    assert "ictures" not in comment(review(replace(told, shots=()), readers.default), "pr.html")


def test_books_that_hold_what_changed_are_looked_at_and_no_more_than_a_few(told: Proposal, after: Prepared, readers: Readers, monkeypatch: pytest.MonkeyPatch):
    looked: list[list] = []
    found = [problem("preflight-overflow", "catalogues/x.pdf", field="page 3", found="too long"), problem("preflight-no-entries", "catalogues/x.pdf")]
    monkeypatch.setattr(reviewing, "preflight", lambda _, __, books: looked.append(books) or found)
    monkeypatch.setattr(reviewing, "MOST_BOOKS", 4)
    printed = books_looked_at(after, told.growths, told.differences)
    assert [(edition.id, tag) for edition, tag in looked[0]] == list(printed.looked)
    assert {edition.id for edition, _ in looked[0]} == {one.edition.id for one in told.growths} and len(looked[0]) == 4 < printed.wanted
    said = comment(review(replace(told, print=printed), readers.default), "pr.html")
    assert f"Not everything has room in print. Books looked at: 4 of {printed.wanted}" in said
    assert "words stand outside the margins" in said and "no entry stands" not in said


def test_no_review_is_written_where_it_would_be_published(settings: Settings):
    with pytest.raises(ValueError, match="published"):
        write_review(settings, "main", settings.root / "data" / "media")


def test_pages_are_pictured_before_and_after(told: Proposal):
    shown = {one.path: one for one in told.shots}
    new, changed = shown["en/offerings/quay-heater/"], shown["en/companies/onda-mansa/"]
    assert not new.before and changed.before != changed.after
    for picture in (new.after, changed.before, changed.after):
        assert picture.startswith("data:image/webp;base64,") and 4_000 < len(picture) < 200_000
    assert len(told.shots) == 6 and "ar" in {one.language for one in told.shots}


def affected(portal: Portal, subject: Subject) -> list[Affected]:
    return [Affected(page.path, page, page) for page in pages_about(portal, subject)]


def test_pictures_show_new_records_first_one_page_from_the_right_and_a_list(told: Proposal, after: Prepared):
    subjects = (Subject("companies", "smes"), Subject("brand", "brand"), Subject("company", "smes", "onda-mansa"), Subject("offering", "offerings", "tide-bell"))
    pages = [page for subject in subjects for page in affected(after.portal, subject)]
    chosen = [one.path for one in pictured(pages, told.differences, after.portal.readers.default)]
    assert chosen[:4] == ["en/offerings/tide-bell/", "en/companies/onda-mansa/", "ar/offerings/tide-bell/", "en/companies/"]
    assert len(chosen) == len(set(chosen)) == 6


def test_a_comment_is_cut_before_a_code_host_refuses_it(told: Proposal, readers: Readers):
    many = replace(told, new_problems=told.new_problems * 2_000)
    said = comment(review(many, readers.default), "pr.html")
    assert len(said.encode()) < 60_000
    assert said.rstrip().endswith("`pr.html`")
