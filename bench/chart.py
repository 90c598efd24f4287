"""A bar chart of pages per second as SVG, readable on light and dark pages."""

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from bench.numbers import Row
from bench.targets import WRITE

WIDTH, LEFT, RIGHT, LINE, BAR = 760, 190, 100, 30, 20
INK, FAINT, OURS, OTHERS, PAPER = "#1a1a1a", "#595959", "#1f4e9c", "#8a8a8a", "#ffffff"
FONT = "system-ui, -apple-system, 'Segoe UI', 'Liberation Sans', sans-serif"


def chart(rows: Sequence[Row], about: str) -> str:
    """Return the chart; `about` is a sentence that says where it was measured. The write floor is told in words: its bar
    would make all others too short to compare.
    """
    shown = [row for row in rows if row.pages and row.builder != WRITE]
    longest = max((row.rate for row in shown), default=1.0)
    body, height = [], 76
    for title, group in _groups(shown):
        body.append(_text(16, height + 14, title + _floor(rows, group[0]), INK, 600))
        height += LINE
        for row in group:
            body.extend(_bar(row, height, longest))
            height += LINE
        height += 12
    return "\n".join([*_head(height + 8, shown), *body, _text(16, 54, about, FAINT), "</svg>", ""])


def _groups(rows: Sequence[Row]) -> Iterator[tuple[str, list[Row]]]:
    for key in dict.fromkeys((row.companies, row.place) for row in rows):
        yield f"{key[0]:,} companies, written to {key[1]}", [row for row in rows if (row.companies, row.place) == key]


def _floor(rows: Sequence[Row], beside: Row) -> str:
    found = [row for row in rows if row.builder == WRITE and (row.companies, row.place) == (beside.companies, beside.place)]
    return f" (only writing the bytes: {found[0].rate:,.0f})" if found else ""


def _head(height: int, shown: Sequence[Row]) -> Iterator[str]:
    told = "; ".join(f"{row.builder}, {row.companies} companies, {row.place}: {row.rate:.0f}" for row in shown)
    yield f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" role="img" aria-labelledby="title about">'
    yield f'<title id="title">Pages per second</title><desc id="about">{escape(told)}</desc>'
    yield f'<rect width="{WIDTH}" height="{height}" rx="6" fill="{PAPER}"/>'
    yield _text(16, 32, "Pages per second; longer is faster", INK, 700, 18)


def _bar(row: Row, top: int, longest: float) -> Iterator[str]:
    width = max(1.0, row.rate / longest * (WIDTH - LEFT - RIGHT))
    ours = row.builder.startswith("c2site")
    yield _text(LEFT - 10, top + 15, row.builder, INK, 600 if ours else 400, anchor="end")
    yield f'<rect x="{LEFT}" y="{top}" width="{width:.1f}" height="{BAR}" fill="{OURS if ours else OTHERS}"/>'
    yield _text(LEFT + width + 8, top + 15, f"{row.rate:,.0f}", INK, 600 if ours else 400)


def _text(x: float, y: float, text: str, fill: str, weight: int = 400, size: int = 14, anchor: str = "start") -> str:
    style = f'font-family="{FONT}" font-size="{size}" font-weight="{weight}" fill="{fill}" text-anchor="{anchor}"'
    return f'<text x="{x:.1f}" y="{y}" {style}>{escape(text)}</text>'
