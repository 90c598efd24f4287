"""axe-core in the browser: which rules of accessibility a page breaks, and which nobody but a person can decide."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources

from playwright.sync_api import Browser, Page

# axe leaves the size of targets out unless asked; the portal promises WCAG 2.2, which has it.
CHOSEN = {"resultTypes": ["violations", "incomplete"], "rules": {"target-size": {"enabled": True}}}


@dataclass(frozen=True)
class Broken:
    """A rule that a page breaks at `places`; `criteria` are numbers of WCAG, such as 1.4.3. Undecided where axe cannot tell."""

    rule: str
    criteria: tuple[str, ...]
    places: tuple[str, ...]
    undecided: bool = False

    def __str__(self) -> str:
        return f"{self.rule} ({', '.join(self.criteria) or 'good practice'}): {self.places[0]}"


@dataclass(frozen=True)
class Axed:
    """What axe says about one page."""

    checks: int
    broken: tuple[Broken, ...]
    undecided: tuple[Broken, ...]


@cache
def script() -> str:
    """Return axe-core itself."""
    return resources.files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def version() -> str:
    """Return axe-core's version, from its first line."""
    return script().partition(" v")[2].split()[0]


def axed(page: Page) -> Axed:
    """Return what axe says about an open page as it looks now; its context must let foreign scripts pass (`bypass_csp`)."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(script())
    told = page.evaluate("chosen => axe.run(document, chosen)", CHOSEN)
    broken = tuple(_broken(one) for one in told["violations"])
    undecided = tuple(_broken(one, undecided=True) for one in told["incomplete"])
    return Axed(len(told["passes"]) + len(broken) + len(undecided), broken, undecided)


def axed_in(browser: Browser, address: str, looks: Iterable[tuple[str, int]]) -> list[Axed]:
    """Return what axe says about a page in each of its looks: a colour scheme and a width."""
    context = browser.new_context(reduced_motion="reduce", bypass_csp=True)
    page = context.new_page()
    page.goto(address)
    found = [_axed_as(page, scheme, width) for scheme, width in looks]
    context.close()
    return found


def _axed_as(page: Page, scheme: str, width: int) -> Axed:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    return axed(page)


def _broken(told: dict, undecided: bool = False) -> Broken:
    return Broken(told["id"], tuple(map(_criterion, filter(_is_criterion, told["tags"]))), tuple(node["html"][:160] for node in told["nodes"]), undecided)


def _is_criterion(tag: str) -> bool:
    return tag.startswith("wcag") and tag[4:].isdigit()


def _criterion(tag: str) -> str:
    """Return `wcag1410` as 1.4.10."""
    return f"{tag[4]}.{tag[5]}.{tag[6:]}"
