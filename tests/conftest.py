"""What tests of several rooms share: the invented partnership of tests/world, prepared once."""

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

from c2site.build.prepare import Prepared, prepared
from c2site.build.settings import Settings, settings_from
from c2site.catalogue import Portal
from c2site.language import Readers

REPOSITORY = Path(__file__).resolve().parents[1]
WORLD = REPOSITORY / "tests" / "world"
# Where the theme's files stand in pages that are made without writing any.
PICTURES = ("favicon.svg", "logo.svg", "icon-32.png", "apple-touch-icon.png", "site.webmanifest")
ASSETS = {name: f"assets/{name}" for name in ("portal.css", "tools.js", *PICTURES, *sorted(one.name for one in (REPOSITORY / "theme" / "assets").glob("*.js")))}
# The day on which the world's records are valid; every test counts it as today.
TODAY = date(2027, 3, 1)
EPOCH = "1803859200"

# No test is timed, and two runs try the same cases.
settings.register_profile("house", deadline=None, derandomize=True)
settings.load_profile("house")

# Children started by tests (the host, the typesetter) count the same day.
os.environ["SOURCE_DATE_EPOCH"] = EPOCH
os.environ["NO_MKDOCS_2_WARNING"] = "1"
os.environ["C2SITE_LANGUAGE"] = "en"
# Nobody looks at the pictures of links but their own tests.
os.environ["C2SITE_NO_CARDS"] = "1"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--renew-golden", action="store_true", help="write golden files anew instead of comparing")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browsers first: the files that take longest begin while there is other work to do beside them."""
    items.sort(key=lambda one: "site" not in one.path.relative_to(REPOSITORY).parts[:2])


@pytest.fixture
def renew_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--renew-golden"))


@pytest.fixture(scope="session")
def world_settings() -> Settings:
    return replace(settings_from(WORLD, {}), today=TODAY)


@pytest.fixture(scope="session")
def world(world_settings: Settings) -> Prepared:
    return prepared(world_settings)


@pytest.fixture(scope="session")
def portal(world: Prepared) -> Portal:
    return world.portal


@pytest.fixture(scope="session")
def readers(portal: Portal) -> Readers:
    return portal.readers
