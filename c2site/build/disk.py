"""What the file system is asked for beyond reading and writing: one exchange, one flush, folders and files with fixed modes."""

import ctypes
import errno
import os
import shutil
import stat
from contextlib import suppress
from pathlib import Path

FILE_MODE, FOLDER_MODE = 0o644, 0o755
CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW
AT_FDCWD = -100
RENAME_EXCHANGE = 2
UNSUPPORTED = (errno.ENOSYS, errno.EOPNOTSUPP, errno.EINVAL)
SYNC = "syncfs"


def exchange(one: str, other: str) -> None:
    """Let two paths swap what stands at them, in a single step."""
    try:
        _call("renameat2", AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE)
    except OSError as error:
        raise OSError(error.errno, f"cannot exchange the old site for the new one: {error.strerror}", other) from None


def replace(path: Path, raw: bytes) -> None:
    """Write a file beside and put it in place at once, so that nobody ever reads half of it; its permissions stay."""
    part = path.with_name(f".{path.name}.part")
    try:
        create(str(part), raw)
        if path.exists():
            shutil.copymode(path, part)
        part.replace(path)
    except BaseException:
        with suppress(OSError):
            os.unlink(part)
        raise


def flush(folder: str) -> None:
    """Wait until the disk holds every file below `folder`."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        _call(SYNC, descriptor)
    except OSError as error:
        if error.errno not in UNSUPPORTED:
            raise
        for path, _, names in os.walk(folder):
            flush_one(path)
            for name in names:
                flush_one(os.path.join(path, name))
    finally:
        os.close(descriptor)


def flush_one(path: str) -> None:
    """Wait until the disk holds one file, or the names in one folder."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _call(name: str, *arguments: object) -> None:
    """Call a function of the C library that Python does not offer; one the library lacks counts as unsupported."""
    function = getattr(ctypes.CDLL(None, use_errno=True), name, None)
    if function is None:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS), name)
    if function(*arguments) != 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))


def create(path: str, raw: bytes) -> None:
    """Write a new file. What stands there is removed and never written into: others may share it."""
    try:
        descriptor = os.open(path, CREATE, FILE_MODE)
    except FileExistsError:
        remove(path)
        descriptor = os.open(path, CREATE, FILE_MODE)
    try:
        while raw:
            raw = raw[os.write(descriptor, raw) :]
    finally:
        os.close(descriptor)


def remove(path: str) -> None:
    """Remove what stands at `path`, whatever it is, if anything; a link is removed, never followed."""
    with suppress(FileNotFoundError):
        if stat.S_ISDIR(os.lstat(path).st_mode):
            shutil.rmtree(path)
        else:
            os.unlink(path)


def is_folder(path: str) -> bool:
    """Return whether a folder itself, not a link to one, stands at `path`."""
    try:
        return stat.S_ISDIR(os.lstat(path).st_mode)
    except FileNotFoundError:
        return False


class Folders:
    """Makes the folders below `root`, each once; what stands in a folder's way, a link too, is removed."""

    def __init__(self, root: str) -> None:
        self.root = root
        self._made: set[str] = set()
        self._masked = masked()

    def make(self, folder: str) -> None:
        """Make the folder `folder`, relative to the root, and those above it."""
        if folder in self._made:
            return
        if folder:
            self.make(folder.rpartition("/")[0])
            self._make(f"{self.root}/{folder}")
        elif not os.path.isdir(self.root):
            os.makedirs(os.path.dirname(self.root) or ".", exist_ok=True)
            self._make(self.root)
        self._made.add(folder)

    def _make(self, path: str) -> None:
        try:
            os.mkdir(path, FOLDER_MODE)
        except FileExistsError:
            if is_folder(path):
                return
            remove(path)
            os.mkdir(path, FOLDER_MODE)
        if self._masked:
            os.chmod(path, FOLDER_MODE)


def masked() -> bool:
    """Return whether this process's umask takes rights away that every file of a site has."""
    umask = os.umask(0o022)
    os.umask(umask)
    return bool(umask & FOLDER_MODE)
