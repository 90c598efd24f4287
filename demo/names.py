"""Names of companies, made of syllables; no two of them can be taken for one."""

from collections.abc import Iterator
from random import Random

from c2site.check.companies import likenesses, plain_name

BEGINNINGS = tuple(
    "Bru Cal Dex Eva Fro Gly Hul Ixa Jor Kvi Lum Myr Nax Ovi Plu Qua Rhe Syl Tra Uxo Vel Wim Xan Yor Zel Bax Cro Dwi "
    "Fel Gim Hex Jul Kro Lir Mox Nim Pyx Ruv Sko Tiv".split()
)
MIDDLES = tuple(
    "bari cedo dulfi fenza garu hilmo jeta kravo limzu mondi nerfa polqui rastu sivlo tembra vodu wenka zupi bola cavi "
    "dresi fuma goli husta jorva kumi leta miro nuga pavo".split()
)
ENDINGS = tuple("bex dor fia gon hax jin kal lux mir nov phi qart rix sol tum vak xis zon bro dex lan quo sten vio".split())

# How many short names are found before chance meets too many that are taken, and longer ones follow.
ROOM = 5_000


def company_names(throws: Random) -> Iterator[str]:
    """Yield company names without end; each differs from all others by more than a letter."""
    taken: set[str] = set()
    found = 0
    while True:
        name = _name(throws, 1 if found < ROOM else 2)
        marks = likenesses(plain_name(name))
        if taken.isdisjoint(marks):
            taken |= marks
            found += 1
            yield name


def _name(throws: Random, middles: int) -> str:
    inner = [throws.choice(MIDDLES) for _ in range(middles)]
    return "".join([throws.choice(BEGINNINGS), *inner, throws.choice(ENDINGS)])
