"""Pictures of pages before and after, taken where Playwright and Chromium are there."""

import base64
import io
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageChops

from c2site.build.affected import Affected, Compared, html_of
from c2site.build.site import Site
from c2site.render.reports.proposal import Shot
from c2site.render.web import Page

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Route

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
# Nobody is asked for this name: every request is answered from a folder.
ADDRESS = "http://review.invalid/"
WIDTH, TALLEST = 1200, 6000
# How much of a page is shown, from how far above the first difference, and how wide.
SHOWN, ABOVE, SHRUNK, QUALITY = 900, 120, 760, 72
INSTALL = "pip install 'c2site[review]' && apt-get install chromium"


def can_be_taken() -> bool:
    """Return whether a browser is there, and what drives it."""
    return bool(find_spec("playwright") and shutil.which("chromium"))


def shots(compared: Compared, chosen: Sequence[Affected]) -> list[Shot]:
    """Return the pages' pictures, cut to where they begin to differ."""
    with _browser() as browser:
        return [_shot(browser, compared, one) for one in chosen]


@contextmanager
def _browser() -> "Iterator[Browser]":
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        yield browser
        browser.close()


def _shot(browser: "Browser", compared: Compared, one: Affected) -> Shot:
    before = _taken(browser, compared.before, one.before) if one.before else None
    after = _taken(browser, compared.after, one.after) if one.after else None
    top = max(0, _first_difference(before, after) - ABOVE)
    return Shot(one.page.title, one.path, one.page.reader.tag, *(_packed(side, top) if side else "" for side in (before, after)))


def _taken(browser: "Browser", site: Site, page: Page) -> Image.Image:
    """Return a picture of a page that runs no script and asks nobody but its own files."""
    site.out.write_page(page.path, html_of(site, page))
    context = browser.new_context(viewport={"width": WIDTH, "height": SHOWN}, java_script_enabled=False, reduced_motion="reduce", color_scheme="light")
    try:
        context.route("**/*", lambda route: _answer(route, site.out.folder))
        tab = context.new_page()
        tab.goto(ADDRESS + page.path, wait_until="load")
        taken = tab.screenshot(full_page=True, animations="disabled")
    finally:
        context.close()
    with Image.open(io.BytesIO(taken)) as picture:
        return picture.convert("RGB").crop((0, 0, WIDTH, min(picture.height, TALLEST)))


def _answer(route: "Route", folder: Path) -> None:
    path = route.request.url.removeprefix(ADDRESS).split("?")[0]
    file = folder / path / "index.html" if path.endswith("/") or not path else folder / path
    if route.request.url.startswith(ADDRESS) and file.resolve().is_relative_to(folder.resolve()) and file.is_file():
        route.fulfill(path=file)
    else:
        route.abort()


def _first_difference(before: Image.Image | None, after: Image.Image | None) -> int:
    """Return the first row in which two pictures differ; 0 where there is only one."""
    if before is None or after is None:
        return 0
    height = min(before.height, after.height)
    sides = [one.crop((0, 0, WIDTH, height)) for one in (before, after)]
    box = ImageChops.difference(*sides).getbbox()
    return box[1] if box else max(0, height - SHOWN)


def _packed(picture: Image.Image, top: int) -> str:
    """Return the part of a picture below `top` as an address that holds it."""
    part = picture.crop((0, top, WIDTH, min(picture.height, top + SHOWN)))
    small, written = part.resize((SHRUNK, max(1, round(part.height * SHRUNK / WIDTH))), Image.Resampling.LANCZOS), io.BytesIO()
    small.save(written, "WEBP", quality=QUALITY)
    return "data:image/webp;base64," + base64.b64encode(written.getvalue()).decode()
