"""Forms for those who have no git, written as single files to be sent to them."""

from collections.abc import Sequence
from pathlib import Path

from c2site.build.output import Output
from c2site.build.prepare import Prepared, brand_texts, brand_tokens
from c2site.language import Reader
from c2site.render.forms import USUAL, form_page
from c2site.render.forms.page import Looks


def write_forms(prepared: Prepared, folder: Path, kinds: Sequence[str] = (), languages: Sequence[str] = ()) -> list[Path]:
    """Write a form for each kind in each language and return their paths; none named means the usual kinds, and all languages.

    Raise ValueError where nobody reads a language.
    """
    settings, output, paths = prepared.settings, Output(folder), []
    looks = Looks(settings.theme / "forms", brand_tokens(settings.brand), brand_texts(settings.brand)["logo"])
    for reader in _readers(prepared, languages):
        for kind in kinds or USUAL:
            name = f"{kind.replace('_', '-')}-{reader.slug}.html"
            output.write(name, form_page(kind, prepared.portal, reader, looks).encode())
            paths.append(folder / name)
    return paths


def _readers(prepared: Prepared, languages: Sequence[str]) -> list[Reader]:
    readers = {one.tag: one for one in prepared.portal.readers}
    if unknown := [tag for tag in languages if tag not in readers]:
        raise ValueError(f"nobody reads {unknown[0]!r} here; languages are: {', '.join(readers)}")
    return [readers[tag] for tag in languages or readers]
