"""Texts sent out to translators, as a PO file."""

from collections.abc import Iterator
from pathlib import Path

from c2site.build.disk import replace
from c2site.build.prepare import Prepared
from c2site.build.translating import Chosen, loaded_for
from c2site.check.delivered import KEPT
from c2site.check.terms import Glossary
from c2site.check.translated import State, Translated, Unit, into, translated
from c2site.load.terms import terms
from c2site.render.exports import po
from c2site.render.web import ENTITIES

TO_KNOW = {
    State.OUTDATED: "The source text has changed since this was translated.",
    State.UNREVIEWED: "Nobody has reviewed this translation yet.",
}


def write_export(prepared: Prepared, chosen: Chosen, states: frozenset[State], keyed: bool, out: Path) -> list[tuple[Path, int]]:
    """Write the texts in the chosen language, `keyed` ones with a file of source texts beside; return each file with its number of texts.

    Raise ValueError where there is no such language, or both files would be one.
    """
    _, (tag,) = loaded_for(prepared.settings.root, chosen)
    entries = list(_entries(prepared, chosen, states, tag))
    partnership = prepared.portal.profiles.partnership
    head = po.Head(partnership.acronym, tag, prepared.portal.today, prepared.portal.readers.of(tag).text(partnership.notice).text)
    if not keyed:
        files = {out: po.bilingual(head, entries)}
    else:
        source = head._replace(language=partnership.source_language)
        files = {out: po.monolingual(head, entries), sources_beside(out, partnership.source_language): po.template(source, entries)}
        if len(files) == 1:
            raise ValueError(f"{out} is the name of the file of source texts; choose another, such as {tag}.po")
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        replace(path, text.encode())
    return [(path, len(entries)) for path in files]


def sources_beside(path: Path, language: str) -> Path:
    """Return where the source texts of a keyed file lie: in the same folder, named for their language."""
    return path.with_name(f"{language}.po")


def _entries(prepared: Prepared, chosen: Chosen, states: frozenset[State], tag: str) -> Iterator[po.Entry]:
    glossary = Glossary(terms(prepared.settings.root)[0])
    for one in filter(chosen.takes, translated(prepared.loaded)):
        language = one.filed.record.source_language
        for unit in one.units if into(language, [tag]) else ():
            state = one.state(unit, tag)
            if state in states:
                comments = [*_comments(prepared, one, unit, tag), *glossary.told(unit.source, language, tag)]
                file, key = one.filed.file.path, f"{one.name}#{unit.dotted}"
                yield po.Entry(key, unit.source, unit.text.get(tag, ""), comments, TO_KNOW.get(state, ""), file, state is State.OUTDATED)


def _comments(prepared: Prepared, one: Translated, unit: Unit, tag: str) -> Iterator[str]:
    yield f"{unit.dotted}: {unit.purpose} At most {unit.longest:,} characters."
    if kept := sorted(set(KEPT.findall(unit.source))):
        yield f"Keep as it stands: {' '.join(kept)}"
    folder, key = one.filed.key
    if folder in ENTITIES and key in getattr(prepared.portal.profiles, folder):
        yield f"Page: {prepared.portal.address(prepared.portal.readers.of(tag), folder, key)}"
