"""File bodies that open in the programs people have: PNG, PDF, CSV, log lines."""

import struct
import zlib
from collections.abc import Sequence

Colour = tuple[int, int, int]


def png(width: int, height: int, top: Colour, bottom: Colour) -> bytes:
    """A picture that fades from one colour to another, like a sky."""
    rows = [_row(width, top, bottom, y / height) for y in range(height)]
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(b"".join(rows), 6))
    return b"\x89PNG\r\n\x1a\n" + body + _chunk(b"IEND", b"")


def pdf(title: str) -> bytes:
    """A page with one line; `title` in ASCII, which the built-in font can show."""
    text = f"BT /F1 24 Tf 72 720 Td ({title}) Tj ET".encode("ascii")
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        page + b"/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(text), text),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    return _pdf_file(objects)


def csv(header: Sequence[str], rows: Sequence[Sequence[object]]) -> bytes:
    """A table with a byte order mark, so that Excel reads Korean headings."""
    lines = [",".join(map(str, row)) for row in (header, *rows)]
    return ("\ufeff" + "\r\n".join(lines) + "\r\n").encode()


def _row(width: int, top: Colour, bottom: Colour, part: float) -> bytes:
    colour = [round(a + (b - a) * part) for a, b in zip(top, bottom, strict=True)]
    return b"\0" + bytes(colour) * width


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _pdf_file(objects: Sequence[bytes]) -> bytes:
    file, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    trailer = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, len(file))
    return file + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + trailer
