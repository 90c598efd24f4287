"""The stage between two builds: a twin of the public site, each of its files a hard link to the public one.

After an exchange the old tree becomes the twin of the new one: what has changed is taken out of it and linked from the public site,
so nothing that was withdrawn stays on the disk. Before a build, all that is not the very file recorded is taken out of the stage.
A build therefore finds right files or none. It never writes into a file that stands there, for the public site shares it.
"""

import os
from collections.abc import Iterable, Mapping, Set

from c2site.build import disk
from c2site.build.manifest import Manifest, mark_of


def folders_of(paths: Iterable[str]) -> set[str]:
    """Return the folders above `paths`, the root ("") among them."""
    found = {path.rpartition("/")[0] for path in paths}
    above = found
    while above:
        above = {folder.rpartition("/")[0] for folder in above if folder} - found
        found |= above
    return found


class Twin:
    """The stage as a build finds it: `kept` maps the untouched files to their keys."""

    def __init__(self, stage: str, manifest: Manifest | None) -> None:
        self.stage = stage
        self.was = manifest or Manifest()
        # Folders that hold what is recorded and nothing else, by the time since which they do.
        self.known: dict[str, int] = {}
        if manifest is None or not disk.is_folder(stage):
            disk.remove(stage)
        else:
            self._clear_folders()
        disk.Folders(stage).make("")
        self.kept = {path: self.was.keys[path] for path, mark in self.was.marks.items() if self._is_untouched(path, mark)}

    def _clear_folders(self) -> None:
        """Remove what is not recorded, parents first: what stands in a folder's place takes all below it away."""
        for folder, known in sorted(self.was.stage.items()):
            try:
                found = os.lstat(f"{self.stage}/{folder}")
            except FileNotFoundError:
                continue
            if found.st_ctime_ns == known or self._clear(folder, found):
                self.known[folder] = found.st_ctime_ns

    def _clear(self, folder: str, found: os.stat_result) -> bool:
        """Mend one folder and return whether nothing was to be mended."""
        path = f"{self.stage}/{folder}"
        foreign = [entry.path for entry in os.scandir(path) if not self._belongs(f"{folder}/{entry.name}".lstrip("/"), entry)]
        for one in foreign:
            disk.remove(one)
        wrong_mode = found.st_mode & 0o777 != disk.FOLDER_MODE
        if wrong_mode:
            os.chmod(path, disk.FOLDER_MODE)
        return not foreign and not wrong_mode

    def _belongs(self, path: str, entry: os.DirEntry) -> bool:
        return path in (self.was.stage if entry.is_dir(follow_symlinks=False) else self.was.keys)

    def _is_untouched(self, path: str, mark: int) -> bool:
        """Return whether the recorded file itself stands there; take away what else does."""
        at = f"{self.stage}/{path}"
        try:
            if mark_of(at) == mark:
                return True
            os.unlink(at)
        except (FileNotFoundError, NotADirectoryError):
            pass
        self.known.pop(path.rpartition("/")[0], None)
        return False

    def sweep(self, declared: Set[str], folders: Set[str]) -> None:
        """Remove what a build has not declared: kept files, and folders that are none of the `folders` above what is declared."""
        made = disk.Folders(self.stage)
        for path in sorted((self.was.keys.keys() | self.was.stage.keys()) - declared - folders):
            parent = path.rpartition("/")[0]
            # What lies in a folder that goes itself goes with it.
            if parent in folders:
                made.make(parent)
                disk.remove(f"{self.stage}/{path}")

    def follow(self, public: str, keys: Mapping[str, str], changed: Set[str], folders: Set[str]) -> Manifest:
        """Make the old tree, which stands at the stage since the exchange, the twin of `public`; return what to remember.

        `keys` are those of all files by path; `changed` are the paths of the files that were written.
        """
        if self.was.keys:
            self.sweep(keys.keys(), folders)
        else:
            disk.remove(self.stage)
        made = disk.Folders(self.stage)
        links = {path: self._link(public, path, made) for path in sorted(changed)}
        marks = {path: links.get(path) or self.was.marks[path] for path in keys}
        # The next twin was the site, the next site was the twin. What was stirred since has another time by now.
        stage, site = ({folder: known.get(folder, 0) for folder in folders} for known in (self.was.public, self.known))
        return Manifest("", keys, marks, stage, site)

    def _link(self, public: str, path: str, made: disk.Folders) -> int:
        made.make(path.rpartition("/")[0])
        at = f"{self.stage}/{path}"
        try:
            os.link(f"{public}/{path}", at)
        except FileExistsError:
            disk.remove(at)
            os.link(f"{public}/{path}", at)
        return mark_of(at)
