"""What a record names outside itself: sources of the bibliography, files of the media folder."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from c2site.check.findings import Finding, finding
from c2site.check.spots import Meaning, Spot
from c2site.check.surroundings import Surroundings
from c2site.errors import Part, nearest
from c2site.model import Certificate


def source(spot: Spot, around: Surroundings) -> Iterator[Finding]:
    """Yield a finding where a key is not in the bibliography."""
    if around.sources is not None and spot.value not in around.sources:
        yield finding(spot.path, "unknown-source", found=spot.value, nearest=nearest(spot.value, around.sources))


def media_file(spot: Spot, around: Surroundings) -> Iterator[Finding]:
    """Yield a finding where a value is not the place of an ordinary file below data/media/."""
    place = PurePosixPath(spot.value)
    if _strays(spot.value):
        yield finding(spot.path, "asset-place", found=spot.value, nearest=_inside(spot.value, around))
    elif around.media.links & {spot.value, *map(str, place.parents)}:
        yield finding(spot.path, "asset-link", found=spot.value)
    elif spot.value not in around.media.files:
        near = nearest(spot.value, around.media.files)
        yield finding(spot.path, "unknown-asset", found=spot.value, nearest=near)


def picture(spot: Spot, around: Surroundings) -> Iterator[Finding]:
    """Yield a finding where a picture cannot be shown, or not as it is."""
    if not is_picture(spot) or spot.value not in around.media.files:
        return
    refused, left_out = around.media.judged(spot.value)
    for one in refused:
        yield finding(spot.path, "unfit-picture", found=spot.value, reason=Part(one, "message"), nearest=Part(one, "hint"))
    if left_out:
        yield finding(spot.path, "drawing-left-out", file=spot.value, found=left_out)


def is_picture(spot: Spot) -> bool:
    """Return whether a value names a picture: a certificate's file is none."""
    return spot.meaning is Meaning.MEDIA and not isinstance(spot.holder, Certificate)


def _strays(value: str) -> bool:
    """Return whether `value` leaves data/media/, or names it again."""
    steps = value.split("/")
    return "\\" in value or ":" in value or not set(steps).isdisjoint(("", ".", "..")) or steps[0] in ("data", "media")


def _inside(value: str, around: Surroundings) -> str:
    name = value.replace("\\", "/").rsplit("/", 1)[-1] or "logo.svg"
    return next((one for one in sorted(around.media.files) if one.rsplit("/", 1)[-1] == name), name)
