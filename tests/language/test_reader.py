"""Which words a reader sees, and how figures, dates and names are written."""

from datetime import date
from decimal import Decimal

import pytest

from c2site.language import NOTHING, Phrases, Reader, Words

TEXT = {"en": "Water", "es": "Agua", "ar": "ماء"}


def reader(tag: str, *fallback: str, derived_from: str | None = None, phrases: tuple[Phrases, ...] = ()) -> Reader:
    return Reader(tag, (tag, *fallback), phrases, derived_from)


def test_text_in_the_readers_language_comes_first():
    assert reader("es", "en").text(TEXT) == Words("Agua", "es", "ltr", True)


def test_company_without_greek_text_is_read_in_english_and_says_so():
    assert reader("el", "en").text(TEXT) == Words("Water", "en", "ltr", False)


def test_chain_goes_from_region_to_language_to_english():
    colombian = reader("es-CO", "es", "en")
    assert colombian.text({"es": "Agua", "es-CO": "Agüita", "en": "Water"}).text == "Agüita"
    assert colombian.text(TEXT) == Words("Agua", "es", "ltr", True)


def test_arabic_text_shown_to_an_english_reader_keeps_its_direction():
    assert reader("en").text({"ar": "ماء"}) == Words("ماء", "ar", "rtl", False)


@pytest.mark.parametrize(("value", "said"), [("23 ноември 2026 г.", "Към 23 ноември 2026 г. Край"), ("2026", "Към 2026. Край"), ("и т.н...", "Към и т.н.... Край")])
def test_a_sentence_that_ends_with_a_full_stop_has_one(value: str, said: str):
    reader = Reader("bg", ("bg",), (Phrases("bg", {"day": "Към {day}. Край"}),))
    assert reader.phrase("day", day=value) == said


def test_no_text_is_nothing_and_false():
    assert reader("en").text(None) is NOTHING
    assert not NOTHING


def test_serbian_latin_is_rewritten_from_cyrillic_and_counts_as_own():
    latin = reader("sr-Latn", "sr", "en", derived_from="sr")
    assert latin.text({"sr": "Љубав према води"}) == Words("Ljubav prema vodi", "sr-Latn", "ltr", True)


def test_cyrillic_serbian_shown_to_a_bulgarian_is_another_language():
    assert not reader("bg", "sr").text({"sr": "вода"}).own


def test_phrase_falls_back_along_the_chain_and_says_its_language():
    words = reader("el", "en", phrases=(Phrases("el", {}), Phrases("en", {"nav.home": "Home"}))).words("nav.home")
    assert (words.text, words.lang, words.own) == ("Home", "en", False)


def test_unknown_phrase_is_our_bug():
    with pytest.raises(KeyError, match=r"nav\.nowhere"):
        reader("en", phrases=(Phrases("en", {}),)).phrase("nav.nowhere")


@pytest.mark.parametrize(("n", "expected"), [(0, "0 شركات صفر"), (1, "1 واحدة"), (2, "2 اثنتان"), (3, "3 قليل"), (11, "11 كثير"), (100, "100 غير")])
def test_arabic_has_six_plural_forms(n: int, expected: str):
    forms = {"zero": "{n} شركات صفر", "one": "{n} واحدة", "two": "{n} اثنتان", "few": "{n} قليل", "many": "{n} كثير", "other": "{n} غير"}
    assert reader("ar", phrases=(Phrases("ar", {"count": forms}),)).phrase("count", n=n) == expected


def test_figures_and_dates_follow_cldr():
    assert reader("en").number(12345) == "12,345"
    assert reader("es").number(12345) == "12.345"
    assert reader("fr").date(date(2022, 6, 29)) == "29 juin 2022"
    assert reader("bg").date(date(2022, 6, 29)) == "29 юни 2022\xa0г."


@pytest.mark.parametrize(
    ("tag", "expected"),
    [("en-GB", "2–4 September 2027"), ("es", "2–4 de septiembre de 2027"), ("sr", "2–4. септембар 2027."), ("lv", "2027. gada 2–4. septembris")],
)
def test_a_span_of_days_says_the_month_once(tag: str, expected: str):
    assert reader(tag).days(date(2027, 9, 2), date(2027, 9, 4)) == expected


def test_a_span_over_two_months_has_two_dates():
    assert reader("fr").days(date(2027, 9, 30), date(2027, 10, 2)) == "30 septembre 2027 – 2 octobre 2027"


@pytest.mark.parametrize(("tag", "expected"), [("en", "€200,000"), ("fr", "200\xa0000\xa0€"), ("el", "200.000\xa0€")])
def test_whole_amounts_have_no_cents(tag: str, expected: str):
    assert reader(tag).money(200000, "EUR") == expected


def test_amount_with_cents_keeps_them():
    assert reader("en").money(Decimal("12.5"), "USD") == "$12.50"


def test_arabic_list_joins_its_last_item_without_a_space():
    assert reader("ar").listed(["أ", "ب", "ج"]) == "أ وب وج"


def test_countries_languages_and_currencies_have_the_readers_names():
    assert reader("el").country("MX") == "Μεξικό"
    assert reader("es").language("sr-Latn") == "serbio (latino)"
    assert reader("fr").currency("COP") == "peso colombien"


def test_direction_follows_the_script():
    assert [reader(tag).direction for tag in ("ar", "he", "sr-Latn", "az-Arab", "en")] == ["rtl", "rtl", "ltr", "rtl", "ltr"]


def test_languages_are_called_by_their_own_names():
    assert [reader(tag).own_name() for tag in ("el", "ar", "sr-Latn")] == ["Ελληνικά", "العربية", "Srpski (latinica)"]


@pytest.mark.parametrize(("count", "tag", "said"), [
    (0, "en", "0 byte"), (812, "es", "812 B"), (999, "es", "999 B"), (1000, "es", "1 kB"), (1049, "es", "1 kB"), (5358, "es", "5,4 kB"), (340_499, "es", "340 kB"),
    (1_234_567, "es", "1,2 MB"), (1_234_567_890, "es", "1.235 MB"), (1_234_567, "ar", "1.2 م.ب"),
])  # fmt: skip
def test_sizes_of_files_are_written_in_the_reader_s_way(count: int, tag: str, said: str):
    assert reader(tag).size(count).replace("\u00a0", " ") == said
