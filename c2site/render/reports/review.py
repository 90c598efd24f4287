"""A proposed change in the reader's words: sections of plain text that every medium writes and escapes in its own way."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from c2site.catalogue.completeness import Key, Score, average, by_cluster
from c2site.catalogue.growth import Growth
from c2site.catalogue.titles import market_name, title_of
from c2site.errors import Problem
from c2site.language import Reader
from c2site.render.reports.changed import called, isolated, records
from c2site.render.reports.proposal import Group, Print, Proposal, Review, Section, Table

# Files beside the records, by where they lie; what fits nowhere is the last.
PLACES = {
    "pages": ("content/",), "words": ("data/phrases/", "theme/phrases/"), "media": ("data/media/",), "sources": ("data/references.bib",), "looks": ("theme/",), "others": ("",),
}  # fmt: skip
MOST_NAMED = 12
Scores = Mapping[Key, tuple[Score, ...]]


def review(told: Proposal, reader: Reader) -> Review:
    """Return the report on a proposed change."""
    makers = (_records, _problems, _pages, _completeness, _catalogues)
    shots = reader.phrase("review.pictures.beside") if told.shots else ""
    lacking = reader.phrase("review.pictures.lacking", command=told.lacking) if told.lacking else ""
    sections = tuple(make(told, reader) for make in makers)
    return Review(reader.phrase("review.title"), sections, told.shots, shots or lacking, reader.phrase("review.cut"))


def _records(told: Proposal, reader: Reader) -> Section:
    groups = (*records(told.before, told.after, told.differences, reader), *_beside(told, reader))
    return Section(reader.phrase("review.changed"), "" if groups else reader.phrase("review.nothing"), groups)


def _beside(told: Proposal, reader: Reader) -> Iterator[Group]:
    by_place: dict[str, list[str]] = {}
    for path, is_record in told.paths:
        place = "unsaid" if is_record else next(name for name, starts in PLACES.items() if path.startswith(starts))
        by_place.setdefault(place, []).append(isolated(path, reader))
    lines = [f"{reader.phrase(f'review.files.{place}')}: {_named(by_place[place], reader)}" for place in (*PLACES, "unsaid") if place in by_place]
    if lines:
        yield Group(reader.phrase("review.beside"), tuple(lines))


def _named(items: Sequence[str], reader: Reader) -> str:
    rest = len(items) - MOST_NAMED
    return reader.listed([*items[:MOST_NAMED], *([reader.phrase("review.more", n=rest)] if rest > 0 else [])])


def _problems(told: Proposal, reader: Reader) -> Section:
    new = reader.phrase("review.new_problems", n=len(told.new_problems)) if told.new_problems else reader.phrase("review.no_problems")
    groups = [Group("", tuple(_said(one, told, reader) for one in told.new_problems))] if told.new_problems else []
    if told.mended:
        groups.append(Group(reader.phrase("review.mended", n=len(told.mended)), tuple(_said(one, told, reader) for one in told.mended)))
    return Section(reader.phrase("review.problems"), new, tuple(groups))


def _said(problem: Problem, told: Proposal, reader: Reader) -> str:
    one = problem.said(told.messages)
    place = f"{one.path}:{one.line}" if one.line else one.path
    return isolated(": ".join(filter(None, (place, one.field, " → ".join(filter(None, (one.message, one.hint)))))), reader)


def _pages(told: Proposal, reader: Reader) -> Section:
    title = reader.phrase("review.pages")
    written = [("content", tag) for tag in _written_by_hand(told)]
    counts = Counter((_page_kind(folder, reader), tag) for folder, tag in (*told.pages, *written))
    if not counts:
        return Section(title, reader.phrase("review.no_pages"))
    tags = [one.tag for one in told.after.readers if any(tag == one.tag for _, tag in counts)]
    kinds = sorted({kind for kind, _ in counts}, key=reader.sort_key)
    rows = tuple((kind, *(_number(counts[kind, tag], reader) for tag in tags)) for kind in kinds)
    lead = reader.phrase("review.of_pages", part=reader.number(len(told.pages)), all=reader.number(told.count))
    return Section(title, lead, (), Table((reader.phrase("review.kind_of_page"), *tags), rows))


def _written_by_hand(told: Proposal) -> Iterator[str]:
    """Yield the languages of the hand-written pages that change."""
    by_slug = {one.slug: one.tag for one in told.after.readers}
    yield from (tag for path, _ in told.paths if path.startswith("content/") and path.endswith(".md") and (tag := by_slug.get(path.split("/")[1])))


def _page_kind(folder: str, reader: Reader) -> str:
    key = "review.by_hand" if folder == "content" else f"nav.{folder}"
    return reader.phrase(key) if reader.has_phrase(key) else reader.phrase("review.other_pages")


def _number(count: int, reader: Reader) -> str:
    return reader.number(count) if count else "–"


def _completeness(told: Proposal, reader: Reader) -> Section:
    before, after = (by_cluster(portal) for portal in (told.before, told.after))
    head = (reader.phrase("review.whose"), reader.phrase("completeness.score"))
    rows = tuple((isolated(told.after.profiles.clusters[key].short_name, reader), _scores(before.get(key, {}), scores, reader)) for key, scores in after.items())
    moved = tuple(_profiles(told, before, after, reader))
    groups = [Group(reader.phrase("completeness.profile"), moved)] if moved else []
    if told.after.profiles.markets:
        groups.append(Group(reader.phrase("review.ready"), tuple(_ready(told, reader))))
    return Section(reader.phrase("review.completeness"), "", tuple(groups), Table(head, rows))


def _scores(was: Scores, now: Scores, reader: Reader) -> str:
    """Return the mean score of profiles before and after; the one after alone where there were none."""
    old, new = ([one for several in scores.values() for one in several] for scores in (was, now))
    return _moved(reader.number(average(old)) if old else "–", reader.number(average(new)), reader)


def _profiles(told: Proposal, before: Mapping[str, Scores], after: Mapping[str, Scores], reader: Reader) -> Iterator[str]:
    """Yield the profiles whose own score has moved, each with both."""
    former = {key: scores for several in before.values() for key, scores in several.items()}
    for key, scores in ((key, scores) for several in after.values() for key, scores in several.items()):
        moved = _scores({key: former[key]} if key in former else {}, {key: scores}, reader)
        if key not in former or average(former[key]) != average(scores):
            yield f"{called(getattr(told.after.profiles, key[0])[key[1]], reader)}: {moved}"


def _ready(told: Proposal, reader: Reader) -> Iterator[str]:
    """Yield for each market how many offerings have every paper that it asks for, before and after."""
    for key, market in told.after.profiles.markets.items():
        was, now = (reader.number(sum(one.endswith(f"/{key}") for one in portal.fitting.papers_for)) for portal in (told.before, told.after))
        yield f"{isolated(market_name(market, reader).text, reader)}: {_moved(was, now, reader)}"


def _moved(was: str, now: str, reader: Reader) -> str:
    """Return a figure before and after, in the order in which the reader reads; one alone where nothing moved."""
    return now if was == now else f"{was} {'←' if reader.direction == 'rtl' else '→'} {now}"


def _catalogues(told: Proposal, reader: Reader) -> Section:
    title = reader.phrase("review.catalogues")
    if not told.growths:
        return Section(title, reader.phrase("review.no_catalogues"))
    head = tuple(reader.phrase(f"review.{name}") for name in ("catalogue", "entries", "added", "removed", "altered", "lengths"))
    return Section(title, _room(told.print, reader), _overflow(told, reader), Table(head, tuple(_growth(one, told, reader) for one in told.growths)))


def _growth(one: Growth, told: Proposal, reader: Reader) -> tuple[str, ...]:
    portal = told.after if one.edition.id in told.after.profiles.editions else told.before
    name = isolated(title_of(portal, portal.catalogue(one.edition), reader).text, reader)
    lengths = [f"{tag} {reader.number(count)}" for (edition, tag), count in told.print.lengths.items() if edition == one.edition.id]
    moved = _moved(reader.number(one.before), reader.number(one.after), reader)
    return name, moved, *(_number(count, reader) for count in (one.added, one.removed, one.changed)), reader.listed(lengths) or "–"


def _room(found: Print, reader: Reader) -> str:
    if not found.looked:
        return reader.phrase("review.unlooked")
    key = "review.no_room" if found.lacking else "review.room"
    return reader.phrase(key, part=reader.number(len(found.looked)), all=reader.number(found.wanted))


def _overflow(told: Proposal, reader: Reader) -> tuple[Group, ...]:
    return (Group("", tuple(_said(one, told, reader) for one in told.print.lacking)),) if told.print.lacking else ()
