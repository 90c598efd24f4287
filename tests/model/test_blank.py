"""A blank profile is valid once it is filled in, whichever optional fields are used."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from c2site.errors import DataError
from c2site.load.document import parsed
from c2site.load.files import RecordFile
from c2site.load.partnership import record_of
from c2site.model import KINDS, Record
from c2site.model.blank import NEEDED, blank
from c2site.model.examples import editable_fields, field_example
from c2site.model.notation import scalar

NAME = "Smart: “water” & more #1"


def known(kind: str) -> dict[str, object]:
    """Return the required values that a blank profile of this kind leaves open."""
    fields = editable_fields(KINDS[kind].record)
    open_ = {
        name: field_example(one)
        for name, one in fields.items()
        if one.is_required() and name not in ("status", "source_language")
    }
    named = re.findall(r"^(\w+):(?: |\n  en:)", blank(kind, NAME), re.MULTILINE)
    return {name: value for name, value in open_.items() if name not in named} | {name: field_example(fields[name]) for name in NEEDED.get(kind, ())}


def read(kind: str, text: str) -> Record:
    """Return the record a profile holds."""
    return record_of(RecordFile(KINDS[kind], "x", "data/x.yml", "a"), text.encode())[0]


def in_use(profile: str) -> str:
    """Return a profile with every optional field in use, as an editor uses it: by taking the # away."""
    return re.sub(r"^# ", "", profile, flags=re.MULTILINE)


@pytest.mark.parametrize("kind", KINDS)
def test_a_blank_profile_is_a_draft_under_its_name(kind: str) -> None:
    record = read(kind, blank(kind, NAME, **known(kind)))
    assert record.status == "draft"
    if kind != "market":
        assert NAME in str(record.model_dump().values())


@pytest.mark.parametrize("kind", KINDS)
def test_a_blank_profile_with_every_optional_field_is_valid_too(kind: str) -> None:
    profile = in_use(blank(kind, NAME, **known(kind)))
    assert read(kind, profile)
    written = parsed("data/x.yml", profile.encode()).values
    assert set(written) == {one.alias or name for name, one in editable_fields(KINDS[kind].record).items()}


@pytest.mark.parametrize("kind", KINDS)
def test_what_must_be_written_and_is_not_known_is_asked_for_and_never_made_up(kind: str) -> None:
    if not known(kind):
        assert read(kind, blank(kind, NAME))
        return
    with pytest.raises(DataError) as caught:
        read(kind, blank(kind, NAME))
    assert {one.code for one in caught.value.problems} == {"missing-field"}
    assert {one.field for one in caught.value.problems} <= {*known(kind), ""}


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_is_explained(kind: str) -> None:
    profile = blank(kind, NAME)
    for name, one in editable_fields(KINDS[kind].record).items():
        assert re.search(rf"^## .*\n(?:##.*\n)*(?:# )?{one.alias or name}:", profile, re.MULTILINE), name


def test_choices_are_listed() -> None:
    assert "One of: micro, small, medium." in blank("sme", "Acme")
    assert "One of: draft, published, withdrawn." in blank("sme", "Acme")


def test_another_source_language_takes_the_name() -> None:
    assert read("offering", blank("offering", "Contador", source_language="es", **known("offering"))).name == {
        "es": "Contador"
    }


def test_a_field_may_bear_the_name_of_a_parameter() -> None:
    assert read("event", blank("event", "Expo", kind="fair", organiser="acme")).kind == "fair"


def test_no_line_of_a_profile_ends_in_a_space_or_is_wider_than_the_page() -> None:
    for kind in KINDS:
        for line in blank(kind, "Acme").splitlines():
            assert line == line.rstrip()
            assert len(line) <= 120


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1).filter(str.strip))
def test_any_name_is_written_as_it_is(name: str) -> None:
    profile = blank("sme", name, cluster="a", country="AT", sectors=["b"])
    assert parsed("data/x.yml", profile.encode()).values["name"] == name


@pytest.mark.parametrize(
    "word",
    ["yes", "NO", "null", "on", "12", "1.0", "0123", "12:30", "~", "", "- a", "a: b", "a #b", "'", "[a]", "@a", "a,b"],
)
def test_a_word_that_yaml_would_misread_stands_in_quotes(word: str) -> None:
    assert scalar(word, in_list=True) == f'"{word}"'


@pytest.mark.parametrize(
    "word", ["Acme", "blue-river", "2026-05-31", "https://example.org", "Vienna (AT)", "R&D", "Ñandú"]
)
def test_a_plain_word_stands_without_quotes(word: str) -> None:
    assert scalar(word) == word
