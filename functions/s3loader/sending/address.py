"""Where an upload goes: s3://bucket/key, or s3://bucket/prefix/."""

from dataclasses import dataclass

from s3loader.sending.failures import AddressInvalid, LocalCode

_SCHEME = "s3://"


@dataclass(frozen=True)
class Address:
    """A bucket and what stands behind it.

    Attributes:
        prefix: empty, or ending in `/`
        name: what stands behind the last `/`; empty where the address is a prefix
    """

    bucket: str
    prefix: str
    name: str

    def __str__(self) -> str:
        """As a person writes it."""
        return f"{_SCHEME}{self.bucket}/{self.prefix}{self.name}"


def parse_address(text: str) -> Address:
    """Read an address; which buckets and keys there can be, the rules say.

    Raises:
        AddressInvalid: address_invalid
    """
    bucket, _, key = text.removeprefix(_SCHEME).partition("/")
    if not text.startswith(_SCHEME) or not bucket:
        raise invalid(text, "Give an address like s3://bucket/path/ as the last argument.")
    prefix, slash, name = key.rpartition("/")
    return Address(bucket, prefix + slash, name)


def invalid(text: str, advice: str) -> AddressInvalid:
    """The failure of an address that does not do."""
    return AddressInvalid(LocalCode.ADDRESS_INVALID, advice, {"address": text})
