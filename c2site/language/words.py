"""A string as one reader sees it: the text, and the language it really is in."""

from typing import NamedTuple


class Words(NamedTuple):
    """`lang` and `direction` belong to `text`; `own` is False where the reader is shown another language's words."""

    text: str
    lang: str
    direction: str
    own: bool

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.text)


NOTHING = Words("", "", "ltr", True)
