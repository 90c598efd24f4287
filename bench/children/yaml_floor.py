"""`python -m bench.children.yaml_floor CORPUS`: reads every YAML file with PyYAML's C loader, and nothing else."""

import sys
from pathlib import Path

import yaml


def read_all(root: Path) -> int:
    """Return how many files were read."""
    paths = list((root / "data").rglob("*.yml"))
    for path in paths:
        yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
    return len(paths)


if __name__ == "__main__":
    print(read_all(Path(sys.argv[1])))
