"""What robots and servers read: the map of the site with its translations, robots.txt, and the response headers."""

from collections.abc import Iterable
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

from c2site.catalogue import Portal
from c2site.render.web import Page
from c2site.render.web.policy import POLICY

XMLNS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'
URL_MARKS = ":/?#[]@!$&'()*+,;=%"


def sitemap(portal: Portal, pages: Iterable[Page]) -> str:
    """Return the site map: every really written page once, with its translations."""
    rows = sorted((page.path, page) for page in pages if page.translated)
    urls = "\n".join(_url(portal, page) for _, page in rows)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset {XMLNS}>\n{urls}\n</urlset>\n'


def _url(portal: Portal, page: Page) -> str:
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang={quoteattr(tag)} href={quoteattr(address)}/>' for tag, address in page.alternates(portal)
    )
    return f"<url><loc>{escape(portal.site_url + page.path)}</loc>{links}</url>"


def robots(portal: Portal) -> str:
    """Return robots.txt: everything may be read; invented partnerships ask to be left out of search engines."""
    rule = "Disallow: /" if portal.profiles.partnership.invented else "Allow: /"
    return f"User-agent: *\n{rule}\nSitemap: {quote(portal.site_url, safe=URL_MARKS)}sitemap.xml\n"


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
    return f"/*\n{body}/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n"
