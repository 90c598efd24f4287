"""What pages ask about events, missions and what is told to the press."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from markupsafe import Markup

from c2site.catalogue import Portal
from c2site.catalogue.happenings import (
    Mission,
    agenda,
    agreements_of,
    by_date,
    by_month,
    can_register,
    is_held,
    mission,
    number_of,
    state_of,
    twelve,
)
from c2site.catalogue.relations import sold_in
from c2site.language import Reader, Words
from c2site.model import Cluster, Event, Offering, Sme

# How many events the home page and the press kit show.
FEW = 4


def occasions(portal: Portal, reader: Reader) -> dict[str, Callable[..., Any]]:
    """Return the functions by which a template finds events, in the order of their days, and what belongs to them."""
    profiles, found, today, kept = portal.profiles, portal.relations, portal.today, portal.asked.kept
    coming = kept(lambda: [one for one in reversed(by_date(profiles.events.values())) if state_of(one, today) in ("upcoming", "running")])
    past = kept(lambda scope: [one for one in by_date(profiles.events.values()) if state_of(one, today) == "past" and one.scope == scope])

    def of(relation: str) -> Callable[[str], list[Event]]:
        return lambda key: by_date(profiles.events[one] for one in getattr(found, relation).get(key, ()))

    return {
        "coming_events": coming,
        "past_events": past,
        "undated_events": kept(lambda: [one for one in by_date(profiles.events.values()) if not one.start]),
        "home_events": lambda: [*coming(), *past("project")][:FEW],
        "events_in_market": of("events_in_market"),
        "events_of": of("events_of_organiser"),
        "events_of_sme": of("events_of_sme"),
        "by_month": by_month,
        "month_name": reader.month_name,
        "month_short": reader.month_short,
        "twelve": twelve,
        "state_of": lambda event: state_of(event, today),
        "is_held": lambda event: is_held(event, today),
        "said_of": lambda event: said_of(event, today),
        "can_register": lambda event: can_register(event, today),
        "agenda": agenda,
        "agreements_of": lambda event: agreements_of(event, profiles, found),
        "editions_of_event": lambda key: [profiles.editions[one] for one in found.editions_of_event.get(key, ())],
        "offered_in": lambda markets, sme: offered_in(portal, markets, sme),
        "number_of": number_of,
        "mission": kept(lambda key: mission(key, profiles, found, today)),
        "mission_contacts": lambda key, done: contacts(portal, key, done),
        "isolated": lambda lines: [Markup("<bdi>{}</bdi>").format(one) for one in lines],
        "press_texts": lambda: press_texts(portal, reader),
    }


def said_of(event: Event, today: date) -> str:
    """Return the name of the sentence that says how an event stands."""
    state, told = state_of(event, today), event.after is not None
    if state == "upcoming":
        return "open" if event.registration else "announced"
    return {"running": "running", "past": "told" if told else "untold", "undated": "undated_told" if told else "undated"}[state]


def offered_in(portal: Portal, markets: Iterable[str], sme: Sme) -> list[Offering]:
    """Return a company's offerings for which a status in one of the markets is stated; all of them where no market is given."""
    wanted = set(markets)
    offerings = (portal.profiles.offerings[key] for key in portal.relations.offerings_of_sme.get(sme.id, ()))
    return [one for one in offerings if not wanted or wanted & set(sold_in(one))]


def contacts(portal: Portal, market: str, done: Mission) -> list[Cluster]:
    """Return whom to ask about a market, in the partners' order: clusters that organise events there, else those with offerings there, else all."""
    profiles, found = portal.profiles, portal.relations
    organisers = {key for event in (*done.coming, *done.held, *done.undated) for key in (event.organiser, *event.co_organisers)}
    clusters = [profiles.clusters[key] for key in profiles.partnership.clusters]
    there = set(found.offerings_in_market.get(market, ()))
    sellers = [one for one in clusters if there & set(found.offerings_of_cluster.get(one.id, ()))]
    return [one for one in clusters if one.id in organisers] or sellers or clusters


def press_texts(portal: Portal, reader: Reader) -> list[tuple[Reader, list[tuple[str, Words]]]]:
    """Return what the partnership says of itself by language, the reader's own first: the phrase that heads each text, and the text."""
    partnership = portal.profiles.partnership
    texts = {"press_kit.sentence": partnership.tagline, "press_kit.paragraph": partnership.summary}
    ordered = sorted(portal.readers, key=lambda one: one.tag != reader.tag)
    found = [(one, [(key, one.text(text)) for key, text in texts.items() if text and one.reads(text)]) for one in ordered]
    return [(one, said) for one, said in found if said]
