"""The static interface described for programs that make clients (OpenAPI 3.1): files, asked for by GET."""

import json
from typing import Any

from c2site.catalogue import Portal
from c2site.render.exports import api
from c2site.render.exports.json import LICENCE

# A collection is called as the portal's menu calls it, where that has a name for it.
WORDS = {"partnership": "nav.about", "sources": "nav.bibliography", "companies": "nav.smes", "catalogues": "nav.editions", "value_chains": "nav.value-chain", "needs": "export.api.needs"}


def openapi(portal: Portal) -> str:
    """Return the description, in the words of the portal's first reader."""
    reader, partnership = portal.readers.default, portal.profiles.partnership
    described = {
        "openapi": "3.1.0",
        "info": {
            "title": reader.phrase("export.api.title", partnership=partnership.acronym),
            "version": "1",
            "summary": reader.phrase("export.api.summary"),
            "description": " ".join(filter(None, [reader.phrase("export.api.description"), reader.text(partnership.notice).text])),
            "license": {"name": LICENCE["id"], "identifier": LICENCE["id"]},
        },
        "servers": [{"url": f"{portal.site_url}{api.ROOT}".rstrip("/")}],
        "paths": _paths(portal),
    }
    return json.dumps(described, ensure_ascii=False, indent=2) + "\n"


def _paths(portal: Portal) -> dict[str, Any]:
    said = portal.readers.default.phrase
    paths = {"/index.json": _get("index", said("export.api.index"), "index")}
    paths |= {f"/{name}.json": _get(name, said(WORDS.get(name, f"nav.{name}")), name) for name in api.COLLECTIONS}
    if portal.profiles.editions:
        place = {"name": "id", "in": "path", "required": True, "schema": {"enum": sorted(portal.profiles.editions)}}
        paths["/catalogues/{id}.json"] = _get("catalogue", said("export.api.catalogue"), "catalogue", place)
    return paths


def _get(name: str, words: str, schema: str, *parameters: dict[str, Any]) -> dict[str, Any]:
    content = {"application/json": {"schema": {"$ref": f"schema/{schema}.schema.json"}}}
    found = {"operationId": name, "summary": words, "responses": {"200": {"description": words, "content": content}}}
    return {"get": {**found, "parameters": list(parameters)} if parameters else found}
