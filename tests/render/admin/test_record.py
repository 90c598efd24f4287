"""How the editors' page writes a record's file: the very bytes of what nobody changed."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from c2site.build.admin import YAML
from c2site.load.document import parsed
from c2site.load.files import record_files
from tests.conftest import REPOSITORY, WORLD

FILE = """\
# A company.
status: published   # seen by all
country: NO
ids:
  vat: 0123   # as printed
  odd: keep me
opening: 12:30
reviewed_on: 2026-05-31
website:
name:
  # English first
  en: Heat
  pt: Calor

# the words
summary: {en: "a: b"}
certificates:
  - type: ISO 9001 # first
    valid_until: 2027-01-01
  # the second
  - type: CE
sectors: [energy, ict]
unknown: stays
# the end
"""
# Reads [[file, change, order] …] and prints what becomes of each; a change is JavaScript that works on `it`.
RUN = """
import { readFileSync } from 'node:fs';
import { record } from './record.js';
const cases = JSON.parse(readFileSync(0));
console.log(JSON.stringify(cases.map(([file, change, order]) => {
  const it = JSON.parse(JSON.stringify(record.fromFile(file)));
  new Function('it', change)(it);
  return record.toFile(it, order);
})));
"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("record")
    shutil.copytree(YAML / "browser" / "dist", folder / "yaml")
    shutil.copy(REPOSITORY / "theme" / "admin" / "record.js", folder)
    (folder / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    (folder / "run.js").write_text(RUN, encoding="utf-8")
    return folder


def written(page: Path, *cases: tuple[str, str, list[str]]) -> list[str]:
    done = subprocess.run(["node", str(page / "run.js")], input=json.dumps(cases), capture_output=True, text=True, check=True, timeout=60)
    return json.loads(done.stdout)


def changed(page: Path, change: str, order: tuple[str, ...] = ()) -> str:
    return written(page, (FILE, change, list(order)))[0]


def test_every_record_of_the_repository_comes_back_byte_for_byte(page: Path):
    files = [(root / one.path).read_text(encoding="utf-8") for root in (REPOSITORY, WORLD) for one in record_files(root)[0]]
    assert len(files) > 100
    assert written(page, *((text, "", []) for text in files)) == files


CHANGES = [
    ("it.country = 'DE'", "country: NO", "country: DE"),
    ("it.ids.vat = '0456'", "vat: 0123   # as printed", 'vat: "0456" # as printed'),
    ("it.reviewed_on = '2026-06-30'", "2026-05-31", "2026-06-30"),
    ("it.name.ar = 'حرارة: من البحر'", "  pt: Calor\n", '  pt: Calor\n  ar: "حرارة: من البحر"\n'),
    ("delete it.opening", "opening: 12:30\n", ""),
    ("it.opening = ' '", "opening: 12:30\n", ""),
    ("it.website = 'https://x.example'", "website:\n", "website: https://x.example\n"),
    ("it.sectors.push('no')", "[energy, ict]", '[energy, ict, "no"]'),
    ("it.certificates.reverse()", "  - type: ISO 9001 # first\n    valid_until: 2027-01-01\n  # the second\n  - type: CE\n",
     "  # the second\n  - type: CE\n  - type: ISO 9001 # first\n    valid_until: 2027-01-01\n"),
    ("it.certificates.pop()", "  # the second\n  - type: CE\n", ""),
    ("it.year = 2024", "# the end", "year: 2024\n# the end"),
    ("it.empty = {a: '', b: [{}]}", "", ""),
]  # fmt: skip


def test_a_change_stays_where_it_is_made(page: Path):
    found = written(page, *((FILE, change, []) for change, _, _ in CHANGES))
    assert found == [FILE.replace(before, after) for _, before, after in CHANGES]


def test_new_field_stands_where_the_form_has_it(page: Path):
    assert "country: NO\ncity: Oslo\nids:" in changed(page, "it.city = 'Oslo'", ("status", "country", "city", "ids"))
    assert changed(page, "it.first = 'x'", ("first", "status")) == FILE.replace("status:", "first: x\nstatus:", 1)


def test_new_record_is_read_as_it_was_typed(page: Path):
    text = written(page, ("", "Object.assign(it, {name: 'NO', code: '0123', at: '12:30', day: '2026-05-31', long: 'word '.repeat(60), two: 'a\\n\\nb', n: 5})", []))[0]
    wanted = {"name": "NO", "code": "0123", "at": "12:30", "day": "2026-05-31", "long": ("word " * 60).strip(), "two": "a\n\nb", "n": "5"}
    assert parsed("new.yml", text.encode()).values == wanted
    assert 'name: "NO"\ncode: "0123"\nat: "12:30"\nday: 2026-05-31\n' in text
    assert max(map(len, text.splitlines())) <= 120


def test_file_that_is_no_yaml_is_refused(page: Path):
    with pytest.raises(subprocess.CalledProcessError):
        written(page, ("a: [", "", []))
