"""The host's own command publishes as `c2site build` does: staged, verified, in one exchange."""

import fcntl
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.build.conftest import run_build
from tests.build.trees import NEIGHBOURS, tree
from tests.conftest import WORLD
from tests.plugin.conftest import QUICK, run_host

WARNING = "import logging\n\ndef on_post_build(config):\n    logging.getLogger('mkdocs.hooks').warning('late')\n"
KILL = (
    "import os, signal\nfrom c2site.build import disk\n"
    "exchange = disk.exchange\n"
    "def killed(*paths):\n    {}\n    os.kill(os.getpid(), signal.SIGKILL)\n"
    "disk.exchange = killed\n"
)


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> dict:
    site = tmp_path_factory.mktemp("clean") / "site"
    done = run_host(WORLD, site)
    assert done.returncode == 0, done.stderr
    return tree(site)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """An old site, made by something else."""
    site = tmp_path / "place" / "site"
    (site / "en").mkdir(parents=True)
    (site / "en" / "index.html").write_text("old")
    return site


def hook(root: Path, text: str) -> None:
    (root / "hook.py").write_text(text, encoding="utf-8")
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("\nhooks:\n  - hook.py\n")


def assert_nothing_left(site: Path) -> None:
    assert {path.name for path in site.parent.iterdir()} <= NEIGHBOURS | {"tmp"}
    assert list((site.parent / "tmp").iterdir()) == []


def test_both_hosts_publish_the_same_and_keep_what_is_right(site: Path, clean: dict):
    for host in ("mkdocs", "properdocs"):
        done = run_host(WORLD, site, host=host)
        assert done.returncode == 0, done.stderr
        assert tree(site) == tree(site.parent / ".site.stage") == clean
        assert_nothing_left(site)


def test_host_that_is_strict_about_a_warning_publishes_nothing(root: Path, site: Path):
    hook(root, WARNING)
    before = tree(site)
    done = run_host(root, site, "--strict")
    assert done.returncode == 1
    assert "late" in done.stderr
    assert tree(site) == before
    assert_nothing_left(site)


def test_site_with_a_dead_link_is_not_published(root: Path, site: Path):
    hook(root, "def on_post_page(output, page, config):\n    return output.replace('</body>', '<a href=\"../nowhere/\">x</a></body>')\n")
    before = tree(site)
    done = run_host(root, site)
    assert done.returncode == 1
    assert "`../nowhere/` leads nowhere" in done.stderr
    assert tree(site) == before
    assert_nothing_left(site)


def test_second_build_at_the_same_time_says_one_sentence_and_leaves_with_75(site: Path):
    with (site.parent / ".site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for done in (run_host(WORLD, site, "--quiet"), run_build(WORLD, site, "--without-catalogues")):
            assert done.returncode == 75
            assert done.stderr.count("another build is writing") == 1
            assert len(done.stderr.strip().splitlines()) == 1
    assert (site / "en" / "index.html").read_text() == "old"


@pytest.mark.parametrize(("before_it", "is_new"), [("pass", False), ("exchange(*paths)", True)])
def test_real_build_killed_at_the_exchange_leaves_a_whole_site(root: Path, site: Path, clean: dict, before_it: str, is_new: bool):
    before = tree(site)
    hook(root, KILL.format(before_it))
    assert run_host(root, site).returncode == -signal.SIGKILL
    assert tree(site) == (clean if is_new else before)
    if not is_new:
        assert run_host(WORLD, site).returncode == 0
        assert tree(site) == tree(site.parent / ".site.stage") == clean


def test_rebuilds_of_a_preview_leave_nothing_beside_it(root: Path, tmp_path: Path):
    """`mkdocs serve` builds into a temporary folder again and again; `builds` does what it does without a port."""
    place = tmp_path / "preview"
    place.mkdir()
    builds = (
        "import sys; from pathlib import Path\nfrom mkdocs.commands.build import build\nfrom mkdocs.config import load_config\n"
        "config = load_config(sys.argv[1], site_dir=sys.argv[2])\n"
        "config.plugins.on_startup(command='serve', dirty=False)\n"
        "for _ in range(2):\n"
        "    build(config, serve_url='http://127.0.0.1:8000/')\n"
        "    assert config.site_dir == sys.argv[2] and (Path(sys.argv[2]) / 'en/index.html').exists()\n"
        "    config = load_config(sys.argv[1], site_dir=sys.argv[2])\n"
        "config.plugins.on_shutdown()\n"
    )
    command = [sys.executable, "-c", builds, str(root / "mkdocs.yml"), str(place / "site")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300, env={**os.environ, **QUICK})
    assert done.returncode == 0, done.stderr
    assert [path.name for path in place.iterdir()] == ["site"]
