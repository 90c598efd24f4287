"""Broken off anywhere, a build leaves the old site or the new one, whole, and the next build is as a clean one."""

import errno
import os
import shutil
import signal
import tempfile
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from c2site.build import disk
from c2site.build.publish import published
from tests.build.trees import NEIGHBOURS, tree

OLD = {"index.html": "door", "en/index.html": "same", "en/a/index.html": "changes", "en/gone/index.html": "withdrawn", "gone": "x"}
NEW = {"index.html": "door", "en/index.html": "same", "en/a/index.html": "changed", "en/b/index.html": "new", "gone/index.html": "y"}
CHANGING = ("open", "write", "mkdir", "unlink", "rmdir", "rename", "link", "chmod", "fsync", "exchange", "flush")
READING = ("lstat", "read", "scandir")
DONE, REFUSED, BUG, UNBROKEN = range(4)


class Fault:
    """Counts calls of the system and breaks one of them: a SIGKILL before or after it, or an error in its place."""

    def __init__(self, number: int, when: str) -> None:
        self.number, self.when, self.made = number, when, 0

    def __call__(self, call: Callable) -> Callable:
        def broken(*arguments: object, **options: object) -> object:
            self.made += 1
            if self.made != self.number:
                return call(*arguments, **options)
            if self.when in ("before", "after"):
                try:
                    return call(*arguments, **options) if self.when == "after" else None
                finally:
                    os.kill(os.getpid(), signal.SIGKILL)
            code = getattr(errno, self.when)
            raise OSError(code, os.strerror(code))

        return broken


def publish(site: Path, content: dict[str, str]) -> None:
    """Publish a tree; the content is the key, so that what did not change is kept."""
    with published(site) as out:
        for path, text in content.items():
            if not out.keep(path, text):
                out.write(path, text, text)


def broken_off(site: Path, number: int, when: str, calls: tuple[str, ...] = CHANGING) -> int:
    """Publish the new tree in a child process with one fault; return its exit code, negative for a signal."""
    child = os.fork()
    if child == 0:
        try:
            fault = Fault(number, when)
            for name in calls:
                home = disk if name in ("exchange", "flush") else os
                setattr(home, name, fault(getattr(home, name)))
            publish(site, NEW)
            os._exit(DONE if fault.made >= number else UNBROKEN)
        except OSError:
            os._exit(REFUSED)
        except BaseException:
            traceback.print_exc()
            os._exit(BUG)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@pytest.fixture(scope="module")
def place() -> Iterator[Path]:
    """A folder in memory, where there is one: a disk would be flushed hundreds of times."""
    with tempfile.TemporaryDirectory(dir="/dev/shm" if os.access("/dev/shm", os.W_OK) else None) as folder:
        yield Path(folder)


@pytest.fixture(scope="module")
def clean(place: Path) -> list[dict]:
    """The old and the new site as clean builds make them."""
    for name, content in (("old", OLD), ("new", NEW)):
        publish(place / name / "site", content)
    return [tree(place / name / "site") for name in ("old", "new")]


@pytest.fixture
def site(place: Path) -> Iterator[Path]:
    """The old site, published after another, so that it has a twin."""
    folder = place / "work"
    begin(folder / "site")
    yield folder / "site"
    shutil.rmtree(folder)


def begin(site: Path, twin: bool = True) -> None:
    """Publish the old site; without its twin's record the next build begins as the first one over a foreign site."""
    shutil.rmtree(site.parent, ignore_errors=True)
    for content in (NEW, OLD):
        publish(site, content)
    if not twin:
        (site.parent / ".site.manifest").unlink()


def assert_whole(site: Path, clean: list[dict]) -> None:
    """The site is one of the two; the next build makes the new one and leaves nothing but the known neighbours."""
    assert tree(site) in clean
    publish(site, NEW)
    assert tree(site) == clean[1]
    assert {path.name for path in site.parent.iterdir()} == NEIGHBOURS
    assert tree(site.parent / ".site.stage") == clean[1]


@pytest.mark.parametrize("twin", [True, False])
@pytest.mark.parametrize("when", ["before", "after"])
def test_kill_at_any_change_leaves_a_whole_site_and_no_trace_in_the_next(site: Path, clean: list[dict], when: str, twin: bool):
    number, published_before = 1, False
    while True:
        begin(site, twin)
        code = broken_off(site, number, when)
        if code == UNBROKEN:
            break
        assert code == -signal.SIGKILL
        published_before |= tree(site) == clean[1]
        assert_whole(site, clean)
        number += 1
    assert number > 15
    assert published_before


@pytest.mark.parametrize("twin", [True, False])
@pytest.mark.parametrize("error", ["ENOSPC", "EIO"])
def test_error_of_the_disk_at_any_call_leaves_a_whole_site_and_no_trace_in_the_next(site: Path, clean: list[dict], error: str, twin: bool):
    codes: list[int] = []
    while True:
        begin(site, twin)
        code = broken_off(site, len(codes) + 1, error, CHANGING + READING)
        if code == UNBROKEN:
            break
        codes.append(code)
        assert code in (DONE, REFUSED)
        assert code == REFUSED or tree(site) == clean[1]
        assert_whole(site, clean)
    assert codes.count(REFUSED) > 15
    assert codes.count(DONE) > 5


def test_first_build_killed_anywhere_leaves_no_site_or_a_whole_one(site: Path, clean: list[dict]):
    number = 1
    while True:
        shutil.rmtree(site.parent)
        if broken_off(site, number, "after") == UNBROKEN:
            break
        assert not site.exists() or tree(site) == clean[1]
        publish(site, NEW)
        assert tree(site) == clean[1]
        number += 1
