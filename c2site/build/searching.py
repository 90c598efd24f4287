"""What the search's script has to know in each language: its words, how words are rewritten, where the lists stand."""

import json

from c2site.build.output import Output
from c2site.catalogue import Portal, codes, page_path
from c2site.catalogue.addresses import PAGE_FOLDERS
from c2site.language import Reader
from c2site.language.alternatives import ELISION, ways
from c2site.render.web import ENTITIES

WORDS = ("title", "label", "found", "none", "results", "close", "all", "keys", "unavailable")
TIPS = ("fewer", "other", "code")
LISTS = ("offerings", "smes", "clusters", "sectors", "markets")


def write_search_words(out: Output, portal: Portal) -> None:
    """Write, beside each language's search page, the script that tells the search its words."""
    for reader in portal.readers:
        told = json.dumps(search_words(reader), ensure_ascii=False, separators=(",", ":"))
        out.write(f"{page_path(reader, 'search')}words.js", f'document.dispatchEvent(new CustomEvent("search-words", {{ detail: {told} }}));\n')


def search_words(reader: Reader) -> dict[str, object]:
    """Return the words, the way that is `always` taken with a query's words and the `ways` tried after it, how a `code` is a word of the index, `kinds` of result by the folder of their page, and `lists` as (name, path from the search page)."""
    kinds = {PAGE_FOLDERS.get(folder, folder): reader.phrase(f"nav.{folder}") for folder in ENTITIES}
    return {
        "words": {**{one: reader.phrase(f"search.{one}") for one in WORDS}, "tips": [reader.phrase(f"search.tip.{one}") for one in TIPS]},
        "always": ELISION,
        "ways": ways(reader.tag),
        "code": (codes.BEGINNING, codes.DIGITS, codes.END),
        "kinds": {**kinds, "": reader.phrase("search.pages")},
        "lists": [(reader.phrase(f"nav.{folder}"), f"../../{page_path(reader, folder)}") for folder in LISTS],
    }
