"""A server that keeps what is PUT and answers what a test has laid out: the least that S3 is."""

from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler


@dataclass
class Shelf:
    """Bodies by request target."""

    port: int = 0
    kept: dict[str, bytes] = field(default_factory=dict)
    hosts: list[str] = field(default_factory=list)

    def answer(self, method: str, target: str, body: bytes) -> bytes:
        """Returns the body of the answer."""
        if method == "PUT":
            self.kept[target] = body
            return b""
        return self.kept.get(target, b"")


def shelf_handler(shelf: Shelf) -> type[BaseHTTPRequestHandler]:
    """The handler of a server for this shelf."""

    class Handler(BaseHTTPRequestHandler):
        def _serve(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length", 0)))
            shelf.hosts.append(self.headers["host"])
            content = shelf.answer(self.command, self.path, body)
            self.send_response(200)
            self.send_header("etag", '"of-the-shelf"')
            self.send_header("content-length", str(len(content)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(content)

        do_GET = do_HEAD = do_PUT = do_POST = do_DELETE = _serve

        def log_message(self, format: str, *args: object) -> None:
            """Says nothing."""

    return Handler
