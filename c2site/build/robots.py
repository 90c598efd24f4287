"""What robots and servers read besides the map of the site: robots.txt, response headers, addresses that are gone."""

from collections.abc import Iterable
from urllib.parse import quote

from c2site.catalogue import Portal
from c2site.render.web.policy import POLICY

URL_MARKS = ":/?#[]@!$&'()*+,;=%"


def robots(portal: Portal, closed: Iterable[str] = ()) -> str:
    """Return robots.txt: everything may be read but the folders `closed`; invented partnerships ask to be left out of search engines."""
    rule = "Disallow: /" if portal.profiles.partnership.invented else "Allow: /"
    rules = [rule, *(f"Disallow: /{folder}" for folder in closed)]
    return "\n".join(["User-agent: *", *rules, f"Sitemap: {quote(portal.site_url, safe=URL_MARKS)}sitemap.xml\n"])


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


def headers(beside_admin: Iterable[str] = ()) -> str:
    """Return the response headers in the notation of Netlify and Cloudflare Pages; docs/hosting.md has nginx's.

    Where there is an editors' page, `beside_admin` are the other names at the top of the site. Rules that fit a path add up, so the
    strict ones then stand at each of these; the editors' page says its own policy, and may open the code host's window to log in.
    """
    strict = [f"Content-Security-Policy: {POLICY}; frame-ancestors 'none'", "Cross-Origin-Opener-Policy: same-origin"]
    everywhere = [
        "X-Content-Type-Options: nosniff",
        "Referrer-Policy: strict-origin-when-cross-origin",
        "Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "Cross-Origin-Resource-Policy: same-origin",
    ]
    admin = ["Content-Security-Policy: frame-ancestors 'none'", "Cross-Origin-Opener-Policy: same-origin-allow-popups", "X-Robots-Tag: noindex"]
    rules = [("/*", [*([] if beside_admin else strict), *everywhere]), *((f"/{name}", strict) for name in beside_admin)]
    rules += [("/admin/*", admin)] if beside_admin else []
    rules += [("/assets/*", ["Cache-Control: public, max-age=31536000, immutable"]), *((f"/{one}/*", ["Access-Control-Allow-Origin: *"]) for one in SHARED)]
    return "".join(f"{path}\n" + "".join(f"  {line}\n" for line in lines) for path, lines in rules)
