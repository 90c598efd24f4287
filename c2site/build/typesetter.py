"""Books and pictures set by a child process that has little: bounded memory and time, templates and type to read, no network.

The child is this module run as a program: content on its standard input, the PDF, or the pictures, on its standard output.
"""

import base64
import ctypes
import json
import resource
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from threading import Condition
from typing import Any

from c2site.build.cache import key_of
from c2site.build.settings import REPOSITORY
from c2site.errors import Fragment, fragment
from c2site.load.files import content_of
from c2site.render import printed
from c2site.render.brand.drawn import Job, pages

CLONE_NEWUSER, CLONE_NEWNET = 0x10000000, 0x40000000
# Nobody listens there: where the kernel keeps no network from the child, Typst's packages still cannot be fetched.
NOWHERE = "http://127.0.0.1:9"
SPENT = 3
BOOK, PICTURES = "book", "pictures"


@dataclass(frozen=True)
class Limits:
    """What one book may cost: bytes of memory, seconds of the processor, seconds on the clock."""

    memory: int = 6 * 1024**3
    processor: int = 300
    clock: int = 600

    def told(self) -> Fragment:
        """Return the limits in words."""
        return fragment("limits", memory=self.memory // 1024**3, processor=self.processor, clock=self.clock)


class Budget:
    """Bytes of memory that children share: one begins when what it is expected to need is free."""

    def __init__(self, total: int) -> None:
        self.total = self.free = total
        self.changed = Condition()

    @contextmanager
    def spent(self, wanted: int) -> Iterator[None]:
        """Hold that much, or all there is where it is more."""
        held = min(wanted, self.total)
        with self.changed:
            self.changed.wait_for(lambda: self.free >= held)
            self.free -= held
        try:
            yield
        finally:
            with self.changed:
                self.free += held
                self.changed.notify_all()


class Spent(Exception):
    """A book that costs more than it may; says of what: `memory`, `processor` or `clock`."""


def stage_type(theme: Path, stage: Path) -> None:
    """Fill the folder `stage` with all that a book is set with: templates and the press's profile, as ordinary files, and the typeface."""
    for path in sorted((theme / "print").iterdir()):
        _put(stage / "print" / path.name, content_of(theme, f"print/{path.name}"))
    for name, font in printed.fonts().items():
        _put(stage / "fonts" / name, font)


def drawing_key(theme: Path, *templates: str) -> str:
    """Return the digest of all that turns data into pictures: programs, templates of theme/print, typesetter, type."""
    drawing = REPOSITORY / "c2site" / "render"
    programs = [drawing / "pattern.py", drawing / "printed" / "pictures.py", *sorted((drawing / "brand").glob("*.py"))]
    texts = (path.read_bytes() for path in (*programs, *(theme / "print" / name for name in templates)))
    return key_of(*(version(name) for name in ("typst", "pymupdf-fonts", "pillow")), *texts)


def _put(path: Path, content: bytes) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)


def set_book(content: str, stage: Path, limits: Limits = Limits()) -> bytes:
    """Return the PDF of a book's content; raise Spent where a limit is reached."""
    return _told(BOOK, content, stage, limits)


def draw(job: Job, stage: Path, limits: Limits = Limits(processor=120, clock=300)) -> list[bytes]:
    """Return the pages that a job draws; raise Spent where a limit is reached."""
    return [base64.b64decode(line) for line in _told(PICTURES, json.dumps(job), stage, limits).splitlines()]


def _told(task: str, content: str, stage: Path, limits: Limits) -> bytes:
    command = [sys.executable, "-m", __name__, task, str(stage), str(limits.memory), str(limits.processor)]
    environment = {"PYTHONPATH": str(REPOSITORY), "PYTHONUTF8": "1", "https_proxy": NOWHERE, "http_proxy": NOWHERE, "all_proxy": NOWHERE}
    try:
        done = subprocess.run(command, input=content.encode(), capture_output=True, cwd=stage, env=environment, timeout=limits.clock, check=False)
    except subprocess.TimeoutExpired:
        raise Spent("clock") from None
    if done.returncode < 0 or done.returncode == SPENT:
        raise Spent("processor" if done.returncode == -signal.SIGXCPU else "memory")
    if done.returncode != 0:
        raise RuntimeError(done.stderr.decode(errors="replace"))
    return done.stdout


def leave_network() -> bool:
    """Put this process into a network in which nothing is; return whether the kernel allows that."""
    return ctypes.CDLL(None).unshare(CLONE_NEWUSER | CLONE_NEWNET) == 0


def bound(memory: int, processor: int) -> None:
    """Let this process use no more than that, write no file, and leave no image of its memory."""
    for limit, value in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_CORE, 0)):
        resource.setrlimit(limit, (value, value))
    # A second between the two: the first says which limit it was.
    resource.setrlimit(resource.RLIMIT_CPU, (processor, processor + 1))


def _child(task: str, stage: Path, memory: int, processor: int) -> int:
    leave_network()
    bound(memory, processor)
    try:
        made = MAKERS[task](json.load(sys.stdin.buffer), stage)
    except MemoryError:
        return SPENT
    sys.stdout.buffer.write(made)
    return 0


def _pictures(job: list, stage: Path) -> bytes:
    return b"\n".join(base64.b64encode(one) for one in pages(Job(*job), stage, stage / "fonts"))


MAKERS: dict[str, Callable[[Any, Path], bytes]] = {BOOK: lambda data, stage: printed.typeset(data, stage, stage / "fonts"), PICTURES: _pictures}


if __name__ == "__main__":
    sys.exit(_child(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])))
