"""What robots and servers read besides the map of the site: robots.txt and the response headers."""

from c2site.catalogue import Portal
from c2site.render.web.policy import POLICY


def robots(portal: Portal) -> str:
    """Return robots.txt: everything may be read; invented partnerships ask to be left out of search engines."""
    rule = "Disallow: /" if portal.profiles.partnership.invented else "Allow: /"
    return f"User-agent: *\n{rule}\nSitemap: {portal.site_url}sitemap.xml\n"


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
