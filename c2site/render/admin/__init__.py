"""The editors' page: Decap CMS, told by the models what a record of each kind may hold."""

from c2site.render.admin.codehost import CodeHost, code_host
from c2site.render.admin.configuration import configuration
from c2site.render.admin.page import editors_page

__all__ = ["CodeHost", "code_host", "configuration", "editors_page"]
