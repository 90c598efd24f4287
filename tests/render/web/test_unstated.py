"""What no source states stands in one line."""

import re

from c2site.build.prepare import Prepared, brand_texts
from c2site.render.web import Studio, composed, record_pages
from c2site.render.web.unstated import EXPECTED, unstated
from tests.conftest import ASSETS


def test_every_expected_fact_is_a_field_and_has_a_name(world: Prepared):
    for kind, facts in EXPECTED.items():
        assert set(facts.values()) <= set(kind.model_fields)
        assert all(reader.has_phrase(f"label.{label}") for reader in world.portal.readers for label in facts)


def test_facts_nobody_states_are_named_and_take_one_row(world: Prepared):
    studio = Studio(world.portal, world.settings.theme / "templates", brand_texts(world.settings.brand), ASSETS)
    for page in record_pages(world.portal, world.portal.readers.of("en")):
        if page.about is None:
            continue
        missing = unstated(page.about)
        rows = re.findall(r'<div class="facts__row facts__row--missing">.*?</div>', composed(studio, page).body, re.DOTALL)
        assert len(rows) == bool(missing), page.path
        assert len(re.findall("<span>", "".join(rows))) == len(missing), page.path
