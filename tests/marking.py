"""Records whose every text carries a mark, and where the mark is found again, however it is packed."""

import copy
import gzip
import json
import re
import subprocess
import zipfile
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from c2site.build.editing import checked
from c2site.build.settings import Settings
from c2site.load.partnership import load_partnership
from c2site.model import Record

MARK = "Zqxjkvbwy"


def mark(settings: Settings, paths: Collection[str]) -> int:
    """Write the mark into every text of the records at `paths` that may hold it, and return how often it stands there."""
    loaded = load_partnership(settings.root)
    records = {file.path: (loaded.document(*key).values, file.kind.record) for key, file in loaded.files.items() if file.path in paths}
    marked = {path: marked_values(values, model) for path, (values, model) in records.items()}
    while True:
        for path, values in marked.items():
            (settings.root / path).write_text(json.dumps(values, ensure_ascii=False, indent=1), encoding="utf-8")
        refused = [one for one in checked(settings) if one.severity == "error" and one.path in marked]
        if not refused:
            return sum((settings.root / path).read_text(encoding="utf-8").count(MARK) for path in paths)
        for one in refused:
            place = tuple(int(step) if step.isdigit() else step for step in one.field.split("."))
            marked[one.path] = changed_at(marked[one.path], place, lambda text: text.removesuffix(f" {MARK}"))


def marked_values(values: dict[str, Any], model: type[Record]) -> dict[str, Any]:
    for place in list(leaves(values)):
        changed = changed_at(values, place, lambda text: f"{text} {MARK}")
        with suppress(ValidationError):
            model.model_validate({**changed, "id": "x"})
            values = changed
    return values


def changed_at(values: dict[str, Any], place: tuple, change: Callable[[str], str]) -> dict[str, Any]:
    changed = copy.deepcopy(values)
    holder = changed
    for step in place[:-1]:
        holder = holder[step]
    holder[place[-1]] = change(holder[place[-1]])
    return changed


def leaves(value: Any, place: tuple = ()) -> Iterator[tuple]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in items:
        yield from leaves(one, (*place, key))
    if isinstance(value, str):
        yield place


def holding(folder: Path, word: str) -> set[str]:
    """Return the paths below `folder`, hidden ones too, whose name or content holds `word`, however it is packed."""
    found = set()
    for path in (one for one in folder.rglob("*") if one.is_file()):
        name = path.relative_to(folder).as_posix()
        if re.search(re.escape(word), name + plain(path), re.IGNORECASE):
            found.add(name)
    return found


def plain(path: Path) -> str:
    raw = path.read_bytes()
    raw = gzip.decompress(raw) if raw.startswith(b"\x1f\x8b") else raw
    if raw.startswith(b"PK"):
        with zipfile.ZipFile(path) as packed:
            raw = b"\n".join(packed.read(name) for name in packed.namelist())
    at = raw.find(b"%PDF-", 0, 100)
    if at >= 0:
        read = subprocess.run(["pdftotext", "-", "-"], input=raw[at:], capture_output=True, check=True).stdout
        described = subprocess.run(["pdfinfo", "-"], input=raw[at:], capture_output=True, check=True).stdout
        raw = read + described
    return raw.decode("utf-8", "replace")
