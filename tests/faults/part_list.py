"""What a list of parts (the XML of ListParts) can lack."""

import re

_PART = re.compile(rb"<Part>.*?</Part>", re.DOTALL)


def without_part(document: bytes, part_number: int) -> bytes:
    """The list without one part, as if S3 did not have it."""
    hidden = b"<PartNumber>%d</PartNumber>" % part_number
    return _PART.sub(lambda part: b"" if hidden in part[0] else part[0], document)


def first_page(document: bytes, size: int) -> bytes:
    """The first `size` parts, and the marker that leads to the others."""
    parts = list(_PART.finditer(document))
    if len(parts) <= size:
        return document
    last = re.search(rb"<PartNumber>(\d+)</PartNumber>", parts[size - 1][0])
    assert last is not None
    page = document[: parts[size - 1].end()] + document[parts[-1].end() :]
    page = re.sub(rb"<(IsTruncated|NextPartNumberMarker)>[^<]*</\1>", b"", page)
    more = (
        b"<IsTruncated>true</IsTruncated><NextPartNumberMarker>%s</NextPartNumberMarker>" % last[1]
    )
    return page.replace(b"<Part>", more + b"<Part>", 1)
