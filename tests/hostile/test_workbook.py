"""Workbooks made of hostile records: nothing runs, links lead to the web, and every letter is read back."""

import re

import pytest

from c2site.build.importing import Asked, brought
from c2site.load.workbook import read_workbook
from c2site.model.base import is_public_address
from c2site.render.exports import workbook
from tests.hostile.worlds import AttackedWorld
from tests.render.exports.workbooks import editions, parts, public_records, runs

TARGET = re.compile(r'Target="([^"]*)"[^>]*TargetMode="External"')


@pytest.mark.parametrize("sort", ["markup", "formula"])
def test_hostile_records_are_read_back_and_nothing_runs(attacked: dict[str, AttackedWorld], sort: str):
    portal = attacked[sort].prepared.portal
    for catalogue, tag in editions(portal):
        file = workbook(portal, catalogue, tag)
        assert runs(file) == []
        assert read_workbook("book.xlsx", file, permitted=True).typed() == public_records(portal, catalogue)


@pytest.mark.parametrize("sort", ["markup", "formula"])
def test_hostile_records_come_back_with_nothing_to_change(attacked: dict[str, AttackedWorld], sort: str):
    ready = attacked[sort].prepared
    catalogue, tag = next(editions(ready.portal))
    found = brought(ready, "book.xlsx", workbook(ready.portal, catalogue, tag), Asked())
    assert (found.plan.refused, set(found.plan.counts)) == ((), {"unchanged"})


@pytest.mark.parametrize("sort", ["markup", "formula"])
def test_links_of_hostile_records_lead_to_the_web(attacked: dict[str, AttackedWorld], sort: str):
    portal = attacked[sort].prepared.portal
    catalogue, tag = next(editions(portal))
    found = parts(workbook(portal, catalogue, tag))
    targets = {target.replace("&amp;", "&") for name, text in found.items() if name.endswith(".rels") for target in TARGET.findall(text)}
    assert len(targets) > 5
    assert [one for one in targets if not is_public_address(one) and not re.fullmatch(r"mailto:[^@\s?]+@[^@\s?]+", one)] == []
