"""Maps on pages: every record has its marker, and no page mirrors a map."""

import re
from types import SimpleNamespace

from c2site.build.prepare import Prepared, brand_texts
from c2site.model.base import Geo
from c2site.render.map import read_atlas
from c2site.render.web import Studio, composed, record_pages
from c2site.render.web.charts import chart
from tests.conftest import ASSETS, REPOSITORY

ATLAS = read_atlas(REPOSITORY / "theme" / "maps")


def home(world: Prepared, tag: str) -> str:
    studio = Studio(world.portal, world.settings.theme / "templates", brand_texts(world.settings.brand), ASSETS)
    reader = world.portal.readers.of(tag)
    return composed(studio, next(page for page in record_pages(world.portal, reader) if page.template == "clusters")).body


def test_markers_lie_inside_the_frame_and_link_to_their_records(world: Prepared):
    body = home(world, "en")
    left, top, width, height = map(float, re.search(r'viewBox="([\d. -]+)"', body)[1].split())
    pins = re.findall(r'class="map__pin" cx="([\d.]+)" cy="([\d.]+)"', body)
    assert len(pins) == len(world.portal.profiles.partnership.clusters)
    assert all(left <= float(x) <= left + width and top <= float(y) <= top + height for x, y in pins)
    for key in world.portal.profiles.partnership.clusters:
        assert re.search(rf'<a class="map__place[^>]*href="[^"]*clusters/{key}/" aria-label="[^"]+"', body)


def test_pages_read_from_right_to_left_show_the_same_map(world: Prepared):
    english, hebrew = home(world, "en"), home(world, "he")
    pins = r'class="map__pin" cx="[\d.]+" cy="[\d.]+"'
    assert re.findall(pins, english) == re.findall(pins, hebrew) != []
    assert 'direction="ltr"' in hebrew


def test_a_record_without_a_place_stands_in_its_country_as_a_ring():
    known = SimpleNamespace(country="IT", geo=Geo(lat=45.5, lon=10.2))
    unknown = SimpleNamespace(country="IT", geo=None)
    found = chart(ATLAS, [known, unknown], lambda one: "Name")
    assert [one.exact for one in found.markers] == [True, False]
    assert found.inexact


def test_a_record_of_an_unknown_country_has_no_marker():
    assert chart(ATLAS, [SimpleNamespace(country="XX", geo=None)], str) is None
