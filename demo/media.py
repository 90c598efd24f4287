"""Pictures and papers the records name: few files, shared by many companies, drawn by chance."""

import struct
import zlib
from collections.abc import Iterator
from random import Random

from demo.chance import dice
from demo.places import HOMES
from demo.world import Company, Record, World

CERTIFICATE = "invented-certificate.pdf"
LOGOS, PICTURES = 12, 8
HUES = ("#1f5fa8", "#b04a2f", "#2f7d4f", "#7a4f9c", "#a8781f", "#2b7f8c")
SIDE = 160


def logo_of(company: Company) -> str:
    """Return the logo a company uses."""
    return f"logo-{company.number % LOGOS:02}.svg"


def cluster_logo(cluster: str) -> str:
    """Return a cluster's logo."""
    return f"{cluster}.svg"


def picture_of(world: World, company: Company) -> Record:
    """Return the picture a company shows, with what can be seen on it."""
    file = f"street-plan-{company.number % PICTURES}.png"
    alt = world.words.text("company.image")
    return {"file": file, "alt": alt, "credit": "Invented by a program", "licence": "CC BY 4.0"}


def media_files(seed: int) -> Iterator[tuple[str, bytes]]:
    """Yield every media file's name and content."""
    for place, home in enumerate(HOMES):
        yield cluster_logo(home.id), _logo(dice(seed, "cluster logo", place))
    for number in range(LOGOS):
        yield f"logo-{number:02}.svg", _logo(dice(seed, "logo", number))
    for number in range(PICTURES):
        yield f"street-plan-{number}.png", _street_plan(dice(seed, "picture", number))
    yield CERTIFICATE, _pdf("Invented certificate: it certifies nothing.")


def _logo(throws: Random) -> bytes:
    shapes = "".join(
        f'<rect x="{throws.randrange(0, 96, 8)}" y="{throws.randrange(0, 40, 8)}" width="{throws.randrange(8, 32, 8)}" '
        f'height="{throws.randrange(8, 32, 8)}" fill="{throws.choice(HUES)}"/>'
        for _ in range(5)
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 60">{shapes}</svg>\n'.encode()


def _street_plan(throws: Random) -> bytes:
    """Return a picture of streets between blocks, as PNG in two colours."""
    across, down = ({throws.randrange(SIDE) for _ in range(9)} for _ in range(2))
    ground, street = (bytes.fromhex(hue[1:]) for hue in throws.sample(HUES, 2))
    rows = []
    for y in range(SIDE):
        pixels = ["1" if x in down or y in across or (x + y) % 73 == 0 else "0" for x in range(SIDE)]
        rows.append(b"\0" + int("".join(pixels), 2).to_bytes(SIDE // 8, "big"))
    header = struct.pack(">IIBBBBB", SIDE, SIDE, 1, 3, 0, 0, 0)
    # Stored, not compressed: compressors differ between machines, and the bytes must not.
    parts = ((b"IHDR", header), (b"PLTE", ground + street), (b"IDAT", zlib.compress(b"".join(rows), 0)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, body) for name, body in parts)


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def _pdf(words: str) -> bytes:
    """Return a page with one line of text."""
    content = f"BT /F1 18 Tf 72 720 Td ({words}) Tj ET".encode()
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    body, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    end = b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return body + end % (count, table, count, len(body))
