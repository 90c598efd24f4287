"""Draws the pictures of the editors' pages anew: `python docs/editing/pictures/draw.py`, from the repository's root.

The check's words are the real ones of this version; the page is a real page of the invented partnership in tests/world.
"""

import os
import re
import shutil
import sys
import tempfile
from html import escape
from pathlib import Path
from textwrap import wrap

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
sys.path.insert(0, str(ROOT))

from click.testing import CliRunner  # noqa: E402

from c2site.cli import main  # noqa: E402

INK, SOFT, LINE, PAPER, GROUND = "#1b1b1f", "#5c5c66", "#d4d4dc", "#ffffff", "#f4f4f7"
GREEN, RED, ERROR, MARK, HINT = "#dcf5e3", "#fde3e1", "#b3261e", "#6b2fa0", "#7a5b00"
SANS, MONO = "system-ui, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif", "ui-monospace, 'SFMono-Regular', Menlo, Consolas, 'DejaVu Sans Mono', monospace"
ROW = 20


def words(x: float, y: float, text: str, size: int = 13, mono: bool = False, colour: str = INK, weight: str = "400", anchor: str = "start") -> str:
    """Return a line of text; blanks count."""
    family = MONO if mono else SANS
    return f'<text x="{x}" y="{y}" font-family="{family}" font-size="{size}" fill="{colour}" font-weight="{weight}" text-anchor="{anchor}" xml:space="preserve">{escape(text)}</text>'


def box(x: float, y: float, width: float, height: float, fill: str = PAPER, stroke: str = LINE, round_: int = 6) -> str:
    """Return a rectangle."""
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="{round_}" fill="{fill}" stroke="{stroke}"/>'


def note(x: float, y: float, number: int) -> str:
    """Return a number in a disc, which the text below the picture explains."""
    return f'<circle cx="{x}" cy="{y}" r="9" fill="{MARK}"/>' + words(x, y + 4, str(number), 11, colour=PAPER, weight="700", anchor="middle")


def picture(name: str, title: str, width: int, height: int, parts: list[str]) -> None:
    """Write a drawing with a name for those who cannot see it."""
    ground = f'<rect width="{width}" height="{height}" fill="{GROUND}"/>'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img"><title>{escape(title)}</title>'
    (HERE / name).write_text("\n".join([head, ground, *parts, "</svg>"]) + "\n", encoding="utf-8")


def button(x: float, y: float, width: float, label: str, main_: bool = False) -> str:
    """Return a button."""
    return box(x, y, width, 28, "#1f883d" if main_ else PAPER, "#1f883d" if main_ else LINE) + words(x + width / 2, y + 19, label, 13, colour=PAPER if main_ else INK, weight="600", anchor="middle")


PROFILE = """\
status: published
source_language: en
name: Example Water
cluster: aclima
country: ES
sectors: [environment]
summary:
  en: Makes water meters that are read from the street.
  es: Fabrica contadores de agua que se leen desde la calle.
sources: [example-key]
# Ask for a logo."""
PROFILE_NOTES = {0: 1, 2: 2, 5: 3, 6: 4, 9: 5, 10: 6}


def profile() -> None:
    """Draw what a file looks like."""
    lines = PROFILE.split("\n")
    rows = [words(70, 46 + ROW * number, line, mono=True, colour=SOFT if line.startswith("#") else INK) for number, line in enumerate(lines)]
    marks = [note(42, 42 + ROW * line, number) for line, number in PROFILE_NOTES.items()]
    picture("profile.svg", "A profile: a field a line, its value behind the colon, texts by language below", 640, 288, [box(16, 16, 608, 256), *rows, *marks])


OLD, NEW = "  en: Makes water meters.", "  en: Makes water meters that are read from the street."


def pencil() -> None:
    """Draw the three pages of a code host on which a change is made."""
    path = "data / smes / aclima / example-water.yml"
    body = ["name: Example Water", "cluster: aclima", "summary:", OLD]

    def file(y: float, last: str) -> list[str]:
        return [words(40, y + ROW * number, line, mono=True, size=12) for number, line in enumerate([*body[:-1], last])]

    first = [note(24, 28, 1), words(42, 33, path, weight="600"), box(24, 48, 672, 128), button(598, 58, 82, "✎ Edit"), *file(84, OLD)]
    second = [note(24, 212, 2), words(42, 217, "Change the text, then:", weight="600"), box(24, 232, 672, 128), button(520, 242, 160, "Commit changes …", True), *file(268, NEW)]
    third = [note(24, 396, 3), words(42, 401, "Say what you changed and why:", weight="600"), box(24, 416, 672, 156)]
    third += [box(40, 430, 640, 28), words(50, 449, "Example Water: says what its meters do (their web page, May 2026)", 13)]
    third += [box(40, 468, 640, 24, RED, RED, 0), words(48, 484, "-" + OLD, 12, True), box(40, 492, 640, 24, GREEN, GREEN, 0), words(48, 508, "+" + NEW, 12, True)]
    third += [button(520, 530, 160, "Propose changes", True)]
    picture("pencil.svg", "A change on the web in three steps: open the file with the pencil, change the text, propose the change", 720, 592, [*first, *second, *third])


def said() -> list[str]:
    """Return what the check really says of a company whose country is misspelt."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "world"
        shutil.copytree(ROOT / "tests" / "world", root)
        spoilt = root / "data/smes/mare-clara/oneil.yml"
        spoilt.write_text(spoilt.read_text(encoding="utf-8").replace("country:", "cuontry:", 1), encoding="utf-8")
        lines = CliRunner().invoke(main, ["check", "--root", str(root)]).output.splitlines()
    start = next(number for number, line in enumerate(lines) if "cuontry" in line)
    return [*lines[start : start + 2], lines[-1]]


def check() -> None:
    """Draw a terminal with the check's own words."""
    place, rest = re.match(r"(\S+:) (.*)", (found := said())[0]).groups()
    told = [(place, INK, "700"), *((line, ERROR, "400") for line in wrap(rest, 84, initial_indent="  ", subsequent_indent="  ")), (found[1], HINT, "400"), ("", INK, "400"), (found[2], SOFT, "400")]
    rows = [words(34, 76 + ROW * number, line, mono=True, size=12, colour=colour, weight=weight) for number, (line, colour, weight) in enumerate(told)]
    height = 76 + ROW * len(told) + 8
    picture("check.svg", f"The check says: {found[0]}", 720, height, [box(16, 16, 688, height - 32), words(34, 46, "$ c2site check", mono=True, size=12, weight="700"), *rows])


def suggest(width: int = 760, height: int = 980) -> None:
    """Take a picture of the portal's page for editors, of the invented partnership."""
    from playwright.sync_api import sync_playwright

    from c2site.build.host import build_site

    os.environ.update({"REPO_URL": "https://code.example/portal", "SOURCE_DATE_EPOCH": "1803859200"})
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as tool:
        build_site(ROOT / "tests" / "world", Path(folder) / "site", {f"C2SITE_NO_{one}": "1" for one in ("CARDS", "SEARCH", "CATALOGUES")})
        browser = tool.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": width, "height": height})
        page.goto((Path(folder) / "site/en/editing/index.html").as_uri())
        page.screenshot(path=str(HERE / "suggest.png"))
        browser.close()


if __name__ == "__main__":
    for draw in (profile, pencil, check, suggest):
        draw()
