"""What is not known and not translated is told on request, as notes."""

from c2site.check import missing
from c2site.check.missing import LOOKED_FOR
from c2site.model import KINDS

from .conftest import Partnership

BOREAL = "data/smes/blue-river/boreal.yml"


def test_what_is_not_known_is_one_note_a_record(partnership: Partnership) -> None:
    (one,) = (note for note in missing(partnership()) if note.path == BOREAL and note.code == "not-known")
    assert one.severity == "note"
    assert one.message == "not known yet: city, mailbox, size, founded, certificates, export, logo"


def test_the_grant_number_is_looked_for(partnership: Partnership) -> None:
    (one,) = (
        note for note in missing(partnership()) if note.path == "data/partnership.yml" and note.code == "not-known"
    )
    assert "grant_number" in one.message


def test_what_is_not_translated_is_one_note_a_record_and_language(partnership: Partnership) -> None:
    change = {
        BOREAL: {
            "  en: Boreal finds leaks.": "  en: Boreal finds leaks.\n  es: Boreal busca fugas.\ndescription:\n  en: It does."
        }
    }
    told = [
        note.message
        for note in missing(partnership(change=change))
        if note.path == BOREAL and note.code == "not-translated"
    ]
    assert told == [
        "not translated yet into ar: 2 of 2 texts",
        "not translated yet into es: 1 of 2 texts",
        "not translated yet into sr: 2 of 2 texts",
    ]


def test_a_derived_language_and_a_cluster_s_name_are_translated_by_nobody(partnership: Partnership) -> None:
    told = [note for note in missing(partnership()) if note.path == "data/clusters/blue-river.yml"]
    assert [note.code for note in told] == ["not-known"]
    assert not any("sr-Latn" in note.message for note in missing(partnership()))


def test_a_withdrawn_record_is_not_asked_for_more(partnership: Partnership) -> None:
    loaded = partnership(change={BOREAL: {"status: published": "status: withdrawn"}})
    assert not [note for note in missing(loaded) if note.path == BOREAL]


def test_without_a_partnership_nothing_is_missing_yet(partnership: Partnership) -> None:
    assert missing(partnership(files={"data/partnership.yml": None})) == ()


def test_every_field_looked_for_exists() -> None:
    assert set(LOOKED_FOR) == set(KINDS)
    for kind, fields in LOOKED_FOR.items():
        assert set(fields) <= set(KINDS[kind].record.model_fields)
