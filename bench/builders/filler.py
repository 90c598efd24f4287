"""Fixed HTML that makes a peer's page as heavy as c2site's: what a header, a footer and drawings weigh."""

ROW = '<li class="filler"><a href="/en/companies/">Companies</a> <span class="filler__text">the same words on every page</span></li>\n'


def filler(size: int) -> str:
    """Return HTML of exactly `size` bytes; nothing where the page is heavy enough already."""
    if size <= 0:
        return ""
    return (ROW * (size // len(ROW) + 1))[: size - 1] + "\n"
