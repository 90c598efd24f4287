"""One entry of the bibliography."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Source:
    """What references.bib says of a source; absent fields are empty strings.

    `day` is the day the source was consulted (ISO 8601), `langid` the babel name of its language (`english`).
    """

    key: str
    type: str
    author: str = ""
    title: str = ""
    year: str = ""
    url: str = ""
    day: str = ""
    langid: str = ""
    note: str = ""
    publisher: str = ""
    keywords: str = ""
