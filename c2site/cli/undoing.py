"""How a change of files is undone before it is committed."""

import shlex
from collections.abc import Iterable


def undo(restored: Iterable[str], begun: Iterable[str]) -> str:
    """Return the command that brings files back as they were committed, and removes those that are new."""
    removing = " ".join(map(shlex.quote, begun))
    return f"git restore -- {shlex.join(restored)}" + (f" && rm {removing}" if removing else "")
