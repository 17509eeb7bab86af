"""Where an upload goes."""

import pytest
from s3loader.sending.address import Address, parse_address
from s3loader.sending.failures import AddressInvalid


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("s3://bucket", Address("bucket", "", "")),
        ("s3://bucket/", Address("bucket", "", "")),
        ("s3://bucket/name", Address("bucket", "", "name")),
        ("s3://bucket/a/b/", Address("bucket", "a/b/", "")),
        ("s3://bucket/a/b?c#d", Address("bucket", "a/", "b?c#d")),
        ("s3://bucket//a", Address("bucket", "/", "a")),
    ],
)
def test_an_address_has_a_bucket_a_prefix_and_perhaps_a_name(text: str, address: Address) -> None:
    assert parse_address(text) == address


@pytest.mark.parametrize("text", ["", "bucket/a", "s3://", "s3:///a", "https://bucket/a", "S3:/b"])
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(AddressInvalid) as refused:
        parse_address(text)
    assert refused.value.code == "address_invalid"


def test_an_address_is_written_as_it_was_read() -> None:
    assert str(parse_address("s3://bucket/a/b")) == "s3://bucket/a/b"
