"""Results of earlier builds, as the rooms that may use them see them; who keeps them, and where, is not their business."""

from typing import Protocol


class Kept(Protocol):
    """Bytes by name. A name says everything its bytes rest on, except the software's own code."""

    def get(self, name: str) -> bytes | None:
        """Return what is kept under `name`, or None."""

    def put(self, name: str, value: bytes) -> None:
        """Keep `value` for later builds, or do not."""


class _Nothing:
    def get(self, name: str) -> bytes | None:
        return None

    def put(self, name: str, value: bytes) -> None:
        pass


NOTHING: Kept = _Nothing()
