"""Whatever stands in one file costs at most two seconds and 512 MB: each hostile file is read in a child with these limits."""

import os
import resource
import signal
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest
import yaml

from c2site.check import problems
from c2site.check.pages import page_problems
from c2site.errors import Problem
from c2site.load.bibliography import MOST_BYTES as MOST_BYTES_OF_BIBLIOGRAPHY
from c2site.load.bibliography import bibliography
from c2site.load.document import MOST_BYTES
from c2site.load.faults import MOST_TOLD
from c2site.load.pages import load_pages
from c2site.load.partnership import load_partnership
from c2site.load.phrases import load_phrases
from tests.conftest import TODAY

SECONDS = 2
MEGABYTES = 512
MINIMAL = Path(__file__).parents[1] / "mistakes" / "minimal.yml"
COMPANY = "data/smes/blue-river/acme.yml"
HEAD = "status: published\nsource_language: en\nname: Acme\ncluster: blue-river\ncountry: AT\nsectors: [water]\n"


def filled(piece: str, before: str = "a: ", most: int = MOST_BYTES) -> bytes:
    """Return a file as large as is read, full of `piece`."""
    size = len(before.encode())
    return (before + piece * ((most - size) // len(piece.encode()))).encode()


def bomb(begin: str, link: str, joint: str) -> bytes:
    """Return seven levels, each nine times the one above."""
    return (begin + "".join(f"a{n}: &a{n} {link.format(joint.join([f'*a{n - 1}'] * 9))}\n" for n in range(1, 8))).encode()


YAML = {
    **{f"full of {piece!r}": filled(piece) for piece in "\"'#:[{,-?!&*|>%@`\\x \t\u202e\u200b\ufeff\u0085\u2028\uffff"},
    **{f"full of {piece!r} in lines": filled(piece + "\n", "") for piece in ("", "#", "a:", "- ", "-", "a: !", "a: &b", "---", "...", "%YAML 1.1", "<<: a", "\ta: b", "a: b\r", "? a", "? [a]", "\u202e")},
    **{f"full of {piece!r}": filled(piece) for piece in (": ", " #", "a:b", "x#", "# ", "&a ", "!a ", "! ", "-?: ", "- ? : ", "''", "\\x41", "- ", " - ")},
    "brackets": b"a: " + b"[" * 40_000,
    "braces": b"a: " + b"{" * 40_000,
    "brackets closed": b"a: " + b"[" * 20_000 + b"]" * 20_000,
    "maps in lists": b"a: " + b"[{a: " * 20_000,
    "maps in maps": "\n".join(" " * depth + "a:" for depth in range(700)).encode(),
    "lists in lists": b"- " * 100_000,
    "questions in questions": b"? " * 100_000,
    "merges": bomb("a0: &a0 {x: 1}\n", "{{<<: [{}]}}", ", "),
    "aliases": bomb("a0: &a0 [x, x]\n", "[{}]", ", "),
    "escaped": b'a: "' + b"\\u200b" * 40_000 + b'"',
    "never closed": b'a: "' + b"x\n " * 80_000,
    "fields": "".join(f"k{number}:\n" for number in range(30_000)).encode(),
    "one field": b"a:\n" * 80_000,
    "fields in braces": b"a: {" + b"a," * 100_000 + b"}",
    "items in brackets": b"a: [" + b"a," * 100_000 + b"]",
    "items and spaces": b"a: [" + b"a ," * 80_000 + b"]",
    "spaces in brackets": b"a: [a" + b" " * 200_000,
    "items": b"a:\n" + b"- b\n" * 60_000,
    "block": b"a: |\n" + b"  x\n" * 60_000,
    "folded": b"a: >-\n" + b"  x\n" * 60_000 + b"\n  y",
    "folded with spaces": b"a: >-\n" + b"  x \n" * 50_000,
    "folded often": b"".join(b"a%d: >-\n  x\n  y\n" % number for number in range(12_000)),
    "folded deeper and deeper": b"a: >-\n" + b"\n".join(b" " * depth + b"x" for depth in range(1, 700)),
    "block less and less deep": b"a: |\n" + b"\n".join(b" " * depth + b"x" for depth in range(700, 1, -1)),
    "zeros": b"\0" * MOST_BYTES,
    "no UTF-8": b"a: " + b"x" * 200_000 + b"\xff",
    "UTF-16": "a: b\n".encode("utf-16") * 20_000,
    "too large": b"a: " + b"[" * 30_000_000,
}
FIELDS = {
    "unknown": "".join(f"unknownfield{number}: x\n" for number in range(9_900)),
    "mixed words": "legal_name: " + "aа " * 60_000,
    "languages": "summary:\n" + "".join(f"  {chr(97 + n // 676)}{chr(97 + n // 26 % 26)}{chr(97 + n % 26)}: x\n" for n in range(9_000)),
    "letters": "description:\n  en: " + "а" * 100_000,
    "sources": "sources: [" + ", ".join(f"s{number}" for number in range(19_000)) + "]",
    "texts": "keywords:\n" + "- en: x\n" * 9_000,
    "texts without language": "keywords:\n" + "- x\n" * 9_000,
    "facts": "statements:\n" + "- text:\n    en: x\n  sources: [a]\n" * 3_000,
    "certificates": "certificates:\n" + "- type: ISO 9001\n" * 6_000,
    "number": "employees:\n  value: " + "9" * 200_000,
    "year": "founded:\n  value: " + "1" * 200_000,
    "day": "valid_until: " + "2" * 200_000,
    "address": "website: https://" + "a." * 100_000,
    "address with hyphens": "website: https://" + "a-" * 100_000,
    "mailbox": "mailbox: " + "a." * 100_000 + "@",
    "mailbox with hyphens": "mailbox: a@" + "a-." * 60_000,
    "choice": "size: " + "z" * 200_000,
    "long name": "brand: " + "ﷺ" * 80_000,
}
BIBLIOGRAPHY = {
    **{f"full of {piece!r}": filled(piece, "@misc{k, title={", MOST_BYTES_OF_BIBLIOGRAPHY) for piece in ("{", "}", "\\a", "\\'{e}", "$x$ ", "@", "x", "%", "\0", "{A} and ", "a~", "a, ")},
    **{f"full of {piece!r} alone": filled(piece, "", MOST_BYTES_OF_BIBLIOGRAPHY) for piece in ("@", "@misc{", "@misc{\n", " ", "\n", "@comment{x}\n", '@preamble{"x"}\n', "@misc{k,}\n")},
    "abbreviations": ('@string{s0 = "aaaaaaaaaa"}\n' + "".join(f"@string{{s{n} = {' # '.join([f's{n - 1}'] * 10)}}}\n" for n in range(1, 12)) + "@misc{k, title = s11}").encode(),
    "entries": "".join(f"@misc{{k{number},}}\n" for number in range(14_000)).encode(),
    "entries that lead on": "".join(f"@misc{{k{n},crossref={{k{n + 1}}}}}\n" for n in range(14_000)).encode(),
    "fields": b"@misc{k, " + b"".join(b"f%d={x}, " % number for number in range(80_000)) + b"}",
    "names": b"@misc{k, author={" + b"{A} {B} and " * 4_900 + b"C}}",
    "commands": b"@misc{k, title={" + b"\\'{e}" * 7_000 + b"}}",
    "groups": b"@misc{k, title={" + b"{" * 7_000 + b"}" * 7_000 + b"}}",
    "too many names": b"@misc{k, author={" + b"{A} {B} and " * 80_000 + b"C}}",
    "too many commands": b"@misc{k, title={" + b"\\'{e}" * 200_000 + b"}}",
    "too large": b"@misc{k, " + b"title={x}, " * 2_000_000 + b"}",
}
PAGES = {
    **{f"full of {piece!r}": filled(piece, "---\ntitle: x\n---\n") for piece in ("`", "```", "```a``", "[a](c2:x) ", "](c2:", "[@x] ", "[@", "<b>", "<a", "<", "[", "\0", "---\n", "`\n")},
    "heading never closed": filled("a: b\n", "---\n"),
    "large heading": filled("a: b\n", "---\n") + b"---\n",
    "one citation": b"[@x" + b";@y" * 80_000 + b"]",
    "too large": b"[@" * 15_000_000,
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The partnership without mistakes."""
    for path, text in yaml.safe_load(MINIMAL.read_text(encoding="utf-8"))["files"].items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def beyond_limits(file: Path, contents: Mapping[str, bytes], read: Callable[[], Sequence[Problem]]) -> list[str]:
    """Return the contents of `file` that take too long or too much, raise, or tell more than anybody reads.

    They are read in a child, which ends where one of them does not; the last one begun is to blame then.
    """
    said = file.with_name("said")
    child = os.fork()
    if not child:
        code = 1
        try:
            _read_all(file, contents, read, said)
            code = 0
        finally:
            os._exit(code)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    lines = said.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.endswith("well")] + [f"ended with {status}"] * (status != 0)


def _read_all(file: Path, contents: Mapping[str, bytes], read: Callable[[], Sequence[Problem]], said: Path) -> None:
    mapped = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (mapped + MEGABYTES * 1024**2,) * 2)
    with said.open("w", encoding="utf-8") as lines:
        for name, content in contents.items():
            file.write_bytes(content)
            lines.write(f"{name!r}: ")
            lines.flush()
            begun = time.process_time()
            resource.setrlimit(resource.RLIMIT_CPU, (int(begun) + SECONDS + 1, resource.RLIM_INFINITY))
            told = len(read())
            spent = time.process_time() - begun
            lines.write("well\n" if spent < SECONDS and told <= 20 * MOST_TOLD else f"{spent:.1f} seconds, {told} problems\n")
            lines.flush()


def test_profiles_of_hostile_yaml(root: Path) -> None:
    assert beyond_limits(root / COMPANY, YAML, lambda: problems(load_partnership(root), TODAY)) == []


def test_profiles_of_hostile_values(root: Path) -> None:
    contents = {name: (HEAD + text).encode() for name, text in FIELDS.items()}
    assert beyond_limits(root / COMPANY, contents, lambda: problems(load_partnership(root), TODAY)) == []


def test_hostile_phrases(root: Path) -> None:
    (root / "data/phrases").mkdir()
    contents = {name: YAML[name] for name in ("brackets", "merges", "fields", "folded often", "too large")}
    assert beyond_limits(root / "data/phrases/en.yml", contents, lambda: load_phrases([root / "data/phrases"])[1]) == []


def test_hostile_bibliography(root: Path) -> None:
    assert beyond_limits(root / "data/references.bib", BIBLIOGRAPHY, lambda: bibliography(root)[1]) == []


def test_hostile_pages(root: Path) -> None:
    loaded = load_partnership(root)
    (root / "content/en").mkdir(parents=True)
    assert beyond_limits(root / "content/en/page.md", PAGES, lambda: page_problems(load_pages(root), loaded)) == []


def test_limits_are_watched(tmp_path: Path) -> None:
    def read() -> list[Problem]:
        if (tmp_path / "file").read_bytes() == b"hungry":
            return [bytearray(2 * MEGABYTES * 1024**2)]
        while (tmp_path / "file").read_bytes() == b"slow":
            pass
        return []

    assert beyond_limits(tmp_path / "file", {"good": b"good"}, read) == []
    assert beyond_limits(tmp_path / "file", {"good": b"good", "hungry": b"hungry"}, read) == ["'hungry': ", "ended with 1"]
    assert beyond_limits(tmp_path / "file", {"slow": b"slow", "good": b"good"}, read) == ["'slow': ", f"ended with {-signal.SIGXCPU}"]
