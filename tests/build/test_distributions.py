"""The catalogues' files described for data portals."""

import hashlib
import json
from pathlib import Path

from c2site.build.catalogues import chosen_editions, write_data, write_needs
from c2site.build.distributions import distributions, write_dcat
from c2site.build.output import Output
from c2site.build.prepare import Prepared


def test_every_file_of_an_edition_is_described_as_it_was_written(world: Prepared, tmp_path: Path):
    out, editions = Output(tmp_path), chosen_editions(world)
    paths = write_data(world, out, editions)
    found = {one.path: one for one in distributions(world.portal, out, editions)}
    assert sorted(found) == sorted(paths)
    for path, one in found.items():
        content = (tmp_path / path).read_bytes()
        assert (one.size, one.sha256) == (len(content), hashlib.sha256(content).hexdigest())
    write_dcat(world, out, editions)
    described = json.loads((tmp_path / "api/v1/dcat.jsonld").read_bytes())
    assert sorted(one["dcat:downloadURL"]["@id"] for data in described["dcat:dataset"] for one in data["dcat:distribution"]) == sorted(
        world.portal.site_url + path for path in paths
    )


def test_needs_are_written_in_every_language_of_the_portal(world: Prepared, tmp_path: Path):
    write_needs(world, Output(tmp_path))
    assert len(list((tmp_path / "catalogues").glob("*-needs-*.een.json"))) == len(list(world.portal.readers))
