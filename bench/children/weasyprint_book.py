"""Run by the peers' Python: sets the HTML file it is given as tagged PDF with WeasyPrint; tells how long it took."""

import json
import sys
import time
from pathlib import Path

import weasyprint


def set_html(path: Path) -> dict[str, float]:
    """Return pages, megabytes and seconds."""
    begun = time.perf_counter()
    document = weasyprint.HTML(filename=str(path)).render()
    pdf = document.write_pdf(pdf_variant="pdf/ua-1")
    return {"pages": len(document.pages), "mb": len(pdf) / 1e6, "set_seconds": time.perf_counter() - begun}


if __name__ == "__main__":
    print(json.dumps(set_html(Path(sys.argv[1]))))
