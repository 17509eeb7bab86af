"""A fast parser for the timestamps in AWS's answers.

botocore spends most of a 1,000-key listing in dateutil; tests/bench/list_parser.py measures it.
"""

from datetime import datetime

from botocore.utils import parse_timestamp as parse_any_timestamp

_LENGTHS = (len("2026-11-23T08:48:16Z"), len("2026-11-23T08:48:16.000Z"))


def parse_timestamp(value: str) -> datetime:
    """Parse what S3 lists (ISO 8601, UTC) itself and leave everything else to botocore."""
    if isinstance(value, str) and len(value) in _LENGTHS and value[10] == "T" and value[-1] == "Z":
        try:
            return datetime.fromisoformat(value)
        except ValueError:
            pass
    return parse_any_timestamp(value)
