"""An example of every value an editor can write, composed from the examples of the fields."""

from collections.abc import Iterator
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from c2site.model.base import Part, Record, values_of


def example(model: type[Part]) -> dict[str, Any]:
    """Return a record or part of this kind with every field filled, in values of JSON; it validates."""
    return {field.alias or name: field_example(field) for name, field in editable_fields(model).items()}


def editable_fields(model: type[Part]) -> dict[str, FieldInfo]:
    """Return the fields in the order an editor meets them: the record's own, then those every record has."""
    fields = values_of(model)
    if not issubclass(model, Record):
        return fields
    shared = [name for name in Record.model_fields if name in fields]
    first = [name for name in shared if fields[name].is_required()]
    own = [name for name in fields if name not in shared]
    return {name: fields[name] for name in (*first, *own, *(name for name in shared if name not in first))}


def field_example(field: FieldInfo) -> Any:
    """Return an example of a field's value, in values of JSON."""
    if field.examples:
        return field.examples[0]
    return next(_examples(field.annotation))


def _examples(annotation: Any) -> Iterator[Any]:
    """Yield the examples that a field's type brings along."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield example(annotation)
    elif origin is Annotated:
        for one in arguments[1:]:
            yield from getattr(one, "examples", None) or ()
    elif origin is tuple:
        yield [next(_examples(arguments[0]))]
    elif origin in (Union, UnionType):
        for one in arguments:
            yield from _examples(one)
