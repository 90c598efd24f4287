"""The built site as a real host serves it: packed, kept alive, with the headers of its own `_headers`."""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from fnmatch import fnmatch
from functools import lru_cache, partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from urllib.parse import unquote, urlsplit

import brotli

PACKED = ("text/", "application/json", "application/javascript", "image/svg", "application/xml", "application/ld+json")
# What hosts use for answers they pack as they go.
BROTLI_QUALITY, GZIP_LEVEL = 6, 6
Headers = list[tuple[str, str, str]]


class Host(BaseHTTPRequestHandler):
    """Answers from one folder, whose pages lie in `index.html`; what is not there answers with 404.html."""

    protocol_version = "HTTP/1.1"

    def __init__(self, site: Path, headers: Headers, *arguments: object) -> None:
        self.site, self.told = site, headers
        super().__init__(*arguments)

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        file = (self.site / path.lstrip("/")).resolve()
        if path.endswith("/"):
            file /= "index.html"
        if file.is_relative_to(self.site) and file.is_file():
            self._answer(HTTPStatus.OK, path, file)
        else:
            self._answer(HTTPStatus.NOT_FOUND, path, self.site / "404.html")

    def _answer(self, status: HTTPStatus, path: str, file: Path) -> None:
        kind = guess_type(file.name)[0] or "application/octet-stream"
        body, coding = packed(file, file.stat().st_mtime_ns, self._coding() if kind.startswith(PACKED) else "")
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith(PACKED) else kind)
        self.send_header("Content-Length", str(len(body)))
        for pattern, name, value in self.told:
            if fnmatch(path, pattern):
                self.send_header(name, value)
        if coding:
            self.send_header("Content-Encoding", coding)
        self.end_headers()
        self.wfile.write(body)

    def _coding(self) -> str:
        accepted = self.headers.get("Accept-Encoding", "")
        return "br" if "br" in accepted else "gzip" if "gzip" in accepted else ""

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


@lru_cache(4_000)
def packed(file: Path, changed: int, coding: str) -> tuple[bytes, str]:
    """Return a file's bytes in a coding, and the coding; `changed` tells versions of the file apart."""
    body = file.read_bytes()
    if coding == "br":
        return brotli.compress(body, quality=BROTLI_QUALITY), coding
    return (gzip.compress(body, GZIP_LEVEL), coding) if coding else (body, "")


def headers_of(site: Path) -> Headers:
    """Return (pattern of paths, name, value) of the headers that the site asks its host for."""
    found, pattern = [], "/*"
    for line in (site / "_headers").read_text(encoding="utf-8").splitlines():
        if not line.startswith(" "):
            pattern = line.strip()
        elif line.strip():
            name, _, value = line.strip().partition(": ")
            found.append((pattern, name, value))
    return found


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a built site on this machine and give its address."""
    site = site.resolve()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, site, headers_of(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
