"""What a template may ask of the portal: records by id, lists sorted for the reader, drawings."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup

from c2site.catalogue import Portal, edition_path, page_path
from c2site.catalogue.addresses import needs_path
from c2site.catalogue.codes import hierarchy
from c2site.catalogue.fitting import facts_of
from c2site.language import Reader
from c2site.language.tags import direction_of, same_language, script_of
from c2site.model import Cluster, Edition, Fact, Market, Offering, Record, Sector, Sme
from c2site.render.citations import COMMAS, citation
from c2site.render.initials import initials
from c2site.render.jsonld import script
from c2site.render.optics import shown_size
from c2site.render.pattern import plan
from c2site.render.web.acting import acting
from c2site.render.web.brandbook import brand_lookups
from c2site.render.web.chainview import chainview
from c2site.render.web.compiled import inert
from c2site.render.web.editing import editing
from c2site.render.web.facets import Facets
from c2site.render.web.lists import FIRST, GLANCE, RECORDS, Lists, pages_of
from c2site.render.web.names import name_of
from c2site.render.web.needing import needing
from c2site.render.web.occasions import occasions
from c2site.render.web.orders import market_order, sectors_in_order
from c2site.render.web.partnering import partnering
from c2site.render.web.unstated import unstated
from c2site.render.web.ways import Ways
from c2site.render.web.wording import marked

# Which relation tells how many offerings a record has.
DENSITY = {Sme: "offerings_of_sme", Cluster: "offerings_of_cluster", Sector: "offerings_in_sector"}
# How many street lines a drawing has at the least; each offering adds some.
SPARSE = 4
# A source's address shows its host only: the link leads on, and print spells the whole address out.
SHOWN_ADDRESS = re.compile(r"(<a [^>]*>)https?://(?:www\.)?([^/<]+)[^<]*</a>")


def lookups(portal: Portal, reader: Reader, hues: tuple[str, ...] = ()) -> dict[str, Callable[..., Any]]:
    """Return the functions by which a template finds records, in the reader's order."""
    profiles, found, kept = portal.profiles, portal.relations, portal.asked.kept
    lists = Lists(portal, reader)
    called = by_identity(lambda one: name_of(one, reader))

    def named(records: Iterable[Record]) -> list[Record]:
        return sorted(records, key=lambda one: (reader.sort_key(called(one)), one.id))

    def of(folder: str, relation: str) -> Callable[[str], list[Record]]:
        records, by_key = getattr(profiles, folder), getattr(found, relation)
        return kept(lambda key: named(records[one] for one in by_key.get(key, ())))

    related = kept(lambda key: related_offerings(portal, profiles.offerings[key]))
    folders = cache(lambda folder: page_path(reader, folder))

    def path(folder: str = "", key: str = "") -> str:
        return f"{folders(folder)}{key}/" if key else folders(folder)

    return {
        "profiles": profiles,
        "name_of": called,
        "path": path,
        "needs_file": needs_path(profiles.partnership, reader.tag),
        "edition_file": lambda edition, tag, ending: edition_path(profiles.partnership, edition, tag, ending),
        "standing": portal.standing,
        "changes": kept(lambda key: portal.changes(portal.catalogue(profiles.editions[key]))),
        "sectors": kept(lambda: sectors_in_order(portal)),
        "clusters": kept(lambda: [profiles.clusters[key] for key in profiles.partnership.clusters]),
        "markets": kept(lambda: market_order(portal, reader)),
        "count": lists.count,
        "lists": lists,
        "facets": Facets(portal, reader, lists),
        "ways": Ways(portal, reader, lists),
        "said": marked,
        "list_words": lambda folder: Markup(script(list_words(reader, folder))),
        "first": lists.first,
        "shown": lists.shown,
        "chapters": lists.chapters,
        "listed_kind": RECORDS.get,
        "list_pages": pages_of,
        "list_first": FIRST,
        "clusters_in_sector": of("clusters", "clusters_in_sector"),
        "offerings_of_sme": of("offerings", "offerings_of_sme"),
        "editions_of_market": of("editions", "editions_of_market"),
        "related_offerings": lambda one: related(one.id),
        "count_at_stage": lambda key: len(found.offerings_at_stage.get(key, ())),
        "maker_labels": lambda one: [lists.label("smes", key) for key in one.makers if lists.label("smes", key)],
        "maker_countries": lambda one: dict.fromkeys(label.country for key in one.makers if (label := lists.label("smes", key))),
        "makers": lambda one: [profiles.smes[key] for key in one.makers if key in profiles.smes],
        "unstated": unstated,
        "tones": lambda one: tones(portal, one),
        "initials": by_identity(lambda one: initials(getattr(one, "short_name", "") or one.name)),
        "optical": lambda picture, side: shown_size(picture.width, picture.height, picture.ink, side),
        "drawing": lambda one, width=320, height=200: Markup(drawing(portal, one, width, height, hues)),
        **places_and_names(portal, reader),
        **links(portal, reader),
        **choices(portal, reader, hues),
        **acting(portal, reader),
        **editing(portal, reader),
        **needing(portal, reader, comma(reader)),
        **occasions(portal, reader),
        **partnering(portal, reader),
        **chainview(portal, reader, hues),
        **brand_lookups(portal, reader),
    }


def list_words(reader: Reader, folder: str) -> dict[str, Any]:
    """Return what the script of a list says: counting phrases by plural category, others as they are."""
    said = ("title", "button", "remove", "clear", "none", "none_more", "failed")
    count = "count.offerings" if folder == "offerings" else "count.companies"
    return {
        "count": dict(reader.forms(count)),
        "more": dict(reader.forms("facets.more")),
        "unstated": reader.phrase("unknown.not_stated"),
        "nowhere": reader.phrase("market.offers_empty", market="{market}"),
        "comma": comma(reader),
        **{key: reader.phrase(f"facets.{key}") for key in said},
    }


def related_offerings(portal: Portal, one: Offering) -> list[Offering]:
    """Return up to six other offerings: those it works with, then of the same company, then of the same sectors."""
    profiles, found = portal.profiles, portal.relations
    same_maker = (key for maker in one.makers for key in found.offerings_of_sme.get(maker, ()))
    same_sector = (key for sector in one.sectors for key in found.offerings_in_sector.get(sector, ())[:12])
    keys = dict.fromkeys((*one.works_with, *one.needs_components, *same_maker, *same_sector))
    return [profiles.offerings[key] for key in keys if key != one.id and key in profiles.offerings][:6]


def organisation(portal: Portal, key: str) -> tuple[str, Record] | None:
    """Return (folder, record) of a cluster or company; None for the partnership itself or an unknown id."""
    for folder in ("clusters", "smes"):
        if key in getattr(portal.profiles, folder):
            return folder, getattr(portal.profiles, folder)[key]
    return None


def tones(portal: Portal, one: Record) -> tuple[str, ...]:
    """Return the brand hues of a record's sectors."""
    sectors = portal.profiles.sectors
    keys = (one.id,) if one.id in sectors else getattr(one, "sectors", ())
    return tuple(sectors[key].tone for key in keys if key in sectors) or partner_tones(portal)


def partner_tones(portal: Portal) -> tuple[str, ...]:
    """Return the brand hues of the partner clusters' first sectors, in the partners' order."""
    profiles = portal.profiles
    return tuple(profiles.sectors[key].tone for one in profiles.partnership.clusters for key in profiles.clusters[one].sectors[:1] if key in profiles.sectors)


def drawing(portal: Portal, one: Record, width: int, height: int, hues: tuple[str, ...] = ()) -> str:
    """Return the record's own city plan as SVG."""
    return plan(*plan_of(portal, one), width, height, hues)


def plan_of(portal: Portal, one: Record) -> tuple[str, tuple[str, ...], int]:
    """Return what a record's plan is drawn from: the id settles the lines, sectors the colours, offerings the density."""
    relation = DENSITY.get(type(one))
    count = len(getattr(portal.relations, relation).get(one.id, ())) if relation else 0
    return one.id, tones(portal, one), SPARSE + min(count, 12)


def reads_record(reader: Reader, one: Record) -> bool:
    """Return whether the words that make a record's page are written in the reader's language."""
    texts = main_texts(one)
    return all(reader.reads(text) for text in texts)


def main_texts(one: Record) -> list[dict[str, str]]:
    """Return the texts without which a page about the record is not translated."""
    if isinstance(one, (Offering,)):
        return [one.name, one.summary]
    summary = getattr(one, "summary", None)
    if isinstance(one, Sme):
        return [summary] if summary else []
    found = [summary, getattr(one, "title", None)]
    found += [fact.text for fact in getattr(one, "requirements", ())]
    found += [statement.text for statement in one.statements]
    return [text for text in found if text]


def by_identity(make: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Return a function of one thing with its results kept; a thing is known by its identity, and kept with its result."""
    results: dict[int, tuple[Any, Any]] = {}

    def ask(one: Any) -> Any:
        found = results.get(id(one))
        if found is None:
            found = results[id(one)] = (one, make(one))
        return found[1]

    return ask


def places_and_names(portal: Portal, reader: Reader) -> dict[str, Callable[..., Any]]:
    """Return the functions that write places, countries, languages and addresses."""
    return {
        "listed_place": by_identity(lambda one: place_of(one, reader)),
        "countries": lambda codes: [reader.country(code) for code in codes],
        "languages": lambda tags: [reader.language(tag) for tag in tags],
        "texts": lambda items: [marked(reader.text(one)) for one in items],
        "comma": lambda: comma(reader),
        "own_name": own_name,
        "own_names": lambda market: own_names(portal, market),
        "direction": direction_of,
        "host": lambda address: (urlsplit(address).hostname or address).removeprefix("www."),
        "incoterms": lambda trade: [f"{one.rule} {one.place}" for one in trade.incoterms],
        "formatted": lambda source: Markup(SHOWN_ADDRESS.sub(r"\1\2</a>", citation(source, reader).html)),
        "text_language": lambda tag: _language_attributes(reader, tag),
        "in_script": lambda text, tag: reader.text({tag: text}).text if tag else text,
        "headings": headings,
    }


def links(portal: Portal, reader: Reader) -> dict[str, Callable[..., Any]]:
    """Return the functions that write links to records."""
    profiles = portal.profiles

    name = by_identity(lambda one: inert(name_of(one, reader)))

    def link(folder: str, record: Record, base: str) -> Markup:
        return Markup(f'<a href="{base}{page_path(reader, folder, record.id)}"><bdi>{name(record)}</bdi></a>')

    def organiser(key: str, base: str) -> Markup:
        found = organisation(portal, key)
        return link(*found, base) if found else Markup("<bdi>{}</bdi>").format(profiles.partnership.acronym)

    return {
        "cluster_link": lambda key, base: link("clusters", profiles.clusters[key], base),
        "cluster_links": lambda records, base: [link("clusters", one, base) for one in records],
        "market_links": lambda keys, base: [link("markets", profiles.markets[key], base) for key in keys if key in profiles.markets],
        "organiser_link": organiser,
        "path_in": page_path,
        "market_doors": lambda market: market_doors(portal, market),
    }


def choices(portal: Portal, reader: Reader, hues: tuple[str, ...]) -> dict[str, Callable[..., Any]]:
    """Return the functions that choose and order what a page shows."""
    profiles, kept = portal.profiles, portal.asked.kept
    return {
        "newest_offerings": lambda count: newest(portal)[:count],
        "stages_here": lambda chain, one: [stage.id for stage in chain.stages if stage.id in one.chain_stages],
        "topics": lambda market: topics(market, portal.fitting.offerings_under_fact[market.id]),
        "codes": kept(lambda: hierarchy(portal.relations.offerings_with_code)),
        "glance": GLANCE,
        "edition_languages": lambda market: list(dict.fromkeys(tag for key in portal.relations.editions_of_market.get(market.id, ()) for tag in profiles.editions[key].languages)),
        "editions": lambda: editions_in_order(portal, reader),
        "other_editions": lambda one: [edition for edition in editions_in_order(portal, reader) if edition.id != one.id],
        "bibliography": lambda: sorted(profiles.bibliography.values(), key=lambda one: (reader.sort_key(one.author or one.title), one.key)),
        "partnership_drawing": lambda width, height: Markup(plan(profiles.partnership.id, partner_tones(portal), 6, width, height, hues)),
    }


TOPIC_ORDER = ("conformity", "standards", "labelling", "tariff", "trade", "procurement", "demand", "practical")


def topics(market: Market, counts: Sequence[int]) -> list[tuple[str, list[tuple[Fact, int]]]]:
    """Return a market's rules by topic, in the order in which a seller meets them, each with how many offerings there it is about.

    Within a topic those come first that are about at least one.
    """
    facts = sorted(zip(facts_of(market), counts, strict=True), key=lambda one: not one[1])
    return [(topic, found) for topic in TOPIC_ORDER if (found := [one for one in facts if one[0].topic == topic])]


def newest(portal: Portal) -> list[Offering]:
    """Return offerings, the last reviewed first, one of each company before a second one."""
    ordered = sorted(portal.profiles.offerings.values(), key=lambda one: (-(one.reviewed_on.toordinal() if one.reviewed_on else 0), one.id))
    first: dict[str, Offering] = {}
    for one in ordered:
        first.setdefault(one.makers[0], one)
    return list(first.values())


def editions_in_order(portal: Portal, reader: Reader) -> list[Edition]:
    """Return the editions in the order of their markets, others after them."""
    order = {market.id: place for place, market in enumerate(market_order(portal, reader))}
    return sorted(portal.profiles.editions.values(), key=lambda one: (order.get(one.market or "", len(order)), one.id))


def place_of(one: Any, reader: Reader) -> str:
    """Return city, region and country, as far as they are known, each once."""
    venue = getattr(one, "venue", None)
    country = reader.country(one.country) if one.country else None
    return comma(reader).join(dict.fromkeys(part for part in (venue, one.city, one.region, country) if part))


def comma(reader: Reader) -> str:
    """Return a comma and a space in the reader's script."""
    return f"{COMMAS.get(script_of(reader.tag), ',')} "


def own_name(tag: str) -> str:
    """Return a language's name in itself."""
    return Reader(tag, (tag,)).own_name()


def own_names(portal: Portal, market: Market) -> list[tuple[str, str, str]]:
    """Return (name, language tag, direction) of a market in each of its catalogue's languages, the same name once."""
    found: dict[str, tuple[str, str, str]] = {}
    for language in market.languages:
        reader = Reader(language.tag, (language.tag,))
        found.setdefault(reader.country(market.country), (reader.country(market.country), language.tag, reader.direction))
    return list(found.values())[:2]


def market_doors(portal: Portal, market: Market) -> list[tuple[str, str, str]]:
    """Return (language tag, path, direction) of a market's page in each language its buyers read."""
    found: dict[str, tuple[str, str, str]] = {}
    for language in market.languages:
        reader = portal.page_reader(language.tag)
        if reader.tag.split("-")[0] == language.tag.split("-")[0]:
            found.setdefault(reader.tag, (reader.tag, page_path(reader, "markets", market.id), reader.direction))
    return list(found.values())


def _language_attributes(reader: Reader, tag: str | None) -> Markup:
    if not tag or tag == reader.derived_from or same_language(tag, reader.tag):
        return Markup("")
    return Markup(' lang="{}" dir="{}"').format(tag, direction_of(tag))


def headings(html: str) -> list[tuple[str, str]]:
    """Return (id, text) of a text's second-level headings."""
    found = re.findall(r'<h2 id="([^"]*)"[^>]*>(.*?)</h2>', html, re.DOTALL)
    return [(key, Markup(label).striptags()) for key, label in found]
