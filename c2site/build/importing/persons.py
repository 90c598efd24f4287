"""What would tell of a person: it must not enter the data, for git does not forget."""

import re

from c2site.build.importing.targets import Target
from c2site.check.anonymous import LEADS
from c2site.errors import DataError, problem
from c2site.load.workbook_cells import Cell

MAIL = LEADS["anonymous-mail"]
PHONE = re.compile(r"(?:\+|\b00)\d(?:[ ().\-/]*\d){6,}|\b0\d(?:[ ()\-/]*\d){7,}")
# What a mailbox is called that nobody takes with them when they leave.
ROLES = frozenset(
    "info office contact contacts contacto contatti kontakt hello mail post team admin administration administracion amministrazione secretariat "
    "secretaria segreteria sekretariat sales ventas vendite vente ventes commercial comercial commerciale prodaja export exports exportacion international "
    "internacional service services servicio support soporte help marketing press presse prensa communication comunicacion company cluster direction "
    "gerencia reception welcome general enquiries inquiries tenders projects proyectos jobs".split()
)


def told_of_a_person(target: Target, cell: Cell) -> None:
    """Raise DataError where a cell holds a telephone number, or a mail address that is no role's."""
    if target.sort == "mailbox":
        own, _, host = cell.text.casefold().partition("@")
        labels = set(host.split("."))
        if host and not any(part in ROLES or part in labels for part in re.split(r"[._+\-\d]+", own)):
            raise _person("mail address")
    elif MAIL.search(cell.text):
        raise _person("mail address")
    elif target.sort in ("line", "text") and not target.form and target.path[0] != "ids" and PHONE.search(cell.text):
        raise _person("telephone number")


def _person(found: str) -> DataError:
    return DataError([problem("import-person", "", found=found)])
