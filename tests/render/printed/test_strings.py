"""Strings and prose on their way to the page."""

import pytest

from c2site.language import Words
from c2site.render.printed.prose import prose
from c2site.render.printed.strings import isolated, main_direction, of_record, string


@pytest.mark.parametrize(
    ("text", "direction", "wanted"),
    [
        ("Aclima", "ltr", "Aclima"),
        ("شركة", "ltr", "\u2068شركة\u2069"),
        ("Aclima", "rtl", "\u2068Aclima\u2069"),
        ("شركة", "rtl", "شركة"),
        ("+34 555 12-34", "rtl", "\u2068+34 555 12-34\u2069"),
        ("2024", "rtl", "2024"),
    ],
)
def test_names_are_isolated_where_they_run_against_the_line(text: str, direction: str, wanted: str):
    assert isolated(text, direction) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("هاتف +972-00-1234 اليوم", "هاتف \u2066+972-00-1234\u2069 اليوم"),
        ("الصفحات 3–7", "الصفحات \u20663–7\u2069"),
        ("ISO 9001:2015 و+34 (0) 943 12", "ISO 9001:2015 و\u2066+34 (0) 943 12\u2069"),
        ("من -10 إلى 60 درجة، C++", "من \u2066-10\u2069 إلى 60 درجة، \u2066C++\u2069"),
        ("مقره Via Cefalonia 60, 25124 Brescia (4-5) منذ 12-34 X", "مقره Via Cefalonia 60, 25124 Brescia (4-5) منذ \u206612-34 X\u2069"),
        ("[نص](https://a.example/c-1?x=12-34)", "[نص](https://a.example/c-1?x=12-34)"),
        ("\u2068+34 943 123\u2069", "\u2068+34 943 123\u2069"),
        ("عام 2024، 12,500.75 من Blue Water، 3، 5", "عام 2024، 12,500.75 من Blue Water، 3، 5"),
    ],
)
def test_phone_numbers_codes_and_ranges_keep_their_order_in_lines_from_the_right(text: str, wanted: str):
    assert string(text, "ar", "rtl")["t"] == wanted
    assert string(text, "en", "ltr")["t"] == text


def test_most_letters_settle_a_direction():
    assert main_direction("Aclima شركة مياه الحياة", "ltr") == "rtl"
    assert main_direction("12", "rtl") == "rtl"


@pytest.mark.parametrize(
    ("tag", "language", "region"),
    [("es-MX", "es", "MX"), ("sr-Latn", "hr", None), ("en", "en", None), ("es-419", "es", None)],
)
def test_typst_knows_the_language_by_its_own_name(tag: str, language: str, region: str | None):
    found = string("x", tag, "ltr")
    assert (found["lang"], found["region"]) == (language, region)


def test_signs_the_type_lacks_take_their_neighbours():
    assert string("12\u202f000\u2009m, 5\u2032", "fr", "ltr")["t"] == "12\u00a0000\u00a0m, 5’"


def test_french_signs_are_not_torn_from_their_words():
    assert string("Prix : « ouvert » ?", "fr-CA", "ltr")["t"] == "Prix\u00a0: «\u00a0ouvert\u00a0»\u00a0?"
    assert string("Prices : open ?", "en", "ltr")["t"] == "Prices : open ?"


def test_words_in_another_language_name_it():
    assert of_record(Words("water", "en", "ltr", False))["code"] == "en"
    assert "code" not in of_record(Words("agua", "es", "ltr", True))


def test_prose_knows_paragraphs_items_and_weights():
    text = string("One **two** *three*.\n\n- four [five](https://example.org)\n- six", "en", "ltr")
    blocks = prose(text)
    assert [block["item"] for block in blocks] == [False, True, True]
    assert [run["t"] for run in blocks[0]["runs"] if run["strong"]] == ["two"]
    assert [run["t"] for run in blocks[0]["runs"] if run["em"]] == ["three"]
    assert [run["link"] for run in blocks[1]["runs"] if run["link"]] == ["https://example.org"]


@pytest.mark.parametrize(
    "text", ["<script>x</script>", "`#panic()`", "# no heading", "![x](file:///etc/passwd)", "[x](javascript:x)"]
)
def test_prose_has_neither_html_nor_code_nor_other_links(text: str):
    runs = [run for block in prose(string(text, "en", "ltr")) for run in block["runs"]]
    assert all(run["link"] == "" for run in runs)
    assert "".join(run["t"] for run in runs).replace("`", "")


def test_no_text_gives_no_prose():
    assert prose(None) == []
