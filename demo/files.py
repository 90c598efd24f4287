"""Every file of the invented partnership, in a fixed order."""

from collections.abc import Iterator

from demo.block import block_yaml
from demo.business import business_model_records
from demo.companies import company_record
from demo.markets import MARKETS, edition_record, fair_edition_record, market_record
from demo.media import media_files
from demo.occasions import (
    FAIR,
    FORMULAS,
    PROSPECTS,
    agreement_record,
    event_records,
    indicator_record,
    need_records,
    prospect_record,
)
from demo.offerings import offering_records
from demo.pages import bibliography, host_settings, pages, phrases
from demo.partnership import SECTORS, chain_record, cluster_record, partnership_record, sector_record
from demo.places import HOMES
from demo.world import Company, Record, World


def common_files(world: World) -> Iterator[tuple[str, bytes]]:
    """Yield place and content of every file but those of single companies."""
    yield "mkdocs.yml", host_settings().encode()
    yield "data/references.bib", bibliography().encode()
    for place, text in (*phrases(world), *pages(world)):
        yield place, text.encode()
    for place, record in _common_records(world):
        yield f"data/{place}.yml", block_yaml(record).encode()
    for name, content in media_files(world.seed):
        yield f"data/media/{name}", content


def company_files(world: World, company: Company) -> Iterator[tuple[str, bytes]]:
    """Yield place and content of a company's profile and of its offerings' profiles."""
    cluster = company.home.id
    yield f"data/smes/{cluster}/{company.id}.yml", block_yaml(company_record(world, company)).encode()
    for key, record in offering_records(world, company):
        yield f"data/offerings/{cluster}/{key}.yml", block_yaml(record).encode()


def _common_records(world: World) -> Iterator[tuple[str, Record]]:
    yield "partnership", partnership_record(world)
    yield "value_chains/city-task", chain_record(world)
    for sector in SECTORS:
        yield f"sectors/{sector}", sector_record(world, sector)
    for home in HOMES:
        yield f"clusters/{home.id}", cluster_record(world, home)
    for market in MARKETS:
        yield f"markets/{market.id}", market_record(world, market)
        yield f"editions/{market.id}-2027", edition_record(world, market)
        yield f"agreements/agr-{market.id}", agreement_record(world, market)
    yield "editions/us-fair-2027", fair_edition_record(world, FAIR, MARKETS[0])
    for key, record in event_records(world):
        yield f"events/{key}", record
    for key, record in need_records(world):
        yield f"needs/{key}", record
    for number in range(len(PROSPECTS)):
        yield f"prospects/prospect-{number + 1:02}", prospect_record(world, number)
    for key, record in business_model_records(world):
        yield f"business_models/{key}", record
    for key in FORMULAS:
        yield f"indicators/ind-{key}", indicator_record(world, key)
