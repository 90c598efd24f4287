"""From the files of `api/v1/` back to records: what the public gets is all that is needed to publish again."""

import json
from pathlib import Path
from typing import Any

from c2site.model import KINDS, Partnership, Profiles, Record, Source
from c2site.model.public import public_record

# Written beside a record's own fields.
BESIDE = "permalink"
MODELS = {kind.folder: kind.record for kind in KINDS.values()}


def read_exported(root: Path) -> Profiles:
    """Return the records in the folder `root`, which holds what stands below `api/v1/`.

    Raise OSError where a collection is missing, ValueError where one is not what its schema says.
    """
    listed = json.loads((root / "index.json").read_bytes())["collections"]
    rows = {one["folder"]: json.loads((root / one["path"]).read_bytes())["records"] for one in listed}
    partnership = _record(Partnership, rows.pop("partnership")[0], "")
    sources = {one["key"]: Source(**one) for one in rows.pop("bibliography")}
    records = {folder: {one["id"]: _record(MODELS[folder], one, partnership.id) for one in found} for folder, found in rows.items()}
    return Profiles(partnership=partnership, bibliography=sources, **records)


def _record(model: type[Record], values: dict[str, Any], answering: str) -> Any:
    return public_record(model, {name: value for name, value in values.items() if name != BESIDE}, answering)
