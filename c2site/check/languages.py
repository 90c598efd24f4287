"""Language tags: whether they exist, whether anybody reads them, and whether the source language is written."""

from collections.abc import Iterator, Sequence

from c2site.check.findings import Finding, finding
from c2site.check.spots import Meaning, Spot, spots
from c2site.check.surroundings import Surroundings
from c2site.errors import nearest
from c2site.language.tags import is_known_tag, locale_of
from c2site.model import Cluster, Record

# Names stand in the languages they have, read here or not, and nobody translates them.
NATIVE_NAMES = {"name", "later_name"}


def tag_known(spot: Spot, around: Surroundings) -> Iterator[Finding]:
    """Yield a finding where a value is not a language tag."""
    if not is_known_tag(spot.value):
        yield _unknown(spot, spot.value, around)


def tags_read(spot: Spot, around: Surroundings) -> Iterator[Finding]:
    """Yield the tags of a text, or of the list of reviewed translations, that do not exist or that nobody reads."""
    for tag in spot.value:
        if tag in around.read:
            continue
        if not is_known_tag(tag):
            yield _unknown(spot, tag, around)
        elif not is_native_name(spot):
            near = nearest(tag, around.read) or nearest(tag.split("-")[0], around.read)
            found = {"found": tag, "allowed": around.read, "nearest": near}
            yield Finding((*spot.path, tag), "unread-language", found, at_name=True)


def translatable(record: Record) -> list[Spot]:
    """Return the texts of a record that somebody has to translate."""
    return [spot for spot in spots(record) if spot.meaning is Meaning.TEXT and not is_native_name(spot)]


def is_native_name(spot: Spot) -> bool:
    """Return whether the text is a cluster's own name."""
    return isinstance(spot.holder, Cluster) and spot.path[-1] in NATIVE_NAMES


def _unknown(spot: Spot, tag: str, around: Surroundings) -> Finding:
    path = spot.path if spot.meaning is Meaning.LANGUAGE else (*spot.path, tag)
    return finding(
        path,
        "unknown-language",
        at_name=spot.meaning is not Meaning.LANGUAGE,
        found=tag,
        nearest=nearest_tag(tag, around.read),
    )


def nearest_tag(tag: str, read: frozenset[str]) -> str | None:
    """Return the tag most likely meant: another code of the language, the language of that country, or a like one."""
    return _other_code(tag) or _spoken_in(tag.upper()) or nearest(tag, read)


def _other_code(tag: str) -> str | None:
    """Return CLDR's code where `tag` is an older or a longer one, such as `iw` or `spa`."""
    try:
        return locale_of(tag).language
    except ValueError:
        return None


def _spoken_in(country: str) -> str | None:
    """Return the language of a country, for those who write `gr` where they mean `el`."""
    try:
        found = locale_of(f"und-{country}")
    except ValueError:
        return None
    return found.language if found.territory == country else None


def source_language(record: Record, texts: Sequence[Spot]) -> Iterator[Finding]:
    """Yield the texts that lack the record's source language; one finding in all where every text lacks it."""
    source = record.source_language
    lacking = [spot for spot in texts if source not in spot.value and not is_native_name(spot)]
    if not lacking or not is_known_tag(source):
        return
    if len(lacking) > 1 and not any(source in spot.value for spot in texts):
        written = sorted({tag for spot in lacking for tag in spot.value})
        found = {"found": source, "allowed": written, "nearest": written[0] if len(written) == 1 else None}
        yield Finding(("source_language",), "wrong-source-language", found)
        return
    for spot in lacking:
        yield finding(spot.path, "missing-source-text", found=source)
