"""Typst as a draughtsman: one template and its data in, each page out as a picture."""

import io
import json
from pathlib import Path
from typing import Any, NamedTuple

import typst
from PIL import Image

# Few colours are flat colours: more make the file larger and the picture hardly better. The first that keeps it small counts.
COLOURS, MOST_BYTES = (24, 16, 10), 40_000


class Job(NamedTuple):
    """`template` is a file of theme/print, `format` one of svg, png (as drawn), card (png of few colours) and pdf."""

    template: str
    data: Any
    format: str = "svg"
    ppi: float = 72


def pages(job: Job, theme: Path, fonts: Path) -> list[bytes]:
    """Return the pages that `job` draws, in their order; the same data give the same bytes. `theme` holds print/."""
    root = Path(theme) / "print"
    drawn = typst.compile(
        str(root / job.template),
        root=str(root),
        font_paths=[str(fonts)],
        ignore_system_fonts=True,
        format="png" if job.format == "card" else job.format,
        ppi=job.ppi,
        sys_inputs={"data": json.dumps(job.data, ensure_ascii=False)},
        **({"pdf_standards": ["ua-1"]} if job.format == "pdf" else {}),
    )
    found = drawn if isinstance(drawn, list) else [drawn]
    return [flat(one) for one in found] if job.format == "card" else found


def flat(png: bytes) -> bytes:
    """Return a picture of flat colours as a small PNG of a palette."""
    plain = Image.open(io.BytesIO(png)).convert("RGB")
    made = b""
    for colours in COLOURS:
        out = io.BytesIO()
        plain.quantize(colours, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(out, "PNG", compress_level=7)
        made = out.getvalue()
        if len(made) <= MOST_BYTES:
            break
    return made
