"""What every page must carry, and what the brand must know: the funding mark, the hue of a sector."""

from collections.abc import Iterator

from c2site.check.findings import Filed, Finding, finding
from c2site.check.surroundings import Surroundings
from c2site.errors import nearest
from c2site.model import Partnership, Sector

MARKS = ("funding_statement", "disclaimer", "emblem")


def funding_mark(filed: Filed, around: Surroundings) -> Iterator[Finding]:
    """Yield the parts of the funding mark that are missing, in the default language where they are texts."""
    if not isinstance(filed.record, Partnership):
        return
    default = filed.record.languages[0].tag
    for name in MARKS:
        value = getattr(filed.record, name)
        if value is None:
            yield finding((name,), "missing-funding", found=name)
        elif isinstance(value, dict) and default not in value:
            yield finding((name,), "missing-funding", found=f"{name}.{default}")


def sector_hue(filed: Filed, around: Surroundings) -> Iterator[Finding]:
    """Yield a finding where a sector's tone is not a hue of the brand."""
    record, tones = filed.record, around.tones
    if isinstance(record, Sector) and tones is not None and record.tone not in tones:
        yield finding(("tone",), "unknown-tone", found=record.tone, allowed=tones, nearest=nearest(record.tone, tones))
