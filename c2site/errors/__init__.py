"""What is wrong in somebody's data, and where: the one way any room speaks to an editor."""

from c2site.errors.problem import DataError, Problem, problem
from c2site.errors.shown import nearest, shown

__all__ = ["DataError", "Problem", "nearest", "problem", "shown"]
