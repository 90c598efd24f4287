"""Every kind of page in every language against the Nu HTML checker."""

from pathlib import Path

from audit.nu import markup_errors
from audit.pages import LOST, languages_of, pages_of_kinds


def test_html_of_every_kind_of_page_is_valid_in_every_language(real_site: Path):
    pages = pages_of_kinds(real_site, languages_of(real_site))
    assert {page.language for page in pages} >= {"en", "ar", "el", "bg", "sr", "sr-latn"}
    assert markup_errors(real_site / (page.path if page.kind == LOST else f"{page.path}index.html") for page in pages) == []


def test_checker_sees_what_is_wrong(tmp_path: Path):
    page = tmp_path / "index.html"
    page.write_text('<!doctype html>\n<html lang="en"><head><title>x</title></head><body><p><div id=a></div><b id=a></b></p></body></html>\n', encoding="utf-8")
    messages = " ".join(error.message for error in markup_errors([page]))
    assert "No “p” element in scope" in messages and "Duplicate ID “a”" in messages
