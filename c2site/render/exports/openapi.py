"""The static interface described for programs that make clients (OpenAPI 3.1): files, asked for by GET."""

from typing import Any

from c2site.catalogue import Portal
from c2site.render.exports import api
from c2site.render.exports.json import LICENCE
from c2site.render.exports.written import json_bytes

# A collection is called as the portal's menu calls it, where that has a name for it.
WORDS = {"partnership": "nav.about", "sources": "nav.bibliography", "companies": "nav.smes", "catalogues": "nav.editions", "value_chains": "nav.value-chain", "needs": "export.api.needs"}


def openapi(portal: Portal) -> bytes:
    """Return the description, in the words of the portal's first reader."""
    reader, partnership = portal.readers.default, portal.profiles.partnership
    return json_bytes(
        {
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
    )


def _paths(portal: Portal) -> dict[str, Any]:
    said = portal.readers.default.phrase
    described = said("exchange.catalogue", partnership=portal.profiles.partnership.acronym)
    paths = {"/index.json": _get("index", said("export.api.index"), _schema("index"))}
    paths |= {f"/{name}.json": _get(name, said(WORDS.get(name, f"nav.{name}")), _schema(name)) for name in api.COLLECTIONS}
    paths |= {f"/{api.DCAT}": _get("dcat", described, {"application/ld+json": {"schema": {"type": "object"}}})}
    if portal.profiles.editions:
        place = {"name": "id", "in": "path", "required": True, "schema": {"enum": sorted(portal.profiles.editions)}}
        paths["/catalogues/{id}.json"] = _get("catalogue", said("export.api.catalogue"), _schema("catalogue"), place)
    return paths


def _schema(name: str) -> dict[str, Any]:
    return {"application/json": {"schema": {"$ref": f"schema/{name}.schema.json"}}}


def _get(name: str, words: str, content: dict[str, Any], *parameters: dict[str, Any]) -> dict[str, Any]:
    found = {"operationId": name, "summary": words, "responses": {"200": {"description": words, "content": content}}}
    return {"get": {**found, "parameters": list(parameters)} if parameters else found}
