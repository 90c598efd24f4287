"""What stands where: nothing outside the type area, no heading last on its page, figures and codes in their order, also where records are hostile to a layout."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from c2site.catalogue import Portal
from c2site.model import Offering, Sme
from tests.render.printed.conftest import Book
from tests.render.printed.glyphs import MM, Glyph, glyphs, lines

SetBook = Callable[[Portal, str, str], Book]
INSIDE, OUTSIDE, TOP, BOTTOM = 27 * MM, 17 * MM, 25 * MM, 20 * MM
FOOT, HEAD = 15 * MM, 21 * MM
# Points: letters may lean over their edge; headings are bold and larger than this.
LEAN, HEADING = 2.5, 10.5
# Parts of a letter's size: accents above capitals and tails below the line belong to lines that stand inside. Raised marks belong to the text's letters.
ACCENT, TAIL, TEXT = 0.3, 0.45, 10
TITLE = "A system of sensors, valves and programs that finds leaks in the water networks of old towns before anyone sees water run"
FACT = "Made to order in lots of twelve, with a plate that bears the number of the lot, the day and the place, " * 3
PHONE, CODE, RANGE = "+34 943 123 456", "ISO 9001:2015", "AB-12/34 X"
ARABIC = "شركة مياه نهر كبير"
CALL, FROM_TO = "+972-00-1234", "31–47"
SUMMARY = f"اتصلوا بالرقم {CALL} واقرؤوا الصفحات {FROM_TO} قبل زيارتنا عام 2024"


def stressed(portal: Portal, tag: str) -> Portal:
    """Return the invented partnership with titles, facts and names that strain a page, without logos."""
    profiles = portal.profiles
    smes = {key: _strained(one, place) for place, (key, one) in enumerate(profiles.smes.items())}
    offerings = {key: _long(one, tag) for key, one in profiles.offerings.items()}
    return replace(portal, profiles=replace(profiles, smes=smes, offerings=offerings))


def _strained(one: Sme, place: int) -> Sme:
    return one.model_copy(update={"name": (ARABIC, TITLE, one.name)[place % 3], "logo": None, "group": FACT, "brand": PHONE, "former_name": RANGE})


def _long(one: Offering, tag: str) -> Offering:
    name = {tag: TITLE} if tag == "en" else one.name
    summary = {"en": one.summary.get("en") or TITLE, "ar": SUMMARY}
    return one.model_copy(update={"name": name, "summary": summary, "brand": FACT, "mpn": PHONE, "model": RANGE, "standards": (CODE, FACT), "benefits": ({"en": FACT},)})


@pytest.fixture(scope="session")
def books(portal: Portal, book: Callable[[str, str], Book], set_book: SetBook) -> dict[str, tuple[Book, list[list[Glyph]]]]:
    bare = {key: one for key, one in portal.profiles.offerings.items() if one.makers[0] == next(iter(portal.profiles.smes))}
    made = {
        "br-pt": book("br-2027", "pt"),
        "jp-en": book("jp-2027", "en"),
        "event-ar": book("quay-day-2027", "ar"),
        "event-he": book("quay-day-2027", "he"),
        "strained-en": set_book(stressed(portal, "en"), "jp-2027", "en"),
        "strained-ar": set_book(stressed(portal, "ar"), "quay-day-2027", "ar"),
        "bare-en": set_book(replace(portal, profiles=replace(portal.profiles, offerings=bare)), "jp-2027", "en"),
    }
    return {name: (one, glyphs(one.pdf)) for name, one in made.items()}


BOOKS = ("br-pt", "jp-en", "event-ar", "event-he", "strained-en", "strained-ar", "bare-en")


@pytest.mark.parametrize("name", BOOKS)
def test_no_letter_stands_outside_the_type_area(books: dict, name: str):
    made, pages = books[name]
    assert {place: _told(stray) for place, page in enumerate(pages[1:-1], 2) if (stray := _strays(made, place, page))} == {}


def _strays(made: Book, place: int, page: list[Glyph]) -> list[Glyph]:
    width, height = (float(one) for one in made.reader.pages[place - 1].mediabox[2:])
    inside_left = (place % 2 == 1) == (made.data["book"]["dir"] == "ltr")
    left, right = (INSIDE, width - OUTSIDE) if inside_left else (OUTSIDE, width - INSIDE)
    return [one for one in page if one.upright and not (left - LEAN < one.left and one.right < right + LEAN and _in_height(one, height))]


def _in_height(one: Glyph, height: float) -> bool:
    foot, head = one.top < FOOT, one.bottom > height - HEAD
    inside = one.bottom > BOTTOM - TAIL * one.size and one.top < height - TOP + ACCENT * max(one.size, TEXT)
    return one.bottom > 0 and one.top < height and (foot or head or inside)


def _told(found: list[Glyph]) -> str:
    return "".join(one.text for one in found)[:80]


@pytest.mark.parametrize("name", BOOKS)
def test_no_heading_stands_last_on_a_page(books: dict, name: str):
    made, pages = books[name]
    # A page with little but a heading is one for the reader's notes. A line of the contents is bold and no heading.
    bodies = {place: [one for one in lines(page) if one[0].bottom > BOTTOM - LEAN] for place, page in enumerate(pages[1:-1], 2)}
    contents = made.data["contents"]["heading"]["t"].replace(" ", "")
    last = {place: body[-1] for place, body in bodies.items() if body[3:] and not any(_told(line) == contents for line in body)}
    assert {place: _told(line) for place, line in last.items() if all(one.bold and one.size > HEADING for one in line)} == {}


@pytest.mark.parametrize(("name", "wanted"), [("strained-ar", PHONE), ("strained-ar", CODE), ("strained-ar", RANGE), ("strained-ar", CALL), ("strained-ar", FROM_TO), ("strained-en", PHONE)])
def test_codes_and_phone_numbers_stand_in_their_order(books: dict, name: str, wanted: str):
    _, pages = books[name]
    shown = ["".join(one.text for one in line) for page in pages for line in lines(page)]
    assert sum(wanted.replace(" ", "") in line for line in shown) >= 3


def test_arabic_letters_stand_from_right_to_left_in_an_english_book(books: dict):
    _, pages = books["strained-en"]
    shown = ["".join(one.text for one in reversed(line)) for page in pages for line in lines(page)]
    assert sum(ARABIC.replace(" ", "") in line for line in shown) >= 2


def test_marks_of_chapters_stand_at_the_fore_edge(books: dict):
    for name in ("jp-en", "event-ar"):
        made, pages = books[name]
        found = {(place, one.left) for place, page in enumerate(pages, 1) for one in page if not one.upright}
        width = float(made.reader.pages[0].mediabox.width)
        assert found
        assert {(place % 2 == 1) == (x > width / 2) for place, x in found} == {made.data["book"]["dir"] == "ltr"}
