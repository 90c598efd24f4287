"""The benchmarks' own arithmetic, on fixed numbers: nothing is measured here."""

import json
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from bench.builders.filler import filler
from bench.numbers import Run, ratio, row_of, rows
from bench.report import Report, write_report
from bench.table import table, targets_text
from bench.targets import targets
from bench.weights import Weights

OURS = Run("c2site", 1_000, "memory", seconds=4.0, cpu=6.0, peak_mb=200.0, pages=40_000, mb=1_000.0)
RUNS = [
    OURS,
    replace(OURS, builder="Hugo", seconds=40.0, cpu=60.0, peak_mb=2_000.0),
    replace(OURS, builder="write floor", seconds=1.0, cpu=1.0, peak_mb=15.0),
    replace(OURS, builder="YAML floor", seconds=4.0, cpu=4.0, pages=0, mb=0.0),
    replace(OURS, seconds=5.0, cpu=7.0),
    replace(OURS, seconds=90.0, cpu=8.0),
]
READING = {"profiles": 4_000, "seconds": 2.0, "check_seconds": 0.1, "peak_mb": 100.0}


def test_a_row_holds_medians_so_that_one_busy_run_does_not_count():
    row = row_of(rows(RUNS), "c2site", 1_000, "memory")
    assert (row.runs, row.seconds, row.cpu) == (3, 5.0, 7.0)
    assert (row.rate, row.cpu_ms, row.page_kb) == (8_000.0, 0.175, 25.0)


def test_rows_stand_by_size_with_memory_before_disk():
    mixed = [replace(OURS, companies=100, place="disk"), OURS, replace(OURS, companies=100)]
    assert [(row.companies, row.place) for row in rows(mixed)] == [(100, "memory"), (100, "disk"), (1_000, "memory")]


def test_ratio_compares_pages_per_second_and_is_unknown_where_a_builder_did_not_run():
    found = rows(RUNS)
    assert ratio(found, "c2site", "Hugo", 1_000, "memory") == 8.0
    assert ratio(found, "c2site", "YAML floor", 1_000, "memory") is None
    assert ratio(found, "c2site", "Hugo", 1_000, "disk") is None


def test_targets_say_reached_missed_and_unmeasured():
    found = {one.name: one for one in targets(rows(RUNS), READING)}
    times = found["times Hugo’s pages per second, 1,000 companies, memory"]
    assert (times.measured, times.met) == (8.0, True)
    floors = found["CPU, as a share of 4 × write floor + YAML floor, 1,000 companies, memory"]
    assert (floors.measured, floors.met) == (7.0 / 8.0, True)
    assert found["seconds to read and validate 10,000 profiles in one process"].measured == 5.0
    assert found["peak MB, 10,000 companies"].met is None


def test_target_of_at_least_is_missed_below_its_limit():
    slow = [replace(run, seconds=run.seconds * 2) if run.builder == "c2site" else run for run in RUNS]
    assert targets(rows(slow), READING)[0].met is False
    assert targets_text(targets(rows(slow), READING)).startswith("NOT YET")


def test_costs_per_page_are_compared_between_sizes():
    many = replace(OURS, companies=10_000, cpu=84.0, pages=400_000, peak_mb=700.0)
    found = {one.name: one for one in targets(rows([*RUNS, many]), READING)}
    change = found["change of CPU per page from 1,000 to 10,000 companies, memory"]
    assert (change.measured, change.met) == (pytest.approx(0.2), False)
    assert found["peak MB, 10,000 companies"].met is False


def test_table_has_a_line_for_each_row_and_no_numbers_for_what_writes_no_pages():
    lines = table(rows(RUNS)).splitlines()
    assert len(lines) == 2 + 4
    assert lines[2].split() == ["1,000", "memory", "c2site", "5.00", "7.00", "200", "40,000", "25.0", "8,000", "0.17", "8.00"]
    assert lines[-1].split()[-5:] == ["–"] * 5


def test_report_and_chart_hold_what_was_measured(tmp_path):
    found = rows([*RUNS, replace(OURS, builder="<R&D>")])
    machine = {"cores": 2, "processor": "an invented one"}
    report = Report(machine, ("en", "ar"), {("Hugo", 1_000): 5.0}, RUNS, found, READING, None, targets(found, READING))
    told, drawn = (path.read_text(encoding="utf-8") for path in write_report(report, tmp_path / "out"))
    assert json.loads(told)["medians"][0]["rate"] == 8_000
    assert json.loads(told)["preparation_seconds"] == [{"builder": "Hugo", "companies": 1_000, "seconds": 5.0}]
    words = " ".join(ElementTree.fromstring(drawn).itertext())
    assert "8,000" in words and "<R&D>" in words and "only writing the bytes: 40,000" in words


def test_longest_bar_belongs_to_the_fastest_builder(tmp_path):
    report = Report({"cores": 2, "processor": "x"}, ("en",), {}, RUNS, rows(RUNS), None, None, ())
    bars = ElementTree.fromstring(report.drawing()).findall("{http://www.w3.org/2000/svg}rect")[1:]
    assert [round(float(bar.get("width"))) for bar in bars] == [470, 59]


@pytest.mark.parametrize("size", [-5, 0, 1, 120, 12_345])
def test_filler_weighs_exactly_what_is_asked(size):
    assert len(filler(size).encode()) == max(size, 0)


def test_weights_take_the_mean_of_record_pages_only():
    site = Weights((("assets/x.css", 9), ("en/companies/a/index.html", 10), ("en/companies/index.html", 900), ("fr/companies/a/index.html", 20)))
    assert (site.pages, site.page_bytes, site.means) == (3, 930, {"companies": 15.0})
