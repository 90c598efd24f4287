"""The host's page around ours: made once with slots for what varies, cut there, and filled for every page."""

from dataclasses import dataclass

from c2site.render.web import SHELL, Parts

# Letters and digits only, so that no filter, URL join or slug maker touches them.
SLOTS = Parts(*(f"c2siteSlot{name.capitalize()}End" for name in Parts._fields))


@dataclass(frozen=True)
class Shell:
    """`pieces` stand before the parts named by `names`, and `end` after the last one."""

    pieces: tuple[str, ...]
    names: tuple[str, ...]
    end: str

    @classmethod
    def cut(cls, output: str) -> "Shell":
        """Return the shell in a host's page; raise ValueError where the theme leaves a part out."""
        places = sorted((output.find(slot), slot, name) for slot, name in zip(SLOTS, Parts._fields, strict=True))
        if places[0][0] < 0:
            raise ValueError(f"the theme's main.html leaves out {places[0][2]!r}")
        pieces, start = [], 0
        for place, slot, _ in places:
            pieces.append(output[start:place])
            start = place + len(slot)
        return cls(tuple(pieces), tuple(name for _, _, name in places), output[start:])

    def filled(self, parts: Parts) -> str:
        """Return the page made of the shell and `parts`."""
        values = parts._asdict()
        return "".join(piece + values[name] for piece, name in zip(self.pieces, self.names, strict=True)) + self.end


# Ours, for pages without any host.
BARE = Shell.cut(SHELL.format(**SLOTS._asdict()))
