"""Where the audit keeps things: its tools and results in build/, the record that the portal publishes in data/."""

from pathlib import Path

AUDIT = Path(__file__).resolve().parent
REPOSITORY = AUDIT.parent
WORK = REPOSITORY / "build" / "audit"
TOOLS = REPOSITORY / "build" / "audit-tools" / "node_modules"
RECORD = REPOSITORY / "data" / "audit.yml"
NU = TOOLS / "vnu-jar" / "build" / "dist" / "vnu.jar"
LIGHTHOUSE = TOOLS / "lighthouse" / "cli" / "index.js"


class Missing(Exception):
    """A tool of the audit is not installed; the message says what to do."""
