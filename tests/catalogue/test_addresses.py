"""Where an edition's files stand: names that people can read and that never meet."""

from itertools import product

from c2site.catalogue import Portal, edition_path, edition_stem
from c2site.model import Edition

IDS = ("mx-2026", "2026", "mx-es-2026", "es-2026", "es", "mx-es", "fair-2026", "latn-2026", "sr-latn-2026")


def edition(key: str, market: str | None = None) -> Edition:
    return Edition.model_construct(id=key, market=market)


def test_files_are_named_for_partnership_market_language_and_edition(portal: Portal):
    named = {(one.id, tag): edition_path(portal.profiles.partnership, one, tag, "pdf") for one in portal.profiles.editions.values() for tag in one.languages}
    assert named["br-2027", "pt"] == "catalogues/harbo-br-pt-2027.pdf"
    assert named["quay-day-2027", "ar"] == "catalogues/harbo-ar-quay_day_2027.pdf"


def test_edition_whose_id_does_not_begin_with_its_market_is_named_whole(portal: Portal):
    assert edition_stem(portal.profiles.partnership, edition("fair-2026", "mx"), "sr-Latn") == "harbo-mx-sr_latn--fair_2026"


def test_no_two_editions_share_a_name_in_any_language(portal: Portal):
    asked = list(product(IDS, (None, "mx", "es", "mx-es", "sr"), ("es", "mx", "sr", "sr-Latn")))
    assert len({edition_stem(portal.profiles.partnership, edition(key, market), tag) for key, market, tag in asked}) == len(asked)
