"""What Decap calls collections, and by which field it tells records apart."""

from functools import cache

from c2site.model import KINDS, Kind
from c2site.model.blank import NAME_FIELDS
from c2site.model.schema import Schema, plain_schema
from c2site.render.admin.desk import Desk


def collection_name(kind: Kind, cluster: str = "") -> str:
    """Return the name of a collection; where records lie in folders of clusters, there is one for each."""
    return f"{kind.name}-{cluster}" if cluster and kind.by_cluster else kind.name


@cache
def schema_of(name: str) -> Schema:
    """Return what a record of the kind `name` may hold."""
    return plain_schema(KINDS[name].record)


def name_path(desk: Desk, kind: Kind) -> str:
    """Return where a record's name stands; of names in several languages, that in the portal's first one."""
    name = next(iter(NAME_FIELDS.get(kind.name, ("name",))), "country")
    is_text = "patternProperties" in schema_of(kind.name)["properties"][name]
    return f"{name}.{desk.portal.readers.default.tag}" if is_text else name
