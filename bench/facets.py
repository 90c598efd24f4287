"""How long a click on a facet takes: `python -m bench.facets SITE [--slowed 4]`, a site with a long list of offerings in English.

Printed are the longest of all clicks, from the event to the end of the frame that shows the result, with the data at hand, and the
median; the processor is slowed down by Chromium itself.
"""

import argparse
import functools
import http.server
import shutil
import statistics
import threading
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

# From the click to the first moment at which the page shows the new count and the rows in sight, and could answer the next click.
CLICK = """async (box) => {
  const status = document.querySelector("[data-status]"), rows = document.querySelector("[data-rows]");
  const changed = new Promise((resolve) => new MutationObserver((_, seen) => { seen.disconnect(); resolve(); }).observe(status, { childList: true }));
  const begin = performance.now();
  box.click();
  await changed;
  const counted = performance.now() - begin;
  document.body.offsetHeight;
  return [counted, performance.now() - begin, rows.children.length];
}"""


def clicks(page: Page, most: int) -> list[tuple[float, float, int]]:
    """Return the milliseconds, without and with layout, and the rows of clicks on and off each of the first boxes."""
    found = []
    for box in page.locator("[data-group] input").all()[:most]:
        if box.is_enabled():
            found += [box.evaluate(CLICK) for _ in range(2)]
    return found


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("--slowed", type=float, default=4)
    given = parser.parse_args()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(given.site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{server.server_address[1]}/en/offerings/")
        clicks(page, 60)  # the data of every click is at hand now
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": given.slowed})
        times = clicks(page, 60)
        for name, place in (("counted and shown", 0), ("laid out", 1)):
            spent = [one[place] for one in times]
            print(f"{name}: median {statistics.median(spent):.1f} ms, longest {max(spent):.1f} ms, {len(spent)} clicks, up to {max(one[2] for one in times)} rows")


if __name__ == "__main__":
    main()
