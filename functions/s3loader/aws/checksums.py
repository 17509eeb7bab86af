"""Checksums of whole objects in S3's answers."""

from collections.abc import Mapping
from typing import Literal

from s3loader.checksum import Checksum

_FIELDS = {
    "ChecksumCRC64NVME": "CRC64NVME",
    "ChecksumCRC32C": "CRC32C",
    "ChecksumCRC32": "CRC32",
    "ChecksumSHA256": "SHA256",
    "ChecksumSHA1": "SHA1",
}


def read_checksum(answer: Mapping[str, object]) -> Checksum | None:
    """Return the checksum of the whole object; a composite of parts is not one."""
    if answer.get("ChecksumType") == "COMPOSITE":
        return None
    for field, algorithm in _FIELDS.items():
        value = answer.get(field)
        if isinstance(value, str) and "-" not in value:
            return Checksum(algorithm=algorithm, value=value)
    return None


def read_any_checksum(answer: Mapping[str, object]) -> Checksum | None:
    """Return the object's checksum, also where it is one of its parts' checksums."""
    for field, algorithm in _FIELDS.items():
        value = answer.get(field)
        if isinstance(value, str):
            return Checksum(algorithm=algorithm, value=value)
    return None


def checksum_type(answer: Mapping[str, object]) -> Literal["full-object", "composite"] | None:
    """Tell what the object's checksum is of; None where it has none."""
    found = read_any_checksum(answer)
    if found is None:
        return None
    return "full-object" if read_checksum(answer) == found else "composite"
