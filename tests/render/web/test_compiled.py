"""Templates compiled our way say what Jinja's own way says."""

import pytest
from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from c2site.render.web.compiled import Direct, inert

SOURCES = [
    "{{ one }} {{ one.real }} {{ f(two, key=one) }} {{ 'a' ~ two }} {{ mark ~ two }} {{ two|upper }}",
    "{% macro m(a, b='<x>', c=none) %}[{{ a }}{{ b }}{{ c }}]{% endmacro %}{{ m(two) }}{{ m(mark, c=two) }}{{ m(1, 2, 3) }}",
    "{% macro box(title, class='') %}<b class=\"{{ class }}\">{{ title }}{{ caller() }}</b>{% endmacro %}{% call box(two, class='k') %}{{ two }}{% endcall %}",
    "{% for i in items %}{{ loop.index }}{{ i }}{% if not loop.last %}, {% endif %}{% else %}none{% endfor %}{% set x = f(two) %}{{ x }}",
]


class Compiled(Environment):
    code_generator_class = Direct


def rendered(kind: type[Environment], source: str) -> str:
    environment = kind(autoescape=True, undefined=StrictUndefined)
    words = {"one": 1, "two": "<&\"'>", "mark": Markup("<i>"), "items": ["<", Markup("&amp;")], "f": lambda text, key="": f"{text}{key}"}
    return environment.from_string(source).render(**words)


@pytest.mark.parametrize("source", SOURCES)
def test_the_same_text(source: str) -> None:
    assert rendered(Compiled, source) == rendered(Environment, source)


@pytest.mark.parametrize("source", ["{{ nobody }}", "{{ one.nothing }}", "{{ f(two, nokey=1) }}"])
def test_what_does_not_exist_is_an_error(source: str) -> None:
    with pytest.raises(Exception, match="nobody|nothing|nokey"):
        rendered(Compiled, source)


def test_macros_refuse_arguments_they_do_not_have() -> None:
    with pytest.raises(TypeError, match="takes a"):
        rendered(Compiled, "{% macro m(a) %}{% endmacro %}{{ m(1, b=2) }}")


def test_markup_stays_and_everything_else_is_escaped() -> None:
    assert [inert(one) for one in (Markup("<b>"), "<b>", 3, None)] == ["<b>", "&lt;b&gt;", "3", "None"]
