from datetime import UTC, datetime
from typing import Any

import pytest
from s3loader.aws.object_headers import read_headers, readable
from s3loader.objects.details_models import ObjectHead

MD5 = "0123456789abcdef0123456789abcdef"
LATER = datetime(2030, 1, 1, tzinfo=UTC)


def head(**headers: Any) -> ObjectHead:  # noqa: ANN401
    least = {
        "ContentLength": 3,
        "LastModified": datetime(2026, 11, 23, tzinfo=UTC),
        "ETag": f'"{MD5}"',
        "Metadata": {},
    }
    return read_headers("in/a", {**least, **headers})  # type: ignore[typeddict-item]


def test_an_object_of_which_s3_says_little_is_standard_and_not_encrypted() -> None:
    found = head()
    assert (found.key, found.size, found.etag) == ("in/a", 3, MD5)
    assert (found.storage_class, found.archive.status) == ("STANDARD", "readable")
    assert (found.encryption.kind, found.lock, found.checksum) == ("none", None, None)
    assert (found.version_id, found.part_count, found.checksum_type) == (None, None, None)


def test_the_number_of_parts_is_read_from_the_etag() -> None:
    assert head(ETag=f'"{MD5}-12"').part_count == 12
    assert head(ETag='"of-another-kind-12"').part_count is None


@pytest.mark.parametrize(
    ("headers", "kind"),
    [
        ({"ServerSideEncryption": "AES256"}, "s3"),
        ({"ServerSideEncryption": "aws:kms", "SSEKMSKeyId": "key"}, "kms"),
        ({"ServerSideEncryption": "aws:kms:dsse", "SSEKMSKeyId": "key"}, "kms-dual"),
        ({"SSECustomerAlgorithm": "AES256"}, "customer-key"),
    ],
)
def test_the_kind_of_encryption_is_told(headers: dict[str, str], kind: str) -> None:
    found = head(**headers).encryption
    assert (found.kind, found.kms_key_id) == (kind, headers.get("SSEKMSKeyId"))


def test_a_lock_tells_what_the_caller_may_read_of_it() -> None:
    retained = head(ObjectLockMode="COMPLIANCE", ObjectLockRetainUntilDate=LATER).lock
    assert retained is not None
    assert (retained.mode, retained.retain_until) == ("COMPLIANCE", LATER)
    assert retained.legal_hold is None
    held = head(ObjectLockLegalHoldStatus="OFF").lock
    assert held is not None
    assert (held.mode, held.legal_hold) == (None, False)


@pytest.mark.parametrize(
    ("headers", "value", "kind"),
    [
        ({"ChecksumCRC64NVME": "abc=", "ChecksumType": "FULL_OBJECT"}, "abc=", "full-object"),
        ({"ChecksumSHA256": "abc="}, "abc=", "full-object"),
        ({"ChecksumSHA256": "abc=-12", "ChecksumType": "COMPOSITE"}, "abc=-12", "composite"),
        ({"ChecksumCRC32": "abc=-2"}, "abc=-2", "composite"),
    ],
)
def test_a_checksum_of_parts_is_told_from_one_of_the_whole_object(
    headers: dict[str, str], value: str, kind: str
) -> None:
    found = head(**headers)
    assert found.checksum is not None
    assert (found.checksum.value, found.checksum_type) == (value, kind)


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("plain", "plain"),
        ("=?UTF-8?B?7ZWc6riA?=", "한글"),
        ("=?UTF-8?Q?=ED=95=9C_=EA=B8=80?=", "한 글"),
        ("=?utf-8?b?7ZWc?= =?utf-8?b?6riA?=", "한글"),
        ("=?nonsense?B?7ZWc6riA?=", "=?nonsense?B?7ZWc6riA?="),
        ("=?UTF-8?B?gICA?=", "=?UTF-8?B?gICA?="),
        ("a =? b", "a =? b"),
    ],
)
def test_metadata_that_is_not_ascii_is_decoded_where_it_can_be(sent: str, shown: str) -> None:
    assert readable(sent) == shown
    assert head(Metadata={"title": sent}).metadata == {"title": shown}
