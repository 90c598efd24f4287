"""In which language problems are told here: the one asked for, else that of whoever sits at the terminal."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from c2site.build.settings import REPOSITORY
from c2site.errors import Messages
from c2site.load.messages import languages_told, load_messages

# What the system says of its language, the first one that says anything.
LOCALES = ("LC_ALL", "LC_MESSAGES", "LANG")
THEME = REPOSITORY / "theme"


def spoken(asked: str = "", environment: Mapping[str, str] = os.environ, theme: Path = THEME) -> Messages:
    """Return what is told in the language asked for by name, else in that of the environment, else in English.

    Where nobody has translated into it, raise ValueError for one asked for by name, and tell in English for that of the environment.
    """
    told = languages_told(theme)
    if asked and asked not in told:
        raise ValueError(f"problems are not told in {asked!r}; they are in: {', '.join(told)}")
    return load_messages(theme, asked or _of(environment, told))


def _of(environment: Mapping[str, str], told: Sequence[str]) -> str:
    asked = environment.get("C2SITE_LANGUAGE", "") or next(filter(None, map(environment.get, LOCALES)), "")
    return next((tag for tag in _tags(asked) if tag in told), "en")


def _tags(locale: str) -> list[str]:
    """Return what `sr_RS.UTF-8@latin` may be called, `sr-Latn` before `sr`."""
    name, _, variant = locale.partition("@")
    language, *rest = name.partition(".")[0].replace("_", "-").split("-")
    scripts = [one for one in [*rest, "Latn" if variant == "latin" else ""] if len(one) == 4]
    return [*(f"{language}-{script}" for script in scripts), language]
