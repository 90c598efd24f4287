"""What one file cannot know: dangling ids, missing languages, expired papers, funding marks."""

from c2site.check.left_out import left_out
from c2site.check.missing import missing
from c2site.check.problems import problems

__all__ = ["left_out", "missing", "problems"]
