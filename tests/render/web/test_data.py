"""Lists as data for the browser: packed rows, scripts that nothing can break out of, facts as the page shows them."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from c2site.build.prepare import Prepared, brand_texts
from c2site.render.web import Studio
from c2site.render.web.data import called, data_files, data_text
from c2site.render.web.facets import FIGURES, packed


@pytest.fixture(scope="module")
def studio(world: Prepared) -> Studio:
    return Studio(world.portal, world.settings.theme / "templates", brand_texts(world.settings.brand))


def unpacked(text: str) -> list[int]:
    rows, row, step, shift = [], -1, 0, 0
    for figure in text:
        value = FIGURES.index(figure)
        step |= (value & 31) << shift
        shift += 5
        if value < 32:
            row += step + 1
            rows.append(row)
            step = shift = 0
    return rows


@given(st.sets(st.integers(0, 100_000)))
def test_rows_are_unpacked_as_they_were(rows: set[int]):
    assert unpacked(packed(sorted(rows))) == sorted(rows)


@given(st.text(), st.sampled_from(["</script>", "<!--", "\u2028", "\u2029", "\\", '"', "]});alert(1)//"]))
def test_no_text_ends_the_script_or_a_line_of_it(text: str, attack: str):
    script = called("rows", "offerings", 0, [{"name": attack + text}])
    assert not re.search("[<\u2028\u2029]", script)
    told = re.fullmatch(r'portal\.rows\("offerings",0,(.*)\);\n', script, re.DOTALL)
    assert json.loads(told[1]) == [{"name": attack + text}]


def test_table_and_rows_hold_every_record_in_the_readers_order(studio: Studio):
    reader = studio.portal.readers.of("ar")
    told: dict[tuple[str, int | None], object] = {}
    for file in data_files(studio.portal):
        text = data_text(studio, reader, file)
        told[file.folder, file.number] = json.loads("[" + re.fullmatch(r"portal\.\w+\((.*)\);\n", text, re.DOTALL)[1] + "]")[-1]
    for folder in ("offerings", "smes"):
        rows = [row for (kind, number), found in told.items() if kind == folder and number is not None for row in found]
        assert [row["id"] for row in rows] == told[folder, None]["ids"] == studio.names(reader)["lists"].order(folder)
        assert all(f'href="../../{row["url"]}"' in row["row"] for row in rows)


def test_facts_are_plain_words_of_the_reader(studio: Studio):
    reader = studio.portal.readers.of("en")
    (file,) = [one for one in data_files(studio.portal) if one.folder == "offerings" and one.number == 0]
    (quay,) = [row for row in json.loads(re.search(r",0,(.*)\);", data_text(studio, reader, file), re.DOTALL)[1]) if row["id"] == "night-quay"]
    assert ["market", "Market", "Brazil (invented facts): planned; Japan: seeking partner"] in quay["facts"]
    assert quay["name"] == {"text": "The night-quiet quay", "lang": "en", "dir": "ltr"}
    assert len(quay["makers"]) == 2 and all("<" not in value for _, _, value in quay["facts"])
