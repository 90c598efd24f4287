"""What is wrong in somebody's data, and where: the one way any room speaks to an editor."""

from c2site.errors.messages import ENGLISH, Figure, Fragment, Messages, Tongue
from c2site.errors.problem import DataError, Part, Problem, either, fragment, problem
from c2site.errors.shown import nearest, shown

__all__ = ["ENGLISH", "DataError", "Figure", "Fragment", "Messages", "Part", "Problem", "Tongue", "either", "fragment", "nearest", "problem", "shown"]
