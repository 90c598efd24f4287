"""A catalogue as UBL, the language in which procurement systems exchange orders, catalogues and invoices."""

from c2site.render.exports.ubl.document import ubl_file

__all__ = ["ubl_file"]
