"""`python -m bench.children.reading CORPUS`: reads and validates every profile in one process; tells how long it took."""

import json
import sys
import time
from pathlib import Path

from c2site.build.settings import settings_from
from c2site.check import problems
from c2site.load.partnership import load_partnership


def read_partnership(root: Path) -> dict[str, float]:
    """Return how many profiles there are, seconds to read and validate each, and seconds to check all of them together."""
    begun = time.perf_counter()
    loaded = load_partnership(root)
    read = time.perf_counter()
    problems(loaded, settings_from(root).today)
    checked = time.perf_counter()
    return {"profiles": len(loaded.files), "refused": len(loaded.spoilt), "seconds": read - begun, "check_seconds": checked - read}


if __name__ == "__main__":
    print(json.dumps(read_partnership(Path(sys.argv[1]))))
