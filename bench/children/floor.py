"""`python -m bench.children.floor MANIFEST TARGET`: writes as many files with as many bytes, and nothing else."""

import json
import os
import sys


def write_same(manifest: str, target: str) -> None:
    """Write every file that the manifest names below `target`, with as many bytes of real pages as it says."""
    with open(manifest, encoding="utf-8") as file:
        told = json.load(file)
    with open(told["text"], "rb") as file:
        text = memoryview(file.read())
    made = set()
    for path, size in told["files"]:
        whole = f"{target}/{path}"
        folder = whole.rpartition("/")[0]
        if folder not in made:
            os.makedirs(folder, exist_ok=True)
            made.add(folder)
        with open(whole, "wb", buffering=0) as file:
            while size > 0:
                size -= file.write(text[:size])


if __name__ == "__main__":
    write_same(sys.argv[1], sys.argv[2])
