"""Maps: where places stand, which map shows them, and where names fit."""

import re
from itertools import combinations

import pytest

from c2site.render.map import LEAST, Map, closest, framed, labels, read_atlas, spread, unit_of
from tests.conftest import REPOSITORY

FOLDER = REPOSITORY / "theme" / "maps"
ATLAS = read_atlas(FOLDER)
EUROPE, WORLD = ATLAS.maps


def strokes(land: str) -> list[tuple[float, float, float]]:
    """Return every stroke of a land's path as (y, from, to)."""
    found, x, y = [], 0.0, 0.0
    for sign, dx, dy, length in re.findall(r"([Mm])(-?[\d.]+) (-?[\d.]+)h([\d.]+)", land):
        x, y = (float(dx), float(dy)) if sign == "M" else (x + float(dx), y + float(dy))
        found.append((y, x, x + float(length)))
        x += float(length)
    return found


def on_land(one: Map, lat: float, lon: float) -> bool:
    x, y = one.point(lat, lon)
    rows = strokes(one.land)
    nearest = min({row[0] for row in rows}, key=lambda at: abs(at - y))
    return any(start <= x <= end for at, start, end in rows if at == nearest)


@pytest.mark.parametrize("code", ["US", "BR", "DZ", "RU", "AU", "IN", "ZA", "CN", "MX", "CO", "CA", "ES", "MG"])
def test_the_middle_of_a_country_lies_on_the_land_of_the_world(code: str):
    assert on_land(WORLD, *ATLAS.places[code])


@pytest.mark.parametrize("code", ["ES", "FR", "DE", "PL", "RO", "RS", "BG", "IT", "GB", "UA"])
def test_the_middle_of_a_country_lies_on_the_land_of_europe(code: str):
    assert on_land(EUROPE, *ATLAS.places[code])


@pytest.mark.parametrize(("one", "lat", "lon"), [(WORLD, 0, -25), (WORLD, 0, 80), (WORLD, 20, -165), (EUROPE, 46, -7), (EUROPE, 40, 6), (EUROPE, 43.5, 34)])
def test_the_sea_carries_no_land(one: Map, lat: float, lon: float):
    assert not on_land(one, lat, lon)


def test_no_stroke_runs_across_the_world():
    assert max(end - start for _, start, end in strokes(WORLD.land)) < WORLD.size[0] * 0.4


def test_maps_are_light_and_hold_nothing_but_land():
    for path in FOLDER.glob("*.json"):
        assert path.stat().st_size < 12_000
    assert all(re.fullmatch(r"[Mmh\d .-]+", one.land) for one in ATLAS.maps)


def test_the_closest_map_that_shows_all_places_is_taken():
    assert closest(ATLAS.maps, [(45.5, 10.2), (42.8, 25.2)]) is EUROPE
    assert closest(ATLAS.maps, [(45.5, 10.2), (19.4, -99.1)]) is WORLD
    assert closest(ATLAS.maps, [(-80, 0)]) is None


def test_a_frame_holds_its_points_in_the_pictures_proportions():
    for points in ([(20, 30)], [(790, 630), (700, 600)], [(100, 100), (700, 500)], [(15, 15), (785, 625)]):
        left, top, right, bottom = framed(points, (800, 640))
        assert all(left <= x <= right and top <= y <= bottom for x, y in points)
        assert (right - left) / (bottom - top) == pytest.approx(800 / 640, rel=0.01)
        assert right - left >= LEAST * 800
        assert (left, top) >= (0, 0) and right <= 800 and bottom <= 640


def test_points_upon_each_other_move_apart():
    points = spread([(100, 100)] * 4, 10)
    assert all(abs(a[0] - b[0]) >= 15 for a, b in combinations(points, 2))


def test_names_cover_no_marker_and_keep_inside():
    points = [(40 * number % 800, 97 * number % 600 + 10) for number in range(1, 60)]
    frame = (0, 0, 800, 640)
    found = labels(points, ["Blue River"] * len(points), frame)
    assert 0 < sum(one is not None for one in found) < len(points)
    for one in filter(None, found):
        assert 0 <= one.x <= 800 and unit_of(frame) / 2 <= one.y <= 640 - unit_of(frame) / 2
    assert len({(one.x, one.y) for one in found if one}) == sum(one is not None for one in found)


def test_a_name_too_long_for_the_picture_stands_in_the_list_only():
    assert labels([(100, 300)], ["A cluster whose name would run across the whole of Europe"], (0, 0, 800, 640)) == [None]
