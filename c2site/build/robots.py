"""What robots and servers read besides the map of the site: robots.txt, response headers, addresses that are gone."""

from collections.abc import Iterable
from urllib.parse import quote

from c2site.catalogue import Portal
from c2site.render.web.policy import POLICY

URL_MARKS = ":/?#[]@!$&'()*+,;=%"


def robots(portal: Portal) -> str:
    """Return robots.txt: everything may be read; invented partnerships ask to be left out of search engines."""
    rule = "Disallow: /" if portal.profiles.partnership.invented else "Allow: /"
    return f"User-agent: *\n{rule}\nSitemap: {quote(portal.site_url, safe=URL_MARKS)}sitemap.xml\n"

# What the pages of any other site may read: data that is public and asks nothing of its readers.
SHARED = ("api", "catalogues")


Moved = Iterable[tuple[str, str]]


def redirects(gone: Iterable[str], folders: Moved = (), files: Moved = ()) -> str:
    """Return, in Netlify's notation, that the pages at the paths `gone` answer with the status 410, and which folders and files have moved.

    The second line of each folder is for Cloudflare, which passes the first over and follows few rules with a star.
    """
    lines = [f"/{path}  /{path}index.html  410!\n" for path in gone]
    lines += [f"/{old}*  /{new}:splat  301!\n/{old}  /{new}  301\n" for old, new in folders]
    return "".join([*lines, *(f"/{old}  /{new}  301\n" for old, new in files)])


def moved_map(folders: Moved, files: Moved = ()) -> str:
    """Return the same of what has moved for nginx, as lines of a `map` by address; only signs that need no escape are handed on."""
    lines = [f'"~^/{old.rstrip("/")}(?:/(?<rest>[A-Za-z0-9._/-]*))?$" "/{new}$rest";\n' for old, new in folders]
    return "".join([*lines, *(f"/{old} /{new};\n" for old, new in files)])


def gone_map(gone: Iterable[str]) -> str:
    """Return the same for nginx, as lines of a `map` by address; docs/hosting.md shows how it is included."""
    return "".join(f"/{one} 1;\n" for path in gone for one in (path, path.rstrip("/"), f"{path}index.html"))


def headers() -> str:
    """Return the response headers in the notation of Netlify and Cloudflare Pages; docs/hosting.md has nginx's."""
    lines = [
        f"Content-Security-Policy: {POLICY}; frame-ancestors 'none'",
        "X-Content-Type-Options: nosniff",
        "Referrer-Policy: strict-origin-when-cross-origin",
        "Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "Cross-Origin-Opener-Policy: same-origin",
        "Cross-Origin-Resource-Policy: same-origin",
    ]
    body = "".join(f"  {line}\n" for line in lines)
    shared = "".join(f"/{folder}/*\n  Access-Control-Allow-Origin: *\n" for folder in SHARED)
    return f"/*\n{body}/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n{shared}"
