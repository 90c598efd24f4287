"""The value chains: which clusters have entries at which stage, and where nobody has one."""

from typing import Any

from c2site.catalogue import Standing, standing_in
from c2site.model.partnership import ChainStage
from c2site.render.printed.desk import Desk

# Clusters beside one another; more of them stand in a table of their own.
BESIDE = 8

Row = dict[str, Any]


def chains(desk: Desk) -> list[Row]:
    """Return the value chains in which an entry of the catalogue stands, each as stages by clusters."""
    profiles = desk.portal.profiles
    found = (standing_in(desk.catalogue, chain, profiles.smes) for chain in profiles.value_chains.values())
    numbers = {entry.offering.id: entry.number for entry in desk.catalogue.entries}
    filled = [stand for stand in found if stand.offerings]
    return [_chain(desk, stand, numbers, alone=len(filled) == 1) for stand in filled]


def _chain(desk: Desk, stand: Standing, numbers: dict[str, int], alone: bool) -> Row:
    """Return a chain; where it is the only one, the contents say what it is and not what it is called."""
    columns = [stand.clusters[at : at + BESIDE] for at in range(0, len(stand.clusters), BESIDE)]
    names = (desk.phrase("chain.heading"), desk.text(stand.chain.title))
    return {
        "heading": names[0 if alone else 1],
        "kicker": names[1 if alone else 0],
        "lead": desk.phrase("chain.lead"),
        "challenge": desk.text(stand.chain.challenge),
        "stage": desk.phrase("chain.stage"),
        "none": desk.phrase("chain.none"),
        "tables": [_table(desk, stand, clusters, numbers) for clusters in columns],
    }


def _table(desk: Desk, stand: Standing, clusters: tuple[str, ...], numbers: dict[str, int]) -> Row:
    rows = [_stage(desk, place, stage, stand, clusters, numbers) for place, stage in enumerate(stand.chain.stages, 1)]
    return {"clusters": [_cluster(desk, key) for key in clusters], "rows": rows}


def _cluster(desk: Desk, key: str) -> Row:
    cluster = desk.portal.profiles.clusters[key]
    return {"id": key, "name": desk.name(cluster.short_name), "tone": desk.tone(cluster.sectors[0])}


def _stage(desk: Desk, place: int, stage: ChainStage, stand: Standing, clusters: tuple[str, ...], numbers: dict[str, int]) -> Row:
    return {
        "number": desk.name(desk.reader.number(place)),
        "name": desk.text(stage.name),
        "text": desk.text(stage.description),
        "gap": stage.id in stand.gaps,
        "cells": [_cell(desk, [numbers[key] for key in stand.at(stage.id, cluster)], stand.shade(stage.id, cluster)) for cluster in clusters],
    }


def _cell(desk: Desk, numbers: list[int], shade: int) -> Row:
    return {"numbers": numbers, "count": desk.phrase("count", len(numbers)), "shade": shade}
