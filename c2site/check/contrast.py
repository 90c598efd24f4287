"""How well one colour is read on another (WCAG 2.2)."""

# What each use needs: running text; large figures and headings; lines, icons, hatches and the focus ring.
LEVELS = {"text": 4.5, "large": 3.0, "line": 3.0}


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, `#rrggbb` each: from 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
