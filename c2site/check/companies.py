"""Companies and their clusters: the right folder, the same country, and no company written down twice."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from c2site.check.findings import Filed, Finding, finding
from c2site.check.surroundings import Surroundings
from c2site.language.tags import known_countries
from c2site.model import Offering, Sme

# Legal forms as the register or the editor writes them; dots and spaces do not count.
LATIN_FORMS = (
    "ab ad ae ag as aps bv co corp dd doo dooel ead eeig ek eirl ent eood epe eurl gmbh ike inc jsc kd kft kg lda llc "
    "llp ltd ltda nv od oe ood oy plc pte sa sad sae sapi sarl sas sasu sc scarl sccl scoop se sia sl sll slu snc soc "
    "spa spzoo srl srls srlu sro ug vof zrt"
)
OTHER_FORMS = "ад доо еад едно ет еоод ик кд ооо оод сд αε εε επε ικε μεπε οε"
LEGAL_FORMS = frozenset(f"{LATIN_FORMS} {OTHER_FORMS}".split())
SHORTEST_ALIKE = 7
WORD = re.compile(r"[^\W_]+")


def right_folder(filed: Filed, around: Surroundings) -> Iterator[Finding]:
    """Yield a finding where a company or an offering lies in another cluster's folder than its own."""
    record, folder = filed.record, filed.file.folder
    if isinstance(record, Sme) and record.cluster != folder and around.candidates(record.cluster, ("cluster",)):
        yield finding(
            ("cluster",), "wrong-folder", found=record.cluster, folder=folder, nearest=_moved(filed, record.cluster)
        )
    if isinstance(record, Offering):
        yield from _offering_folder(filed, record, around)


def _offering_folder(filed: Filed, offering: Offering, around: Surroundings) -> Iterator[Finding]:
    makers = [around.profiles.smes[one] for one in offering.makers if one in around.profiles.smes]
    clusters = [maker.cluster for maker in makers]
    if clusters and filed.file.folder not in clusters:
        found = {"company": makers[0].id, "found": clusters[0], "folder": filed.file.folder}
        path = ("sme",) if offering.sme else ("smes",)
        yield Finding(path, "wrong-company-folder", {**found, "nearest": _moved(filed, clusters[0])})


def _moved(filed: Filed, cluster: str) -> str:
    return f"data/{filed.file.kind.folder}/{cluster}/{filed.file.id}.yml"


def same_country(filed: Filed, around: Surroundings) -> Iterator[Finding]:
    """Yield a finding where a company is in another country than its cluster."""
    record = filed.record
    cluster = around.profiles.clusters.get(record.cluster) if isinstance(record, Sme) else None
    if cluster and cluster.country != record.country and record.country in known_countries():
        yield finding(("country",), "country-differs", found=record.country, other=cluster.country)


def written_twice(filed_smes: Iterable[Filed]) -> Iterator[tuple[Filed, Finding]]:
    """Yield the companies whose name, or registered name, is almost that of an earlier file's."""
    first: dict[str, Filed] = {}
    for filed in sorted(filed_smes, key=lambda one: (one.file.folder, one.file.id)):
        marks = {mark for name in _names(filed.record) for mark in likenesses(plain_name(name))}
        twin = next((first[mark] for mark in sorted(marks) if mark in first and first[mark].key != filed.key), None)
        if twin:
            yield filed, finding(("name",), "duplicate-company", found=filed.record.name, other=twin.file.path)
        for mark in marks:
            first.setdefault(mark, filed)


def _names(sme: Sme) -> Iterator[str]:
    yield sme.name
    if sme.legal_name:
        yield sme.legal_name


def plain_name(name: str) -> str:
    """Return a company's name without legal form, accents, signs and spaces."""
    return "".join(plain_words(name))


def plain_words(name: str) -> list[str]:
    """Return the words of a company's name without legal form, accents and signs."""
    words = bare_words(name)
    while len(words) > 1 and words[-1] in LEGAL_FORMS:
        words.pop()
    return words


def bare_words(text: str) -> list[str]:
    """Return the words of a text without accents, signs and capitals; letters with a full stop each are one word."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(char for char in folded if not unicodedata.combining(char))
    return WORD.findall(re.sub(r"(?<=\b\w)[./](?=\w\b)|(?<=\b\w)\.(?=\s|$|,|\))", "", bare))


def likenesses(name: str) -> set[str]:
    """Return marks of which two names share one when at most one letter differs; figures always count in full."""
    marks = {name}
    if len(name) >= SHORTEST_ALIKE:
        marks.update(f"{name[:at]}\0{name[at + 1 :]}" for at, char in enumerate(name) if not char.isdigit())
        marks.update(f"{name[:at]}\0{name[at:]}" for at in range(len(name) + 1) if not _beside_figure(name, at))
    return marks


def _beside_figure(name: str, at: int) -> bool:
    return name[at - 1 : at].isdigit() or name[at : at + 1].isdigit()
