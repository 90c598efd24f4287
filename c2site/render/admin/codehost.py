"""Where editors' changes go: the code host that the repository's address names, and what the page may ask it."""

from collections.abc import Mapping
from typing import Any, NamedTuple
from urllib.parse import urlsplit

# Decap's own server on an editor's machine: `npx decap-server` (docs/editing/cms.md).
LOCAL = "http://localhost:8081"
APIS = {"github": "https://api.github.com", "gitlab": "https://gitlab.com"}
PICTURES = {"github": "https://avatars.githubusercontent.com", "gitlab": "https://secure.gravatar.com"}
PAGE = "'self' data: blob:"
ADDRESSES = ("api_root", "base_url", "gateway_url", "identity_url", "proxy_url")


class CodeHost(NamedTuple):
    """`backend` is Decap's block of that name; `is_local` says that a server on the editor's machine goes before the code host."""

    backend: Mapping[str, Any]
    is_local: bool

    @property
    def policy(self) -> str:
        """What the page may load and whom it may ask: Decap compiles its own rules (unsafe-eval) and styles itself (unsafe-inline)."""
        name = self.backend["name"]
        own = [origin for one in ADDRESSES if (origin := _origin(str(self.backend.get(one, ""))))]
        usual = [APIS[name]] if name in APIS and "api_root" not in self.backend else []
        asked = " ".join(dict.fromkeys([*usual, *own, *([LOCAL] if self.is_local else [])]))
        return (
            "default-src 'none'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; "
            f"img-src {' '.join(filter(None, (PAGE, PICTURES.get(name))))}; connect-src {' '.join(filter(None, (PAGE, asked)))}; "
            "frame-src 'self' blob:; base-uri 'none'; form-action 'self'"
        )


def code_host(repo_url: str, told: Mapping[str, Any], is_local: bool) -> CodeHost:
    """Return the code host of a repository's address; what an operator has `told` in mkdocs.yml goes before it."""
    guessed = _guessed(repo_url)
    is_another = told.get("name", guessed["name"]) != guessed["name"]
    backend = {**({"branch": guessed["branch"]} if is_another else guessed), **told}
    return CodeHost(backend, is_local and backend["name"] != "proxy")


def _guessed(repo_url: str) -> dict[str, Any]:
    address = urlsplit(repo_url)
    host, repo = address.hostname or "", address.path.strip("/").removesuffix(".git")
    if host == "github.com":
        return {"name": "github", "repo": repo, "branch": "main"}
    if "gitlab" in host:
        return {"name": "gitlab", "repo": repo, "branch": "main", "api_root": f"https://{host}/api/v4", "base_url": f"https://{host}"}
    return {"name": "proxy", "proxy_url": f"{LOCAL}/api/v1", "branch": "main"}


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}" if parts.scheme in ("http", "https") and parts.netloc else ""
