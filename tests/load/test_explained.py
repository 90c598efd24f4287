"""What pydantic refuses is told in the editor's words, at the editor's place."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from c2site.errors import DataError, Problem
from c2site.load.document import parsed
from c2site.load.explained import explained
from c2site.load.files import RecordFile
from c2site.load.partnership import record_of
from c2site.load.refusals import TELLERS
from c2site.model import KINDS, Sme

COMPANY = "status: draft\nsource_language: en\nname: Acme\ncluster: blue-river\ncountry: AT\nsectors: [ict]\n"


def told(text: str, kind: str = "sme") -> list[Problem]:
    """Return what is told of a record; a company's required fields are there already."""
    raw = (COMPANY + text if kind == "sme" else text).encode()
    with pytest.raises(DataError) as caught:
        record_of(RecordFile(KINDS[kind], "x", "data/x.yml", "a"), raw)
    return list(caught.value.problems)


@pytest.mark.parametrize(
    ("text", "code", "field", "place", "hint"),
    [
        ("websit: x\n", "unknown-field", "websit", (7, 1), "Did you mean `website`?"),
        ("export:\n  countrys: [DE]\n", "unknown-field", "export.countrys", (8, 3), "Did you mean `countries`?"),
        ("images:\n  - alt:\n      en: A meter\n", "missing-field", "images.0.file", (8, 5), "Add `file:`."),
        ("size: Small\n", "wrong-choice", "size", (7, 7), "Did you mean `small`?"),
        ("visibility: partner\n", "wrong-choice", "visibility", (7, 13), "Did you mean `partners`?"),
        (
            "employees:\n  value: 1.200\n",
            "wrong-number",
            "employees.value",
            (8, 10),
            "Write digits only, such as `1200`.",
        ),
        ("geo:\n  lat: '48,2'\n  lon: 16\n", "wrong-decimal", "geo.lat", (8, 8), "such as `48.2`."),
        ("valid_until: 31/12/2026\n", "wrong-date", "valid_until", (7, 14), "such as `2026-12-31`."),
        ("valid_until: 2026\n", "wrong-date", "valid_until", (7, 14), "year-month-day"),
        ("founded:\n  value: 1995\n  inferred: maybe\n", "wrong-boolean", "founded.inferred", (9, 13), "Write `true`."),
        ("summary: Makes meters\n", "wrong-shape", "summary", (7, 10), "`en: Makes meters` on a line of its own"),
        ("keywords: [meters]\n", "wrong-shape", "keywords.0", (7, 12), "Write it as `- en: meters`."),
        ("certificates:\n  - ISO 9001\n", "wrong-shape", "certificates.0", (8, 5), "Write it as `- type: ISO 9001`."),
        ("employees: 12\n", "wrong-shape", "employees", (7, 12), "Write `value: 12` on a line of its own"),
        ("languages: en\n", "wrong-shape", "languages", (7, 12), "Begin each item below `languages:` with a hyphen"),
        ("city:\n  - Vienna\n", "wrong-shape", "city", (7, 1), "Write one value behind `city:`."),
        ("city:\n  en: Vienna\n", "wrong-shape", "city", (7, 1), ""),
        ("languages: [EN_gb]\n", "unknown-language", "languages.0", (7, 13), "Did you mean `en-GB`?"),
        ("summary:\n  English: x\n", "unknown-language", "summary.English", (8, 3), "such as `en`"),
        ("export:\n  countries: [de]\n", "unknown-country", "export.countries.0", (8, 15), "Did you mean `DE`?"),
        ("export:\n  share: 140\n", "wrong-range", "export.share", (8, 10), ""),
        ("founded:\n  value: 95\n", "wrong-range", "founded.value", (8, 10), ""),
        ("summary:\n  en: ''\n", "empty-text", "summary.en", (8, 7), "absent means"),
        ("summary:\n  en:\n", "empty-text", "summary", (7, 1), "absent means"),
        ("website: ftp://acme.example\n", "wrong-url", "website", (7, 10), "Write `https://acme.example`."),
        ("website: https://10.0.0.1/\n", "wrong-url", "website", (7, 10), "Write the whole address"),
        ("website: https://me:secret@acme.example/\n", "wrong-url", "website", (7, 10), ""),
        ("mailbox: Maria Muster\n", "wrong-mailbox", "mailbox", (7, 10), "Write a role address"),
        ("notes:\n  - x\n", "wrong-shape", "notes", (7, 1), "Write one value behind `notes:`."),
    ],
)
def test_each_refusal_is_told(text: str, code: str, field: str, place: tuple[int, int], hint: str) -> None:
    (one,) = told(text)
    assert (one.code, one.field, (one.line, one.column)) == (code, field, place)
    assert hint in one.hint


@pytest.mark.parametrize(
    ("text", "wanted", "found"),
    [
        ("summary: x\n", "a text in several languages", "plain text"),
        ("summary:\n  - x\n", "a text in several languages", "a list"),
        ("employees: 12\n", "a list of `field: value` lines", "plain text"),
        ("languages:\n  en: x\n", "a list", "a list of `field: value` lines"),
        ("city: [x]\n", "plain text", "a list"),
    ],
)
def test_the_shape_wanted_and_the_shape_found_are_named(text: str, wanted: str, found: str) -> None:
    (one,) = told(text)
    assert one.message == f"{wanted} is expected here, {found} was found"


def test_all_mistakes_of_a_file_are_told_at_once() -> None:
    assert [one.code for one in told("websit: x\nsize: big\nvalid_until: soon\n")] == [
        "unknown-field",
        "wrong-choice",
        "wrong-date",
    ]


def test_a_value_of_two_sorts_is_told_once() -> None:
    text = "statements:\n  - text:\n      en: x\n    sources: [a]\n    as_of: 9999\n"
    (one,) = told(text)
    assert (one.code, one.field) == ("wrong-range", "statements.0.as_of")


def test_a_year_may_be_a_day_too() -> None:
    for day in ("2024", "2024-05-31"):
        text = f"statements:\n  - text:\n      en: x\n    sources: [a]\n    as_of: {day}\n"
        assert record_of(RecordFile(KINDS["sme"], "x", "data/x.yml"), (COMPANY + text).encode())


def test_the_price_is_told_by_its_name_in_the_file() -> None:
    text = (
        "status: draft\nsource_language: en\nname:\n  en: x\nkind: product\nsme: a\nsummary:\n  en: x\nsectors: [b]\n"
        "trade:\n  price:\n    from: cheap\n    currency: EUR\n    form: x\n"
    )
    assert [(one.code, one.field, one.line) for one in told(text, "offering")] == [
        ("wrong-decimal", "trade.price.from", 12),
        ("unknown-field", "trade.price.form", 14),
    ]
    assert "there are: currency, from, per" in told(text, "offering")[1].message


def test_a_key_of_a_map_is_told_at_the_key() -> None:
    text = (
        "status: draft\nsource_language: en\nname:\n  en: x\nkind: product\nsme: a\nsummary:\n  en: x\nsectors: [b]\n"
        "markets:\n  Mexico City:\n    status: selling\n"
    )
    (one,) = told(text, "offering")
    assert (one.code, one.line, one.column, one.hint) == ("wrong-pattern", 11, 3, "Write `mexico-city`.")


def test_a_field_below_a_key_of_a_map_is_compared_with_those_allowed_there() -> None:
    text = (
        "status: draft\nsource_language: en\nname:\n  en: x\nkind: product\nsme: a\nsummary:\n  en: x\nsectors: [b]\n"
        "markets:\n  mx:\n    status: selling\n    partnr: x\n"
    )
    (one,) = told(text, "offering")
    assert (one.code, one.line, one.hint) == ("unknown-field", 13, "Did you mean `partner`?")


def test_every_kind_of_refusal_our_models_can_make_has_words() -> None:
    made = {"extra_forbidden", "missing", "literal_error", "enum", "int_parsing", "bool_parsing", "dict_type", "tuple_type",
            "model_type", "string_type", "string_pattern_mismatch", "string_too_long", "string_too_short", "too_short",
            "greater_than_equal", "less_than_equal", "missing-maker", "sea-rule", "wrong-url", "wrong-mailbox", "wrong-year",
            "empty-text"}  # fmt: skip
    assert made <= TELLERS.keys()


VALUES = st.recursive(
    st.text(max_size=12)
    | st.sampled_from(["12", "2024-05-31", "1e400", "nan", "-1", "true", "9" * 400, "0x1f", "１２"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["en", "value", "x", "text"]), inner, max_size=3)
    ),
    max_leaves=6,
)
FIELDS = sorted(set(Sme.model_fields) - {"id"})


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(st.sampled_from(FIELDS), VALUES, max_size=6))
def test_any_values_are_a_record_or_problems(values: dict) -> None:
    document = parsed("data/x.yml", COMPANY.encode())
    document.values.update(values)
    try:
        Sme.model_validate({**document.values, "id": "x"})
    except ValidationError as error:
        problems = explained(document, Sme, error)
        assert problems
        assert all(one.message for one in problems)
