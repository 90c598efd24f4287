"""Which language a text is written in, told by the small words and the letters that every text of two sentences holds, whatever it is about."""

import re

from c2site.language.tags import script_of

WORD = re.compile(r"[^\W\d_]+")
# Words that a language cannot do without; those that two languages share tell nothing of these two.
SMALL = {
    "en": "the and of with for from that which are is has have their its by into this in to on at as an be it or not all one who what where when they between other "
    "more over also than",
    "es": "el la los las de del y en una para con por que se su sus como más entre desde está están cada un al lo es son o no sobre sin ha han otros otras este esta todo "
    "todos quien donde cuando también hasta",
    "fr": "le la les de des du et en une pour avec par qui que dans sur aux est ses leur plus un au l d ou ne pas ce cette ces son sa se sont il elle nous vous entre chaque "
    "tout tous autres leurs à depuis",
    "it": "il la gli le di del della dei delle e una per con che nel nella alle sono dal più un i lo l al ai da dalla degli su sul è ha hanno o non si come ogni tra altri anche "
    "questo questa dove nelle sulla",
    "pt": "os as de do da dos das em uma para com por que no na e mais pelo pela são um o a ao aos se seu sua ou não é foi entre cada outros também onde nos nas às",
    "bg": "и на за от със които като във в с се при чрез е по до са всеки всички не да който която което това или към между има си както ще един една те му го след над без",
    "sr": "и на за од са који као у се при кроз је по до које која што или ка између има да не из сваки све један једна они му га после над без су о њих",
    "sr-Latn": "i na za od sa koji kao u se pri kroz je po do koje koja što ili ka između ima da ne iz svaki sve jedan jedna oni mu ga posle nad bez su o njih",
}
# Letters that one language of Cyrillic has and the other has not.
LETTERS = {"bg": "йщъьюя", "sr": "ђјљњћџ"}
CYRILLIC = frozenset("".join(LETTERS.values()))
SIGNS = {tag: frozenset(words.split()) | frozenset(LETTERS.get(tag, "")) for tag, words in SMALL.items()}
# So much of a text is read, and so many words must be in it. So many different signs must be the other language's alone, and so many times
# as many as are its own alone.
SAMPLE, ENOUGH_WORDS, ENOUGH_SIGNS, CLEARLY = 300, 6, 2, 3


def other_language(text: str, tag: str) -> str:
    """Return the language whose signs a text holds instead of those of `tag`; empty where nobody can tell."""
    beginning = text[:SAMPLE].casefold()
    words = WORD.findall(beginning)
    own = tag if tag in SIGNS else tag.split("-")[0]
    return _other(own, frozenset(words) | frozenset(beginning) & CYRILLIC) if own in SIGNS and len(words) >= ENOUGH_WORDS else ""


def _other(own: str, found: frozenset[str]) -> str:
    signs = {tag: len(found & theirs - SIGNS[own]) for tag, theirs in SIGNS.items() if script_of(tag) == script_of(own)}
    likely = max(signs, key=signs.__getitem__)
    return likely if signs[likely] >= max(ENOUGH_SIGNS, CLEARLY * len(found & SIGNS[own] - SIGNS[likely])) else ""
