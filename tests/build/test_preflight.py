"""Preflight: every fault planted once, and the sound world passed."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import typst

from c2site.build import preflight as room
from c2site.build.catalogues import Made
from c2site.build.preflight import on_site, preflight, site_paths
from c2site.build.prepare import Prepared
from c2site.build.progress import Progress
from c2site.build.readback import read_back
from c2site.catalogue import Portal, Selection, Wanted, selections
from c2site.errors import Problem
from c2site.model import Sme
from c2site.render.printed.pictures import qr

PAGE = "#set page(width: 100mm, height: 100mm, margin: 15mm)\n"
Judged = Callable[[str], dict[str, Problem]]


def card(portal: Portal, sme: str, tag: str) -> Selection:
    (one,) = selections(portal, Wanted(smes=(sme,), languages=(tag,)))
    return one


def found_in(prepared: Prepared, sme: str = "amwaj", tag: str = "en") -> dict[str, Problem]:
    return {one.code: one for one in preflight(prepared, Progress(), [(card(prepared.portal, sme, tag), tag)])}


@pytest.fixture
def judged(world: Prepared, monkeypatch: pytest.MonkeyPatch) -> Judged:
    """What preflight finds where a PDF of the given source was set in place of a line card."""

    def made(source: str) -> dict[str, Problem]:
        def planted(prepared: Prepared, progress: Progress, editions: list, text_of: object) -> Iterator:
            yield from ((one, Made(typst.compile((PAGE + source).encode()))) for one in editions)

        monkeypatch.setattr(room, "set_books", planted)
        return found_in(world)

    return made


def changed(world: Prepared, sme: str, **values: object) -> Prepared:
    """Return the world with one company changed."""
    profiles = world.portal.profiles
    smes: dict[str, Sme] = {**dict(profiles.smes.items()), sme: profiles.smes[sme].model_copy(update=values)}
    return replace(world, portal=replace(world.portal, profiles=replace(profiles, smes=smes)))


def code(address: str, width: str = "30mm") -> str:
    return f"#image(bytes({tuple(qr(address, '#000000').encode())}), width: {width})\n"


def test_a_sound_card_has_no_errors_and_states_its_limits(world: Prepared):
    found = found_in(world, "onda-mansa")
    assert [one for one in found.values() if one.severity == "error"] == []
    assert "veraPDF" in found["preflight-standards"].message


def test_a_sound_book_has_no_errors(world: Prepared):
    book = world.portal.profiles.editions["quay-day-2027"]
    assert [one for one in preflight(world, Progress(), [(book, "ar")]) if one.severity == "error"] == []


def test_words_outside_the_margins_are_told_with_their_page(judged: Judged):
    found = judged("#pagebreak()\n#place(dx: -9mm)[Lost]")["preflight-overflow"]
    assert (found.field, found.severity) == ("page 2", "error")
    assert "Lost"[0] in found.message


def test_a_card_of_three_pages_is_told(judged: Judged):
    assert "has 3" in judged("#pagebreak()\n#pagebreak()")["preflight-pages"].message


def test_coarse_pictures_are_told_by_screen_and_by_press(judged: Judged, world: Prepared):
    from tests.build.test_readback import picture

    assert "127" in judged(f"#image(bytes({tuple(picture(100))}), width: 20mm)")["preflight-resolution"].message
    fine = f"#image(bytes({tuple(picture(200))}), width: 20mm)"
    assert "preflight-resolution" not in judged(fine)
    assert "300 are needed" in judged("#set page(bleed: 3mm)\n" + fine)["preflight-resolution"].message


def test_a_code_that_leads_nowhere_on_the_site_is_told(judged: Judged):
    found = judged(code("https://harbo.example/id/nobody/") + code("https://elsewhere.example/id/amwaj/"))
    assert found["preflight-code"].severity == "error"
    assert "preflight-code" not in judged(code("https://harbo.example/id/amwaj/"))


def test_a_code_that_no_telephone_reads_is_told(judged: Judged):
    assert "id/amwaj/" in judged(code("https://harbo.example/id/amwaj/", "2mm"))["preflight-unread"].message


def test_a_link_to_a_page_that_the_site_lacks_is_told(judged: Judged):
    assert judged('#link("https://harbo.example/en/companies/nobody/")[x]')["preflight-link"].severity == "error"
    assert "preflight-link" not in judged('#link("https://harbo.example/en/companies/amwaj/")[x] #link("https://other.example/")[y]')


def test_a_logo_that_cannot_be_printed_is_told_with_its_record(world: Prepared):
    found = found_in(changed(world, "onda-mansa", logo="gone.svg"), "onda-mansa")["preflight-logo"]
    assert (found.path, found.field) == ("data/smes/mare-clara/onda-mansa.yml", "logo")


def test_companies_without_a_logo_are_told_in_one_line(world: Prepared):
    assert "amwaj" in found_in(world)["preflight-no-logo"].message


def test_a_company_of_whom_nothing_is_said_is_told(world: Prepared):
    found = found_in(changed(world, "amwaj", summary=None, description=None, statements=()))["preflight-empty"]
    assert found.path == "data/smes/gal-bahir/amwaj.yml"


def test_texts_in_another_language_are_told_by_record_and_field_and_counted(world: Prepared):
    found = found_in(world, "onda-mansa", "he")
    assert "place_note" in found["preflight-untranslated"].message
    assert "by language: en " in found["preflight-fallen"].message


def test_a_character_that_the_type_lacks_is_told_with_its_record_and_the_rest_is_looked_at(world: Prepared):
    spoiled = changed(world, "amwaj", name="𓀀 Waves")
    cards = [(card(spoiled.portal, sme, "en"), "en") for sme in ("amwaj", "onda-mansa")]
    found = preflight(spoiled, Progress(), cards)
    assert "data/smes/gal-bahir/amwaj.yml" in {one.path for one in found if one.code == "missing-glyph"}
    assert any("onda_mansa" in one.path for one in found)


def test_every_page_that_codes_may_lead_to_is_on_the_built_site(built: Path, portal: Portal):
    assert [path for path in site_paths(portal) if not (built / path / "index.html").is_file()] == []


def test_books_of_the_built_site_lead_where_they_say(built: Path, portal: Portal):
    books = sorted((built / "catalogues").glob("*.pdf"))
    assert len(books) >= 5
    for path in books:
        read = read_back(path.read_bytes())
        assert (read.outside, read.dead) == ({}, []), path.name
        addresses = [address for _, address in (*read.codes, *read.links) if address.startswith(portal.site_url)]
        gone = [one for one in addresses if not (built / one.removeprefix(portal.site_url).split("#")[0] / "index.html").is_file()]
        assert gone == [], path.name
        assert len(read.codes) > 1


def test_an_address_is_on_the_site_whatever_part_of_the_page_it_names():
    site = {"", "en/shortlist/"}
    assert on_site("https://a.example/en/shortlist/#ids=x", "https://a.example/", site)
    assert not on_site("https://a.example/en/lists/", "https://a.example/", site)
    assert not on_site("https://b.example/", "https://a.example/", site)
