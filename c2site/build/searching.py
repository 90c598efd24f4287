"""What the search needs in each language besides the index: its script's words, and what tells browsers that the site can be searched."""

import json
from xml.sax.saxutils import escape, quoteattr

from c2site.build.output import Output
from c2site.catalogue import Portal, codes, page_path
from c2site.catalogue.addresses import PAGE_FOLDERS
from c2site.language import Reader
from c2site.language.alternatives import ELISION, ways
from c2site.render.web import ENTITIES

WORDS = ("title", "label", "found", "none", "results", "close", "all", "keys", "unavailable")
TIPS = ("fewer", "other", "code")
LISTS = ("offerings", "smes", "clusters", "sectors", "markets")


# As much as OpenSearch 1.1 allows.
SHORT_NAME = 16


def write_search_words(out: Output, portal: Portal) -> None:
    """Write, for each language, the script that tells the search its words, and the OpenSearch description."""
    for reader in portal.readers:
        out.write(f"{page_path(reader)}opensearch.xml", opensearch(portal, reader))
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
        "kinds": {**kinds, "codes": reader.phrase("codes.title"), "": reader.phrase("search.pages")},
        "lists": [
            *((reader.phrase(f"nav.{folder}"), f"../../{page_path(reader, folder)}") for folder in LISTS),
            (reader.phrase("codes.title"), f"../../{page_path(reader, 'codes')}"),
        ],
    }


def opensearch(portal: Portal, reader: Reader) -> str:
    """Return the description by which a browser offers the reader's search page as a search engine."""
    partnership = portal.profiles.partnership
    description = reader.phrase("search.description", partnership=partnership.acronym)
    address = f"{portal.address(reader, 'search')}?q={{searchTerms}}"
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n'
        f"<ShortName>{escape(partnership.acronym[:SHORT_NAME])}</ShortName>\n<Description>{escape(description)}</Description>\n"
        f"<Language>{reader.tag}</Language>\n<InputEncoding>UTF-8</InputEncoding>\n"
        f'<Url type="text/html" template={quoteattr(address)}/>\n</OpenSearchDescription>\n'
    )
