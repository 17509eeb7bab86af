"""How much faster a 1,000-key page parses with our timestamp parser; prints one line."""

import statistics
import time
from collections.abc import Callable
from datetime import datetime

from botocore.parsers import ResponseParserFactory
from botocore.session import Session
from botocore.utils import parse_timestamp as stock_parser
from s3loader.aws.timestamps import parse_timestamp as fast_parser

KEYS = 1000
ROUNDS = 15

ENTRY = (
    "<Contents><Key>logs/2026/{number:06}.txt</Key>"
    "<LastModified>2026-11-23T08:{minute:02}:{second:02}.000Z</LastModified>"
    "<ETag>&quot;900150983cd24fb0d6963f7d28e17f72&quot;</ETag>"
    "<Size>{number}</Size><StorageClass>STANDARD</StorageClass></Contents>"
)


def page() -> bytes:
    """Return what S3 answers to ListObjectsV2."""
    entries = "".join(
        ENTRY.format(number=number, minute=number // 60 % 60, second=number % 60)
        for number in range(KEYS)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">'
        f"<Name>demo</Name><IsTruncated>false</IsTruncated>{entries}</ListBucketResult>"
    ).encode()


def milliseconds(timestamp_parser: Callable[[str], datetime], body: bytes) -> float:
    """Return the median time of one page."""
    factory = ResponseParserFactory()
    factory.set_parser_defaults(timestamp_parser=timestamp_parser)
    parser = factory.create_parser("rest-xml")
    shape = Session().get_service_model("s3").operation_model("ListObjectsV2").output_shape
    assert shape is not None
    answer = {"body": body, "headers": {}, "status_code": 200, "context": {}}
    times = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        parsed = parser.parse(answer, shape)
        times.append(time.perf_counter() - started)
        assert len(parsed["Contents"]) == KEYS
    return statistics.median(times) * 1000


def main() -> None:
    """Measure both parsers on the same page."""
    body = page()
    stock, fast = milliseconds(stock_parser, body), milliseconds(fast_parser, body)
    print(
        f"ListObjectsV2 page of {KEYS} keys: stock {stock:.0f} ms, ours {fast:.0f} ms, "
        f"{stock / fast:.1f} times faster"
    )


if __name__ == "__main__":
    main()
