"""Small words by which a text tells its language, whatever it is about."""

# Words that a language cannot do without and that few others write alike; every text of two sentences holds some.
COMMON = {
    "en": frozenset("the and of with for from that which are is has their its by into this".split()),
    "es": frozenset("el la los las de del y en una para con por que se su sus como más entre desde".split()),
    "fr": frozenset("le la les de des du et en une pour avec par qui que dans sur aux est ses leur plus".split()),
    "it": frozenset("il la gli le di del della dei delle e una per con che nel nella alle sono dal più".split()),
    "pt": frozenset("os as de do da dos das em uma para com por que no na e mais pelo pela são".split()),
    "bg": frozenset("и на за от със които като във се при чрез е по до са".split()),
    "sr": frozenset("и на за од са који као у се при кроз је по до које".split()),
    "sr-Latn": frozenset("i na za od sa koji kao u se pri kroz je po do koje".split()),
}
