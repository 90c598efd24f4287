"""How far records are filled in: what readers look for first, and the texts in every language, cluster by cluster."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from c2site.catalogue.relations import clusters_of
from c2site.check.languages import translatable
from c2site.check.missing import LOOKED_FOR
from c2site.model import KINDS, Cluster, Offering, Profiles, Record, Sme


@dataclass(frozen=True)
class Filled:
    """Of `asked` fields that readers look for first, `stated` are filled in; of `texts` times languages, `written` are there."""

    stated: int = 0
    asked: int = 0
    written: int = 0
    texts: int = 0

    def __add__(self, other: "Filled") -> "Filled":
        return Filled(self.stated + other.stated, self.asked + other.asked, self.written + other.written, self.texts + other.texts)

    @property
    def shares(self) -> tuple[float, float]:
        """The share of what is stated, and of what is translated."""
        return self.stated / (self.asked or 1), self.written / (self.texts or 1)


def filled(profiles: Profiles, languages: Sequence[str]) -> Mapping[str, Filled]:
    """Return how far the records of each cluster are filled in, by its id in the partners' order; under "" what belongs to nobody alone."""
    found = dict.fromkeys([*profiles.partnership.clusters, ""], Filled())
    for folder, one in profiles.records():
        if one.status != "withdrawn":
            key = _cluster(one, profiles)
            found[key] = found.get(key, Filled()) + _of_record(folder, one, languages)
    return found


def _cluster(one: Record, profiles: Profiles) -> str:
    if isinstance(one, Cluster):
        return one.id
    if isinstance(one, Sme):
        return one.cluster
    return next(iter(clusters_of(one, profiles.smes)), "") if isinstance(one, Offering) else ""


def _of_record(folder: str, one: Record, languages: Sequence[str]) -> Filled:
    asked = next(LOOKED_FOR[kind.name] for kind in KINDS.values() if kind.folder == folder)
    texts = [spot.value for spot in translatable(one)]
    return Filled(
        stated=sum(getattr(one, name) not in (None, (), {}) for name in asked),
        asked=len(asked),
        written=sum(tag in text for text in texts for tag in languages),
        texts=len(texts) * len(languages),
    )
