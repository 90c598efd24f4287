"""A partnership as git knows it at another revision, unpacked beside and never into the checkout."""

import hashlib
import subprocess
import tarfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from c2site.check.roles import changed_paths

# What a partnership is made of; nothing else is unpacked.
PARTS = ("data", "content", "theme")
SECONDS = 120


def base_of(root: Path, revision: str) -> str:
    """Return the commit at which what lies at `root` left `revision`: their merge base, or the revision itself where history does not reach as far.

    Raise ValueError where there is no git, no repository or no such revision.
    """
    _git(root, "rev-parse", "--git-dir", wrong=f"{root} is in no git repository, so there is nothing to compare with")
    if not revision or revision.startswith("-") or not revision.isprintable():
        raise ValueError(f"--base: {revision!r} names no revision; write a branch, a tag or a commit, such as main")
    unknown = f"--base: git knows no revision {revision!r} here; fetch it first, such as `git fetch origin main`"
    commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}", wrong=unknown).decode().strip()
    try:
        return _git(root, "merge-base", commit, "HEAD", wrong="").decode().strip()
    except ValueError:
        return commit


@contextmanager
def tree_at(root: Path, commit: str) -> Iterator[Path]:
    """Give a folder with the partnership as it was at a commit; it is gone afterwards."""
    place = _git(root, "rev-parse", "--show-prefix", wrong=f"{root} is in no git repository").decode().rstrip("\n")
    with TemporaryDirectory(prefix="c2site-base-") as folder:
        packed, unpacked = Path(folder) / "base.tar", Path(folder) / "base"
        gone = f"at {commit[:12]} there is no folder {place or '.'!r} to compare with"
        _git(root.joinpath(*[".."] * place.count("/")), "archive", "--format=tar", f"--output={packed}", f"{commit}:{place}", wrong=gone)
        with tarfile.open(packed) as archive:
            archive.extractall(unpacked, filter=_wanted)
        yield unpacked


def changed_since(root: Path, commit: str) -> list[str]:
    """Return the paths below `root` that differ from a commit, new ones that git does not know yet among them."""
    told = "git cannot say what has changed"
    differ = _git(root, "diff", "--name-only", "--no-renames", "--no-ext-diff", "--relative", "-z", commit, "--", ".", wrong=told)
    new = _git(root, "ls-files", "--others", "--exclude-standard", "-z", "--", *PARTS, wrong=told)
    return sorted(changed_paths(differ + new))


def gives_back(root: Path, contents: Mapping[str, bytes]) -> bool:
    """Return whether git's index holds files, by path, with these contents: then `git restore` brings them back."""
    if not contents:
        return True
    try:
        listed = _git(root, "ls-files", "-s", "-z", "--", *contents, wrong="there is no repository")
    except ValueError:
        return False
    known = {path: line.split()[1] for line, _, path in (one.partition("\t") for one in listed.decode().split("\0")) if line.endswith(" 0")}
    return all(path in known and known[path] == _name(raw, known[path]) for path, raw in contents.items())


def _name(raw: bytes, like: str) -> str:
    """Return what git calls a content, by the digest that the repository uses."""
    return hashlib.new("sha1" if len(like) == len(hashlib.sha1().hexdigest()) else "sha256", b"blob %d\0%b" % (len(raw), raw)).hexdigest()


def _wanted(member: tarfile.TarInfo, folder: str) -> tarfile.TarInfo | None:
    """Return a file or folder of the partnership; links are left out, for nothing reads them."""
    if member.name.split("/")[0] not in PARTS or not (member.isfile() or member.isdir()):
        return None
    return tarfile.data_filter(member, folder)


def _git(root: Path, *command: str, wrong: str) -> bytes:
    """Return what git says; raise ValueError with the sentence `wrong` where it refuses."""
    try:
        done = subprocess.run(["git", "-C", str(root), *command], capture_output=True, timeout=SECONDS, check=False)
    except FileNotFoundError:
        raise ValueError("git is not installed; a review compares with what git knows: `apt-get install git`") from None
    except subprocess.TimeoutExpired:
        raise ValueError(f"git did not answer within {SECONDS} seconds") from None
    if done.returncode:
        raise ValueError(wrong)
    return done.stdout
