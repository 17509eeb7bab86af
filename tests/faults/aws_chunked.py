"""Bodies that bring their checksum behind them, as AWS's CRT sends them.

https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html
"""

from collections.abc import Iterable

_ENCODED = "aws-chunked"


def content_of(headers: Iterable[tuple[bytes, bytes]], body: bytes) -> bytes:
    """Returns what S3 stores of a body."""
    encodings = [value.decode() for name, value in headers if name.lower() == b"content-encoding"]
    if not any(_ENCODED in encoding for encoding in encodings):
        return body
    content = bytearray()
    position = 0
    while True:
        head = body.index(b"\r\n", position)
        size = int(body[position:head].partition(b";")[0], 16)
        if size == 0:
            return bytes(content)
        content += body[head + 2 : head + 2 + size]
        position = head + 2 + size + 2
