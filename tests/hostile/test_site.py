"""The whole site of an attacked world, built as it is published, in a real browser: nothing runs and nobody else is asked."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import lxml.html
import pytest
from playwright.sync_api import Browser

from tests.build.conftest import run_build
from tests.conftest import WORLD
from tests.hostile.worlds import AttackedWorld
from tests.site.test_browser import Watched, browser, serving

__all__ = ["browser"]

KINDS = (
    "", "offerings/", "offerings/night-quay/", "companies/", "companies/onda-mansa/", "clusters/", "clusters/mare-clara/", "sectors/", "sectors/energy/", "markets/",
    "markets/br/", "catalogues/", "catalogues/br-2027/", "events/", "events/ev-quay-day/", "value-chain/", "bibliography/", "search/", "shortlist/#ids=night-quay,onda-mansa", "request/#ids=night-quay,onda-mansa", "about/", "attack/",
)  # fmt: skip
ATTACK = """---
title: "</title><script>alert('title')</script> {{7*7}}"
description: '"><img src=x onerror=alert(1)>'
lede: "<script>alert('lede')</script>"
template: ../../../../etc/passwd
hide: [navigation]
---

<script>alert(1)</script> {{ config }} {% include "x" %}
[x](javascript:alert(2)) [y](vbscript:x) [z](data:text/html,<script>alert(3)</script>) [v](JAVASCRIPT&colon;alert(1)) [u](//evil.example/x)
![i](https://evil.example/x.png) <https://evil.example/linked> <javascript:alert(4)>

<img src="https://evil.example/y.png" onerror="alert(5)"> <iframe src="https://evil.example/z"></iframe> <svg onload=alert(6)><use href="https://evil.example/u#a"/></svg>

<p onclick="alert(7)" style="background:url(https://evil.example/s)" id="content" data-search="x">Paragraph</p>

<form action="https://evil.example/f"><input name="q"></form> <base href="https://evil.example/"> <meta http-equiv="refresh" content="0;url=https://evil.example/r">

## Heading {: onclick="alert(8)" }

--8<-- "/etc/passwd"

``` { .python onclick="alert(9)" }
<b>code</b>
```

<div markdown="1">*inside*</div> <style>@import "https://evil.example/c";</style> <object data="https://evil.example/o"></object>
"""
ALLOWED = {"p", "h2", "h3", "ul", "ol", "li", "em", "strong", "a", "br", "blockquote", "code", "pre", "table", "thead", "tbody", "tr", "th", "td"}


@pytest.fixture(scope="module")
def built(attacked: dict[str, AttackedWorld], tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """The attacked world's site, with search, and how its build ended."""
    root = Path(shutil.copytree(attacked["markup"].root, tmp_path_factory.mktemp("built") / "root"))
    config = (root / "mkdocs.yml").read_text(encoding="utf-8").replace("../../theme", str(WORLD.parents[1] / "theme"))
    (root / "mkdocs.yml").write_text(config, encoding="utf-8")
    (root / "content" / "en" / "attack.md").write_text(ATTACK, encoding="utf-8")
    if (WORLD / ".cache").is_dir():
        shutil.copytree(WORLD / ".cache", root / ".cache", dirs_exist_ok=True)
    out = root.parent / "site"
    return out, run_build(root, out, "--without-catalogues")


@pytest.fixture(scope="module")
def address(built: tuple[Path, object]) -> Iterator[str]:
    with serving(built[0]) as found:
        yield found


def test_the_build_ends_well_and_says_nothing_a_terminal_obeys(built: tuple[Path, subprocess.CompletedProcess[str]]):
    _, done = built
    assert done.returncode == 0, done.stderr
    assert all(line.isprintable() and not line.lstrip().startswith("::") for line in (done.stdout + done.stderr).splitlines())


def test_a_hostile_page_is_text_links_and_lists(built: tuple[Path, object]):
    document = lxml.html.document_fromstring((built[0] / "en" / "attack" / "index.html").read_text(encoding="utf-8"))
    (main,) = document.xpath("//main")
    (article,) = main.xpath(".//*[.//h2[contains(., 'Heading')]][self::article or contains(@class, 'prose')][1]")
    assert {one.tag for one in article.iterdescendants() if isinstance(one.tag, str)} <= ALLOWED
    assert {one.get("href") for one in article.iter("a")} <= {None, "//evil.example/x", "https://evil.example/linked"}
    assert document.xpath("//main//@*[starts-with(name(), 'on') or name() = 'style' or name() = 'data-search']") == []
    assert "{{7*7}}" in document.findtext(".//title")
    assert "root:" not in document.text_content()


def test_every_page_and_the_server_say_the_same_policy_first(built: tuple[Path, object]):
    (policy,) = re.findall(r"Content-Security-Policy: (.*); frame-ancestors 'none'", (built[0] / "_headers").read_text(encoding="utf-8"))
    assert policy.startswith("default-src 'none'")
    assert "unsafe-inline" not in policy
    assert "'unsafe-eval'" not in policy
    for path in built[0].rglob("*.html"):
        first = lxml.html.document_fromstring(path.read_text(encoding="utf-8")).find(".//meta")
        assert (first.get("http-equiv"), first.get("content")) == ("Content-Security-Policy", policy), path


def watched(browser: Browser, address: str) -> tuple[Watched, list[str]]:
    made, events = Watched(browser, address), []
    made.page.on("dialog", lambda dialog: (events.append(dialog.message), dialog.dismiss()))
    made.page.on("popup", lambda popup: events.append(popup.url))
    made.context.expose_function("violated", lambda what: events.append(what))
    made.page.add_init_script("document.addEventListener('securitypolicyviolation', one => violated(one.violatedDirective + ' ' + one.blockedURI))")
    return made, events


@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_page_runs_anything_or_asks_anybody_else(browser: Browser, address: str, language: str):
    made, events = watched(browser, address)
    for path in ("", "404.html", *(f"{language}/{kind}" for kind in KINDS)):
        page = made.open(path)
        assert page.evaluate("document.head.querySelector('meta').httpEquiv") == "Content-Security-Policy"
    assert events == []
    made.check()


def test_search_finds_attacks_and_shows_them_as_text(browser: Browser, address: str):
    made, events = watched(browser, address)
    page = made.open("en/search/")
    for words in ("alert", "onerror", "</script>", "\"><img src=x onerror=alert(1)>"):
        page.locator("#q").fill("")
        page.locator("#q").fill(words)
        page.wait_for_timeout(300)
    page.locator("#q").fill("alert")
    page.wait_for_selector("[data-search-results] a")
    assert page.locator("[data-search-results] li").count() > 5
    assert page.evaluate("document.querySelectorAll('[data-search-results] :is(img, script, iframe, :not(.keep) > svg)').length") == 0
    assert events == []
    made.check()


def test_the_browser_would_have_told(browser: Browser, address: str):
    made, events = watched(browser, address)
    page = made.open("en/")
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=\"https://evil.example/x\" onerror=\"alert(1)\">')")
    page.wait_for_timeout(200)
    made.context.close()
    assert any(event.startswith("img-src") for event in events)
