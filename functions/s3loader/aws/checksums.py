"""Checksums of whole objects in S3's answers."""

from collections.abc import Mapping
from typing import Literal

from s3loader.checksum import Checksum
from s3loader.uploads.declared_checksum import DeclaredChecksum

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


def read_declared(upload: Mapping[str, object]) -> DeclaredChecksum | None:
    """Return the checksum that a listed upload was begun with.

    Where no type is told, it is the one that S3 takes by itself.
    Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateMultipartUpload.html
    """
    algorithm = upload.get("ChecksumAlgorithm")
    if not isinstance(algorithm, str) or not algorithm:
        return None
    usual = "FULL_OBJECT" if algorithm == "CRC64NVME" else "COMPOSITE"
    is_whole = (upload.get("ChecksumType") or usual) == "FULL_OBJECT"
    return DeclaredChecksum(algorithm=algorithm, type="full-object" if is_whole else "composite")
