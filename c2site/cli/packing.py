"""The command that packs a built site: pack."""

from pathlib import Path

import click

from c2site.build.archive import pack_site
from c2site.build.prepare import prepared
from c2site.build.progress import Progress
from c2site.build.settings import settings_from
from c2site.cli import options


@click.command(short_help="Pack the built portal into one file that opens anywhere.")
@options.root
@click.option("--site", type=click.Path(file_okay=False, path_type=Path), default="site", show_default=True, help="Folder of the built site.")
@click.option("--out", type=click.Path(path_type=Path), help="The archive to write. Default: build/<partnership>-<day>.zip.")
def pack(root: Path, site: Path, out: Path | None) -> None:
    """Pack the built site with catalogues, data, licences, checksums and a page on how to host it.

    The archive opens from a disk or a USB stick, and can be put on any web server. The same site gives the same bytes.

    \b
    Example:
      c2site build && c2site pack --out build/portal.zip
    """
    if not (site / "index.html").is_file():
        raise click.UsageError(f"{site} holds no built site; `c2site build --out {site}` makes one")
    ready = prepared(settings_from(root))
    target = out or Path("build") / f"{ready.portal.profiles.partnership.id}-{ready.portal.today}.zip"
    packed = pack_site(ready, site, target, Progress())
    reader = ready.portal.readers.default
    click.echo(f"Packed {packed.files:,} files ({reader.size(packed.size)}) into {target}.\nSHA-256: {packed.sha256}")
