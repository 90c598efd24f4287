"""Social cards as files: each is drawn once, by children that draw many at a time."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from c2site.build.cache import Cache, key_of
from c2site.build.output import Output
from c2site.build.prepare import Prepared, brand_texts, brand_tokens
from c2site.build.progress import Progress
from c2site.build.typesetter import draw, drawing_key, stage_type
from c2site.render.brand.cards import card, common_of, has_card, home, sheet_of_cards
from c2site.render.brand.drawn import Job
from c2site.render.web import Page

# How many cards a child draws, and how many children work at a time.
BATCH, WORKERS = 48, 2

Wanted = Mapping[str, tuple[dict[str, Any], list[str]]]


def write_cards(prepared: Prepared, out: Output, pages: Iterable[Page], progress: Progress) -> None:
    """Write the card of every page that has one; those of unchanged words and drawings stay as they are."""
    settings = prepared.settings
    common = common_of(prepared.portal, brand_tokens(settings.brand), brand_texts(settings.brand)["logo"])
    style = key_of("card 1", drawing_key(settings.theme, "card.typ"), json.dumps(common, sort_keys=True))
    cache = Cache(settings.cache)
    wanted = _wanted(prepared, out, pages, style, cache)
    batches = _batches(wanted)
    for keys, drawn in progress.over("cards", _Drawn(batches, wanted, common, settings.theme)):
        for key, png in zip(keys, drawn, strict=True):
            _put(out, wanted[key][1], key, cache.put(key, png))


def _wanted(prepared: Prepared, out: Output, pages: Iterable[Page], style: str, cache: Cache) -> dict[str, tuple[dict[str, Any], list[str]]]:
    """Return the cards that must be drawn, by key, each with its paths: pages that say the same share one drawing."""
    wanted: dict[str, tuple[dict[str, Any], list[str]]] = {}
    homes = [home(prepared.portal, reader) for reader in prepared.portal.readers]
    for page in chain(homes, filter(has_card, pages)):
        one, path = card(prepared.portal, page), page.card(prepared.portal)
        key = key_of(style, json.dumps(one, ensure_ascii=False, sort_keys=True))
        if out.keep(path, key):
            continue
        if key not in wanted and (kept := cache.get(key)):
            _put(out, [path], key, kept)
        else:
            wanted.setdefault(key, (one, []))[1].append(path)
    return wanted


def _batches(wanted: Wanted) -> list[list[str]]:
    keys = list(wanted)
    size = min(BATCH, -(-len(keys) // WORKERS) or 1)
    return [keys[start : start + size] for start in range(0, len(keys), size)]


def _put(out: Output, paths: Sequence[str], key: str, png: bytes) -> None:
    for path in paths:
        out.write(path, png, key)


class _Drawn:
    """Batches of keys with their pictures, drawn by children."""

    def __init__(self, batches: Sequence[list[str]], wanted: Wanted, common: Mapping[str, Any], theme: Path) -> None:
        self.batches, self.wanted, self.common, self.theme = batches, wanted, common, theme

    def __len__(self) -> int:
        return len(self.batches)

    def __iter__(self) -> Iterator[tuple[list[str], list[bytes]]]:
        if not self.batches:
            return
        with TemporaryDirectory(prefix="c2site-cards-") as folder, ThreadPoolExecutor(WORKERS) as pool:
            stage_type(self.theme, Path(folder))
            yield from zip(self.batches, pool.map(lambda keys: self._batch(keys, Path(folder)), self.batches), strict=True)

    def _batch(self, keys: Sequence[str], stage: Path) -> list[bytes]:
        data = sheet_of_cards([self.wanted[key][0] for key in keys], self.common)
        return draw(Job("card.typ", data, "card"), stage)
