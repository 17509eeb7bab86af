"""Checksums of whole objects in S3's answers."""

from collections.abc import Mapping

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
