"""The record of an audit is read like any other file, and a spoilt one is told."""

from pathlib import Path

from c2site.load.audit import audit

RECORD = """\
day: 2027-03-01
pages: 52
gaps:
  - {"checker": "axe", "rule": "color-contrast", "criteria": ["1.4.3"], "pages": 3, "example": "en/"}
"""


def written(root: Path, text: str) -> Path:
    (root / "data").mkdir()
    (root / "data" / "audit.yml").write_text(text, encoding="utf-8")
    return root


def test_portal_without_an_audit_has_none(tmp_path: Path):
    assert audit(tmp_path) == (None, [])


def test_gaps_keep_their_rule_and_criteria(tmp_path: Path):
    found, problems = audit(written(tmp_path, RECORD))
    assert problems == []
    assert [(gap.rule, gap.criteria, gap.pages) for gap in found.gaps] == [("color-contrast", ("1.4.3",), 3)]


def test_spoilt_record_is_told_with_its_place(tmp_path: Path):
    found, problems = audit(written(tmp_path, RECORD.replace("pages: 52", "pages: many")))
    assert found is None
    assert [(one.path, one.line) for one in problems] == [("data/audit.yml", 2)]
