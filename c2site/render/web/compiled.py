"""How Jinja compiles our templates: plain Python calls and attributes, phrases looked up, markup left as it is.

Jinja's own code asks at every dot and every call whether a template, a user or a sandbox may do something else there. Ours
are written by the house, name what exists, and are rendered a hundred thousand times.
"""

from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.runtime import Macro, markup_join, missing
from markupsafe import Markup, _escape_inner, escape

KEYWORDS = frozenset({"class", "for", "from", "in", "is", "if", "as"})


def inert(value: object) -> str:
    """Return a value as HTML text: as it is where it is markup, escaped otherwise."""
    kind = value.__class__
    if kind is Markup:
        return value
    return _escape_inner(value) if kind is str else escape(value)


def joined(*parts: Any) -> str:
    """Return parts as one text, escaped where one of them is markup."""
    for part in parts:
        if part.__class__ is not str:
            return markup_join(parts)
    return "".join(parts)


class Part(Macro):
    """A macro whose arguments are sorted without asking about the context."""

    def __call__(self, *given: Any, **named: Any) -> Markup:
        """Return the macro's text."""
        if len(given) == self._argument_count and not named and not self.caller:
            return str.__new__(Markup, self._func(*given))
        arguments = list(given)
        for name in self.arguments[len(given) :]:
            arguments.append(named.pop(name, missing))
        if self.caller:
            arguments.append(named.pop("caller", None))
        if named or len(given) > self._argument_count:
            raise TypeError(f"macro {self.name!r} takes {', '.join(self.arguments)}")
        return str.__new__(Markup, self._func(*arguments))


class Direct(CodeGenerator):
    """Writes `record.name` and `path(…)` as Python does: a name that does not exist raises there and then."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:
        """Write the module, with our own names at hand."""
        self.writeline("from c2site.render.web.compiled import Part, inert, joined")
        super().visit_Template(node, frame)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """Write an attribute."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        """Write a call; a phrase without values is looked up."""
        if _is_phrase(node):
            self.write("environment.said[")
            self.visit(node.args[0], frame)
            self.write("]")
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        if forward_caller:
            self.write("caller=caller, ")
        for keyword in node.kwargs:
            self.write(f"**{{{keyword.key!r}: " if keyword.key in KEYWORDS else f"{keyword.key}=")
            self.visit(keyword.value, frame)
            self.write("}, " if keyword.key in KEYWORDS else ", ")
        self.write(")")

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:
        """Write a join of texts."""
        self.write("joined(")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write(")")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """Write a macro as a `Part`."""
        names = "".join(f"{one.name!r}, " for one in macro_ref.node.args)
        name = getattr(macro_ref.node, "name", None)
        self.write(f"Part(environment, macro, {name!r}, ({names}), False, False, {macro_ref.accesses_caller!r}, True)")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write("(" if _is_phrase(node) else "inert(")


def _is_phrase(node: nodes.Node) -> bool:
    """Whether a template asks for a phrase by its name alone."""
    return isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name == "_" and not node.kwargs and len(node.args) == 1
