"""How a change of files is undone, before it is committed and after."""

import shlex

from c2site.build.revision import gives_back
from c2site.build.rewriting import Rewriting

# So many files are named where they are to be taken back.
MOST_NAMED = 12


def undo(change: Rewriting) -> str:
    """Return the command that brings files back as git has them, and removes those that are new."""
    restored = [*change.removed, *change.changed]
    steps = [f"git restore -- {shlex.join(restored)}"] if restored else []
    steps += [f"rm -- {shlex.join(change.begun)}"] if change.begun else []
    return " && ".join(steps)


def can_undo(change: Rewriting) -> bool:
    """Return whether git holds what the change replaces."""
    return gives_back(change.root, {path: change.before[path] or b"" for path in (*change.removed, *change.changed)})


def told(change: Rewriting) -> str:
    """Return how the change is undone, in a sentence."""
    if not can_undo(change):
        return "Git does not hold what stood there before, so it cannot bring it back."
    now = f"`{undo(change)}`." if len(change.files) <= MOST_NAMED else _of_folders(change)
    return f"To undo, until you commit: {now} Later: `git revert` the commit."


def _of_folders(change: Rewriting) -> str:
    folders = shlex.join(sorted({path.partition("/")[0] for path in change.files}))
    return f"`git restore -- {folders} && git clean -i -- {folders}` (with whatever else you changed there)."
