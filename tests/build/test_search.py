"""The search index is made when pages change, and only then."""

from pathlib import Path

import pytest

from c2site.build import search
from c2site.build.publish import published

PAGE = '<!doctype html><html lang="en"><head><title>{0}</title></head><body><main data-pagefind-body><p>{0} lamps for harbours</p></main></body></html>'


def build(target: Path, *words: str) -> dict[str, bytes]:
    with published(target) as out:
        for word in words:
            out.write(f"en/{word}/index.html", PAGE.format(word))
        search.write_search_index(out, {})
    return {path.relative_to(target).as_posix(): path.read_bytes() for path in sorted(target.rglob("*")) if path.is_file()}


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Each run of Pagefind."""
    made: list[object] = []
    run = search.subprocess.run
    monkeypatch.setattr(search.subprocess, "run", lambda *given, **named: made.append(given) or run(*given, **named))
    return made


def test_same_pages_keep_their_index(tmp_path: Path, runs: list[object]):
    first = build(tmp_path / "site", "red", "green")
    assert build(tmp_path / "site", "red", "green") == first
    assert len(runs) == 1


@pytest.mark.parametrize("words", [("red",), ("red", "blue"), ("red", "green", "blue")])
def test_other_pages_make_another(tmp_path: Path, runs: list[object], words: tuple[str, ...]):
    build(tmp_path / "site", "red", "green")
    assert build(tmp_path / "site", *words) == build(tmp_path / "fresh", *words)
    assert len(runs) == 3


def test_an_index_that_was_touched_is_made_again(tmp_path: Path, runs: list[object]):
    first = build(tmp_path / "site", "red")
    entry = tmp_path / "site" / "pagefind" / "pagefind-entry.json"
    entry.write_bytes(entry.read_bytes() + b" ")
    assert build(tmp_path / "site", "red") == first
    assert len(runs) == 2


def test_lists_are_told_which_result_is_which_record(tmp_path: Path):
    made = build(tmp_path / "site", "offerings/red-lamp", "offerings/page/2", "offerings", "companies/red", "clusters/red")
    fragments = [path for path in made if path.startswith("pagefind/fragment/")]
    assert len(fragments) == 5
    told = made["en/offerings/found.js"].decode()
    assert told.startswith('portal.found("offerings", {"en_') and told.endswith('": "red-lamp"});\n')
    assert f'pagefind/fragment/{told.partition("{")[2].split(chr(34))[1]}.pf_fragment' in fragments
    assert made["en/companies/found.js"].decode().endswith('": "red"});\n')
    assert "en/clusters/found.js" not in made
    assert build(tmp_path / "site", "offerings/red-lamp", "offerings/page/2", "offerings", "companies/red", "clusters/red") == made
