"""What would tell of a person: it must not enter the data, for git does not forget."""

import re

from c2site.check.anonymous import LEADS
from c2site.errors import DataError, fragment, problem

BETWEEN = re.compile(r"[._+\-\d]+")
MAIL = LEADS["anonymous-mail"]
PHONE = re.compile(r"(?:\+|\b00)\d(?:[ ().\-/]*\d){6,}|\b0\d(?:[ ()\-/]*\d){7,}")
# What a mailbox is called that nobody takes with them when they leave.
ROLES = frozenset(
    "info office contact contacts contacto contatti kontakt hello mail post team admin administration administracion amministrazione secretariat "
    "secretaria segreteria sekretariat sales ventas vendite vente ventes commercial comercial commerciale prodaja export exports exportacion international "
    "internacional service services servicio support soporte help marketing press presse prensa communication comunicacion company cluster direction "
    "gerencia reception welcome general enquiries inquiries tenders projects proyectos jobs".split()
)
# Fields of numbers that look like telephones.
NUMBERS = frozenset({"ids", "codes", "gtin", "activities", "sources", "geo"})


def refuse_personal(field: str, text: str) -> None:
    """Raise DataError where a field would hold a telephone number, or a mail address that is no role's."""
    if field == "mailbox":
        own, _, host = text.casefold().partition("@")
        if host and not (ROLES | set(host.split("."))) & set(BETWEEN.split(own)):
            raise _person(field, "mail-address")
    elif MAIL.search(text):
        raise _person(field, "mail-address")
    elif field.partition(".")[0] not in NUMBERS and PHONE.search(text):
        raise _person(field, "telephone")


def _person(field: str, found: str) -> DataError:
    return DataError([problem("import-person", "", field=field, found=fragment(found))])
