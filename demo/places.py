"""Where the invented clusters lie: real countries and languages, invented regions and towns."""

from typing import NamedTuple


class Home(NamedTuple):
    """A cluster's home. `sectors` are its fields, the main one first; `forms` the legal forms of its companies."""

    id: str
    short_name: str
    country: str
    language: str
    region: str
    towns: tuple[str, ...]
    lat: float
    lon: float
    sectors: tuple[str, str]
    forms: tuple[str, ...]
    vat: str


HOMES = (
    Home("glass-river", "Glass River", "FR", "fr", "Pays du Verre", ("Brumecouleur", "Pont-Rêveur", "Clochevent"), 46.9, 2.6,
         ("environment", "construction"), ("SAS", "SARL"), "FR"),
    Home("seventh-hill", "Seventh Hill", "IT", "it", "Colle Settimo", ("Nuvolara", "Sogliadoro", "Borgolontano"), 44.2, 10.9,
         ("construction", "environment"), ("S.r.l.", "S.p.A."), "IT"),
    Home("paper-lighthouse", "Paper Lighthouse", "GR", "el", "Chartini Akti", ("Nefelokastro", "Anemopetra", "Oniropoli"), 39.1, 22.4,
         ("ict", "mobility"), ("IKE", "AE"), "EL"),
    Home("blue-anvil", "Blue Anvil", "ES", "es", "Valle del Yunque", ("Villanieblas", "Puerto Quimera", "Nubosa del Mar"), 41.6, -3.9,
         ("environment", "ict"), ("S.L.", "S.A."), "ES"),
    Home("moon-bridge", "Moon Bridge", "BG", "bg", "Lunen Most", ("Mechtograd", "Zvukovo", "Nikadevo"), 42.6, 25.1,
         ("mobility", "construction"), ("OOD", "EOOD"), "BG"),
    Home("singing-mill", "Singing Mill", "RS", "sr", "Raspevani Kraj", ("Snovac", "Maglovište", "Nigdinac"), 44.1, 20.7,
         ("ict", "mobility"), ("d.o.o.",), "RS"),
)  # fmt: skip
