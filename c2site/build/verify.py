"""A staged site looked at before anybody sees it: no empty page, no dead link, no missing file, the funding marks in place."""

from c2site.build.output import Output
from c2site.errors import Problem


def verified(out: Output, root_path: str = "/", left_out: tuple[str, ...] = ()) -> list[Problem]:
    """Return what is wrong with the pages of a site that is all written, each dead target once.

    `root_path` is the path of the site's address; links into the folders `left_out` on purpose are not followed. Pages that stayed as
    they are were verified when they were published; they are read again only where files they may lead to have gone since.
    """
    rules = " ".join((root_path, *left_out))
    if rules != out.former.rules or not out.former.paths <= out.written:
        out.see_again()
    out.rules = rules
    return sorted(out.records.seen.wrong(out.written, root_path, left_out))
