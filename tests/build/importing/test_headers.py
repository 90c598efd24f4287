"""What somebody most likely means by a column's header."""

import pytest

from c2site.build.importing.headers import Headers
from c2site.build.importing.vocabulary import Vocabulary
from c2site.build.prepare import Prepared

MEANT = {
    "Company name": "name", "Legal name *": "legal_name", "Web site": "website", "Employees (2024)": "employees.value", "Countries of export": "export.countries", "Año de fundación": "founded.value",
    "Nom de l’entreprise": "name", "Chiffre d’affaires": "turnover.value", "البلد": "country", "عدد الموظفين": "employees.value", "Назив предузећа": "name", "Broj zaposlenih": "employees.value",
    "Име на фирмата": "name", "Χώρα": "country", "Città": "city", "Setores": "sectors", "Quite another question?": None, "": None,
}  # fmt: skip


@pytest.fixture(scope="module")
def names(world: Prepared) -> Headers:
    return Headers("sme", Vocabulary(world.portal.readers, world.loaded.profiles))


@pytest.mark.parametrize(("header", "field"), MEANT.items())
def test_headers_are_understood_in_every_language(names: Headers, header: str, field: str | None):
    found = names.likely(header)
    assert (found and found.target.field) == field


@pytest.mark.parametrize(("header", "field"), [("Pais", "country"), ("ΧΩΡΑ", "country"), ("Citta", "city"), ("Número de téléfono", None), ("Telefono movil", None)])
def test_headers_are_understood_with_and_without_their_accents(names: Headers, header: str, field: str | None):
    found = names.likely(header)
    assert (found and found.target.field) == field


@pytest.mark.parametrize("header", ["Contact person", "Teléfono móvil", "Nom de famille", "رقم الهاتف", "Лице за контакт", "Ονοματεπώνυμο", "Apelido", "איש קשר"])
def test_headers_that_ask_for_a_person_name_no_field(names: Headers, header: str):
    assert names.is_personal(header)
    assert names.likely(header) is None


@pytest.mark.parametrize(("header", "tag"), [("Summary (Greek)", "el"), ("Resumen [EN]", "en"), ("Short text in Arabic", "ar"), ("Summary", "")])
def test_the_language_of_a_text_is_read_from_its_header(names: Headers, header: str, tag: str):
    found = names.likely(header.replace("Short text", "Summary"))
    assert found
    assert found.language == tag
