"""The collections of the editors' page: one for each kind of record, for each cluster where its records lie in folders of clusters."""

from collections.abc import Iterator
from typing import Any

from c2site.model import KINDS, Kind
from c2site.model.examples import editable_fields
from c2site.render.admin.desk import Desk
from c2site.render.admin.naming import collection_name, name_path, schema_of
from c2site.render.admin.widgets import Form, Widget

Collection = dict[str, Any]
# The format that the page's own script brings: it keeps comments, order and what is not on the form.
FORMAT = {"format": "record", "extension": "yml"}
DEFAULTS = {"status": "draft"}


def collections(desk: Desk) -> Iterator[Collection]:
    """Yield the collections as the kinds stand in the models, the partnership's own file first."""
    for kind in KINDS.values():
        if kind.folder == ".":
            yield _file(desk, kind)
        elif kind.by_cluster:
            yield from (_folder(desk, kind, cluster) for cluster in sorted(desk.portal.profiles.clusters))
            yield _all_clusters(desk, kind)
        else:
            yield _folder(desk, kind)


def _file(desk: Desk, kind: Kind) -> Collection:
    label = desk.kind_word(kind)
    own = {"name": kind.name, "label": label, "file": f"data/{kind.name}.yml", "fields": _fields(desk, kind)}
    return {"name": kind.name, "label": label, **FORMAT, "files": [own]}


def _folder(desk: Desk, kind: Kind, cluster: str = "") -> Collection:
    whose = f" · {desk.portal.profiles.clusters[cluster].short_name}" if cluster else ""
    name = name_path(desk, kind)
    return {
        "name": collection_name(kind, cluster),
        "label": desk.kind_word(kind) + whose,
        "label_singular": desk.word(kind.name),
        "folder": "/".join(filter(None, ("data", kind.folder, cluster))),
        **FORMAT,
        "create": True,
        "identifier_field": name,
        "slug": "{{slug}}",
        "summary": f"{{{{{name}}}}} ({{{{filename}}}})",
        "sortable_fields": [name],
        "fields": _fields(desk, kind, cluster),
    }


def _all_clusters(desk: Desk, kind: Kind) -> Collection:
    """Return the records of every cluster: nobody sees this collection, references choose from it."""
    whole, name = _folder(desk, kind), name_path(desk, kind)
    named = [one for one in whole["fields"] if one["name"] == name.partition(".")[0]]
    return {**whole, "path": "{{cluster}}/{{slug}}", "create": False, "hide": True, "fields": named}


def _fields(desk: Desk, kind: Kind, cluster: str = "") -> list[Widget]:
    """Return a record's fields in the order of `c2site new`; whose record it is follows from its collection."""
    schema = schema_of(kind.name)
    names = [about.alias or name for name, about in editable_fields(kind.record).items()]
    ordered = {**schema, "properties": {name: schema["properties"][name] for name in names}}
    given = {**DEFAULTS, "source_language": desk.portal.readers.default.tag}
    found = Form(desk, kind, schema.get("$defs", {}), cluster).fields(ordered)
    fields = [{**one, "default": given[one["name"]]} if one["name"] in given else one for one in found]
    return [{"name": "cluster", "widget": "hidden", "default": cluster} if cluster and one["name"] == "cluster" else one for one in fields]
