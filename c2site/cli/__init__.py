"""The door from the command line: each command asks one use case of the build room and tells what came of it."""

from c2site.cli.commands import main

__all__ = ["main"]
