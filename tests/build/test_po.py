"""PO files go out and come back: what translators see, what goes into the records, what is refused."""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import polib
import pytest
from click.testing import CliRunner, Result

from c2site.build.po_export import write_export
from c2site.build.po_import import importing
from c2site.build.prepare import prepared
from c2site.build.settings import Settings, settings_from
from c2site.build.translating import Chosen, keep, record, status
from c2site.check.translated import State
from c2site.cli import main
from c2site.load.document import parsed
from c2site.load.faults import INVISIBLE
from tests.check.conftest import minimal_files
from tests.conftest import TODAY
from tests.hostile.payloads import HIDDEN, VISIBLE

ACME = "data/smes/blue-river/acme.yml"
RECORD = """\
# What the company told us in May.
status: published
source_language: en
name: Acme  # the trading name
cluster: blue-river
country: AT
sectors: [water, ict]
summary:
  en: Reads **1,200** meters a day [@smith-2024]. Ask info@example.org.
  es: "Lee contadores."
description:
  en: >-
    A long text that is folded over two lines in the file, as texts of this length are, and comes back in one piece whatever
    anybody does to it.
keywords:
  - en: Water meters
  - en: Leak detection
statements:
  - text:
      en: It is the oldest company of the valley.
    sources: [smith-2024]
sources: [smith-2024]
notes: Never published.
"""
GOOD = {"summary": "Lee **1.200** contadores al día [@smith-2024]. Pregunte a info@example.org.", "keywords.0": "Contadores de agua"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    own = {path: text for path, text in minimal_files().items() if path.startswith("data/")}
    for path, text in {**own, ACME: RECORD, "data/terms/water.yml": "terms:\n  - say: {en: water meter, es: contador de agua}\n"}.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    record(tmp_path)
    return tmp_path


def settings(root: Path) -> Settings:
    return replace(settings_from(root, {"SITE_URL": "https://blue.example/"}), today=TODAY)


def export(root: Path, language: str = "es", keyed: bool = False, states: frozenset[State] = frozenset(State), **chosen: tuple[str, ...]) -> Path:
    out = root / "out" / f"{language}.po"
    write_export(prepared(settings(root)), Chosen((language,), **chosen), states, keyed, out)
    return out


def key(field: str) -> str:
    return f"sme/acme#{field}"


@pytest.fixture
def translated(root: Path) -> Callable[..., Path]:
    """A function that exports a file, lets a translator write into it with polib, and gives the file."""

    def written(texts: dict[str, str], keyed: bool = False, edit: Callable[[polib.POEntry], None] | None = None) -> Path:
        file = export(root, keyed=keyed)
        po = polib.pofile(str(file))
        for one in po:
            field = (one.msgid if keyed else one.msgctxt).removeprefix(key(""))
            if field in texts:
                one.msgstr = texts[field]
                if edit:
                    edit(one)
        po.save()
        return file

    return written


def values(root: Path) -> dict:
    return parsed(ACME, (root / ACME).read_bytes()).values


def told(root: Path, file: Path) -> list[tuple[str, str]]:
    return [(one.field.removeprefix(key("")), one.code) for one in importing(settings(root), file).problems]


# --- out


def test_a_translator_is_told_what_the_text_is_for_how_long_it_may_be_its_terms_and_its_page(root: Path):
    po = polib.pofile(str(export(root)))
    summary = po.find(key("summary"), by="msgctxt")
    assert summary.comment.splitlines()[0] == "summary: What it does, in one or two sentences. At most 300 characters."
    assert "Keep as it stands: ** [@smith-2024] info@example.org" in summary.comment
    assert "Page: https://blue.example/es/companies/acme/" in summary.comment
    assert summary.occurrences == [(ACME, "")]
    assert "Term: water meter = contador de agua" in po.find(key("keywords.0"), by="msgctxt").comment


def test_only_what_people_translate_goes_out(root: Path):
    contexts = {one.msgctxt for one in polib.pofile(str(export(root)))}
    assert key("description") in contexts
    # Names of clusters, and what is for editors alone, stay here.
    assert not any(one.startswith("cluster/blue-river#name") or "notes" in one for one in contexts)


def test_the_top_names_the_language_and_how_it_counts(root: Path):
    head = polib.pofile(str(export(root, "ar"))).metadata
    assert head["Language"] == "ar"
    assert head["Plural-Forms"].startswith("nplurals=6;")
    assert head["PO-Revision-Date"] == f"{TODAY} 00:00+0000"


def test_the_same_data_gives_the_same_bytes(root: Path):
    assert export(root).read_bytes() == export(root).read_bytes()


def test_outdated_ones_are_fuzzy_and_can_be_asked_for_alone(root: Path):
    (root / ACME).write_text(RECORD.replace("meters a day", "water meters a day"), encoding="utf-8")
    (one,) = polib.pofile(str(export(root, states=frozenset({State.OUTDATED}))))
    assert (one.msgctxt, one.fuzzy, one.msgstr) == (key("summary"), True, "Lee contadores.")


def test_one_cluster_and_one_kind_can_be_asked_for_alone(root: Path):
    po = polib.pofile(str(export(root, kinds=("sme",), clusters=("blue-river",))))
    assert {one.msgctxt.split("#")[0] for one in po} == {"sme/acme", "sme/boreal"}


# --- and back


@pytest.mark.parametrize("keyed", [False, True])
def test_translations_go_in_and_nothing_else_changes(root: Path, translated: Callable[..., Path], keyed: bool):
    planned = importing(settings(root), translated(GOOD, keyed))
    assert planned.problems == []
    planned.rewriting.write()
    after = (root / ACME).read_text(encoding="utf-8")
    assert values(root)["summary"]["es"] == GOOD["summary"]
    assert values(root)["keywords"][0] == {"en": "Water meters", "es": "Contadores de agua"}
    assert values(root)["translations"] == {"es": "unreviewed"}
    assert "# What the company told us in May." in after and "name: Acme  # the trading name" in after
    kept = [line for line in RECORD.splitlines() if "es:" not in line]
    assert [line for line in after.splitlines() if line in kept] == kept
    assert sum(row.texts[State.OUTDATED] for row in status(root)) == 0


def test_bringing_it_in_again_changes_nothing(root: Path, translated: Callable[..., Path]):
    file = translated(GOOD)
    importing(settings(root), file).rewriting.write()
    again = importing(settings(root), file)
    assert (again.new, again.same, again.rewriting.files) == (0, 2, {})


def test_an_outdated_translation_that_comes_back_as_it_was_is_current_again(root: Path):
    (root / ACME).write_text(RECORD.replace("Ask info", "Write to info").replace("Lee contadores.", GOOD["summary"]), encoding="utf-8")
    po = polib.pofile(str(file := export(root)))
    po.find(key("summary"), by="msgctxt").flags.remove("fuzzy")
    po.save()
    planned = importing(settings(root), file)
    assert (planned.new, list(planned.rewriting.files)) == (0, ["data/smes/blue-river/.translations/acme.yml"])
    planned.rewriting.write()
    assert sum(row.texts[State.OUTDATED] for row in status(root)) == 0


def test_what_moved_within_its_list_finds_its_place(root: Path, translated: Callable[..., Path]):
    file = translated({"keywords.0": "Contadores de agua"})
    first, second = "  - en: Water meters\n", "  - en: Leak detection\n"
    (root / ACME).write_text(RECORD.replace(first + second, second + first), encoding="utf-8")
    importing(settings(root), file).rewriting.write()
    assert values(root)["keywords"] == [{"en": "Leak detection"}, {"en": "Water meters", "es": "Contadores de agua"}]


def test_what_stood_behind_an_item_that_is_gone_finds_its_place_too(root: Path, translated: Callable[..., Path]):
    file = translated({"keywords.1": "Detección de fugas"})
    (root / ACME).write_text(RECORD.replace("  - en: Water meters\n", ""), encoding="utf-8")
    planned = importing(settings(root), file)
    planned.rewriting.write()
    assert planned.problems == []
    assert values(root)["keywords"] == [{"en": "Leak detection", "es": "Detección de fugas"}]


def test_what_is_wrong_is_refused_with_its_line_and_the_rest_goes_in(root: Path, translated: Callable[..., Path]):
    file = translated({**GOOD, "summary": "Lee contadores [@smith]."})
    planned = importing(settings(root), file)
    lost = next(one for one in planned.problems if one.code == "po-lost")
    assert (lost.path, lost.field) == ("es.po", key("summary"))
    assert file.read_text(encoding="utf-8").splitlines()[lost.line - 1].startswith(("#", "msg"))
    assert planned.new == 1


def test_empty_and_fuzzy_ones_are_left_out(root: Path, translated: Callable[..., Path]):
    planned = importing(settings(root), translated(GOOD, edit=lambda one: one.flags.append("fuzzy")))
    assert (planned.new, planned.problems) == (0, [])
    assert planned.left > 2


def test_a_source_text_that_changed_meanwhile_is_refused_with_what_it_says_now(root: Path, translated: Callable[..., Path]):
    for keyed in (False, True):
        (root / ACME).write_text(RECORD, encoding="utf-8")
        file = translated(GOOD, keyed)
        (root / ACME).write_text(RECORD.replace("meters a day", "taps a day"), encoding="utf-8")
        (one,) = importing(settings(root), file).problems
        assert one.code == "po-source-changed"
        assert "taps a day" in one.message


def test_a_keyed_file_without_its_source_texts_is_refused(root: Path, translated: Callable[..., Path]):
    file = translated(GOOD, keyed=True)
    file.with_name("en.po").unlink()
    assert set(told(root, file)) == {("summary", "po-no-source"), ("keywords.0", "po-no-source")}


def test_records_that_are_gone_and_entries_that_stand_twice_are_told(root: Path, translated: Callable[..., Path]):
    file = translated(GOOD)
    text = file.read_text(encoding="utf-8").replace("sme/acme#keywords.0", "sme/gone#keywords.0")
    at = text.index('msgctxt "sme/acme#summary"')
    file.write_text(text + "\n" + text[at : text.index("\n\n", at)] + "\n", encoding="utf-8")
    assert sorted(code for _, code in told(root, file)) == ["po-twice", "po-unknown"]


@pytest.mark.parametrize("raw", [b"", b"\xff\xfe", b"hello", b'msgid "x\nmsgstr', b'msgid "a"\nmsgstr "b"\nmsgid "c"\nfoo\n', b"msgid\nmsgstr\n" * 3, b'msgstr "\x00"\n'])
def test_what_is_no_po_file_is_told(root: Path, raw: bytes):
    (root / "x.po").write_bytes(raw)
    result = run(root, "import", str(root / "x.po"))
    assert result.exit_code == 1, result.output
    assert "x.po" in result.output


def test_a_file_in_no_language_of_the_portal_is_refused(root: Path):
    file = export(root)
    file.write_text(file.read_text().replace("Language: es", "Language: de"), encoding="utf-8")
    assert "the file says that it is in `de`" in run(root, "import", str(file)).output
    assert run(root, "import", str(file), "--language", "es", "--dry-run").exit_code == 0


def with_keywords(root: Path, words: Sequence[str]) -> None:
    """Let the company have these keywords."""
    listed = "".join(f"  - en: {json.dumps(one, ensure_ascii=False)}\n" for one in words)
    (root / ACME).write_text(RECORD.replace("  - en: Water meters\n  - en: Leak detection\n", listed), encoding="utf-8")


def test_whatever_is_written_into_a_translation_stays_a_text_or_is_refused(root: Path):
    with_keywords(root, [f"Word {one}" for one in "abcdefghij" * 20])
    texts = [*VISIBLE, *HIDDEN]
    entries = {key(f"keywords.{at}"): (values(root)["keywords"][at]["en"], text) for at, text in enumerate(texts)}
    (root / "h.po").write_text(_po_of(entries), encoding="utf-8", newline="\n")
    planned = importing(settings(root), root / "h.po")
    planned.rewriting.write()
    found = values(root)["keywords"]
    assert [(found[at]["es"], text) for at, text in enumerate(VISIBLE) if found[at].get("es", text.strip()) != text.strip()] == []
    # Ends of lines that only some programs know are none in a PO file.
    assert [one for one in found[len(VISIBLE) : len(texts)] if INVISIBLE.search(one.get("es", "").replace("\n", ""))] == []
    assert planned.new > len(VISIBLE) / 3


def test_whatever_stands_in_a_source_text_goes_out_and_comes_back(root: Path):
    texts = [text.strip() for text in VISIBLE if any(map(str.isalpha, text))]
    with_keywords(root, texts)
    po = polib.pofile(str(file := export(root)))
    for at, text in enumerate(texts):
        one = po.find(key(f"keywords.{at}"), by="msgctxt")
        assert one.msgid == text
        one.msgstr = text
    po.save()
    importing(settings(root), file).rewriting.write()
    assert [one["es"] for one in values(root)["keywords"]] == texts


def _po_of(entries: dict[str, tuple[str, str]]) -> str:
    po = polib.POFile()
    po.metadata = {"Language": "es", "Content-Type": "text/plain; charset=UTF-8"}
    po.extend(polib.POEntry(msgctxt=context, msgid=source, msgstr=text) for context, (source, text) in entries.items())
    return str(po)


# --- as Weblate leaves its files


def test_a_file_as_weblate_writes_it_comes_back(root: Path, translated: Callable[..., Path]):
    file = translated(GOOD)
    po = polib.pofile(str(file), wrapwidth=77)
    po.metadata |= {"Last-Translator": "A Name <a@example.org>", "Language-Team": "Spanish <https://weblate.example/>", "X-Generator": "Weblate 5.13"}
    for one in po:
        one.tcomment = "A remark of the translator"
        one.previous_msgid = "Something it said before"
    po.append(polib.POEntry(msgctxt=key("founded.note"), msgid="Since long ago", msgstr="Desde hace mucho", obsolete=True))
    po.save(newline="\r\n")
    planned = importing(settings(root), file)
    assert (planned.new, planned.problems) == (2, [])


def test_a_keyed_file_has_its_template_with_the_same_keys_and_no_word_of_its_own(root: Path):
    file = export(root, keyed=True)
    keys, template = polib.pofile(str(file)), polib.pofile(str(file.with_name("en.po")))
    assert [one.msgid for one in keys] == [one.msgid for one in template]
    assert template.metadata["Language"] == "en"
    assert template.find(key("keywords.0")).msgstr == "Water meters"
    assert not any(one.msgctxt for one in (*keys, *template))
    assert keys.find(key("keywords.0")).msgstr == ""


def test_a_keyed_file_may_not_take_its_templates_name(root: Path):
    result = run(root, "export", "--language", "es", "--monolingual", "--out", str(root / "en.po"))
    assert result.exit_code == 2
    assert "the name of the file of source texts" in result.output


# --- the command


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["translate", *arguments, "--root", str(root)], prog_name="c2site")


def test_a_dry_run_writes_nothing(root: Path, translated: Callable[..., Path]):
    result = run(root, "import", str(translated(GOOD)), "--dry-run")
    assert "2 translations would go in" in result.output
    assert (root / ACME).read_text(encoding="utf-8") == RECORD


def test_a_refusal_leaves_with_one_and_says_why(root: Path, translated: Callable[..., Path]):
    result = run(root, "import", str(translated({"summary": "Lee."})))
    assert result.exit_code == 1
    assert "the translation lacks" in result.output


def test_a_hand_made_translation_is_kept_by_name(root: Path):
    (root / ACME).write_text(RECORD.replace("meters a day", "taps a day"), encoding="utf-8")
    assert keep(root, "acme", Chosen(("es",)), "summary") == ["data/smes/blue-river/.translations/acme.yml"]
