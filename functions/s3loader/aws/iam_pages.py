"""Reading IAM's paged answers until a deadline."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from s3loader.deadline import Deadline


def until(deadline: Deadline, pages: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """Yield the pages; begin none too late.

    Raises:
        AwsUnreachable: aws_unreachable, where there are more
    """
    for page in pages:
        yield page
        if page["IsTruncated"]:
            deadline.check()
