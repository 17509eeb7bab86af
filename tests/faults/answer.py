"""An answer of S3, whole in memory."""

from dataclasses import dataclass, replace

Headers = tuple[tuple[bytes, bytes], ...]


@dataclass(frozen=True)
class Answer:
    """Status, headers in lower case without those of the connection, and the body."""

    status: int
    headers: Headers
    body: bytes

    def header(self, name: bytes) -> bytes | None:
        """The first header of that name."""
        return next((value for known, value in self.headers if known == name), None)

    def with_header(self, name: bytes, value: bytes) -> "Answer":
        """The same with one header replaced or added."""
        others = tuple(header for header in self.headers if header[0] != name)
        return replace(self, headers=(*others, (name, value)))

    def with_body(self, body: bytes) -> "Answer":
        """The same with another body."""
        return replace(self, body=body).with_header(b"content-length", b"%d" % len(body))
