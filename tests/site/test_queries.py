"""A table of queries in every language, each with the record that must be among the first results."""

import csv
import shutil
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from c2site.build.indexed import code_words
from c2site.build.output import Output
from c2site.build.prepare import Prepared
from c2site.build.search import write_search_index
from c2site.catalogue import codes
from tests.site import test_browser

browser = test_browser.browser
TABLE = Path(__file__).with_name("queries.csv")
ROWS = list(csv.DictReader(TABLE.open(encoding="utf-8")))
FIRST = 5
# The codes of made pages; the real partnership states none.
CODES = {"made-parking": ["34923000"], "made-road": ["34920000"], "made-ar-road": ["34920000"], "made-software": ["621", "541511"]}
PAGE = '<!doctype html><html lang="{language}"><head><title>{text}</title></head><body><main data-pagefind-body><h1>{text}</h1></main></body></html>'
# Search as the pages do it, and give the addresses of each query's first results.
ASK = """([queries, first]) => Promise.all(queries.map(async (query) => {
  const found = (await portal.search(query)).slice(0, first);
  return Promise.all(found.map(async (one) => (await one.data()).url));
}))"""


@pytest.fixture(scope="module")
def address(real: Prepared, real_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The real site's pages and scripts, the table's made pages, and an index of both."""
    out = Output(tmp_path_factory.mktemp("queries"))
    filed = code_words(real.portal)
    for path in sorted(real_site.rglob("*.html")):
        out.write(path.relative_to(real_site).as_posix(), path.read_bytes())
    for row in ROWS:
        if row["text"]:
            path = f"{row['language'].lower()}/{row['record']}/index.html"
            out.write(path, PAGE.format(**row))
            filed[path] = " ".join(map(codes.word, (code.rstrip("0") for code in CODES.get(row["record"].split("/")[1], ()))))
    write_search_index(out, filed)
    shutil.copytree(real_site / "assets", out.folder / "assets")
    for path in real_site.glob("*/search/words.js"):
        shutil.copyfile(path, out.folder / path.relative_to(real_site))
    with test_browser.serving(out.folder) as found:
        yield found


def missed(page: Page, address: str) -> Iterator[str]:
    """Yield the rows of the table whose record is not among the first results."""
    for language, group in groupby(ROWS, key=lambda row: row["language"]):
        rows, slug = list(group), language.lower()
        page.goto(f"{address}{slug}/search/")
        for row, found in zip(rows, page.evaluate(ASK, [[row["query"] for row in rows], FIRST]), strict=True):
            if f"/{slug}/{row['record']}/" not in found:
                yield f"{language} {row['query']}: not {row['record']}, but {found}"


def test_each_query_of_the_table_finds_its_record(browser: Browser, address: str):
    page = browser.new_page()
    failed = list(missed(page, address))
    assert not failed, "\n".join(failed)
    page.close()


def test_the_table_covers_every_language(real: Prepared):
    assert len(ROWS) >= 60
    assert {row["language"] for row in ROWS} == {reader.tag for reader in real.portal.readers}
