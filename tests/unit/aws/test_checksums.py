import pytest
from s3loader.aws.checksums import read_checksum, read_declared


@pytest.mark.parametrize(
    ("answer", "algorithm", "value"),
    [
        ({"ChecksumCRC64NVME": "AAAA", "ChecksumType": "FULL_OBJECT"}, "CRC64NVME", "AAAA"),
        ({"ChecksumCRC32": "BBBB", "ChecksumCRC64NVME": "AAAA"}, "CRC64NVME", "AAAA"),
        ({"ChecksumSHA256": "CCCC"}, "SHA256", "CCCC"),
    ],
)
def test_the_whole_objects_checksum_is_read(
    answer: dict[str, object], algorithm: str, value: str
) -> None:
    found = read_checksum(answer)
    assert found is not None
    assert (found.algorithm, found.value) == (algorithm, value)


@pytest.mark.parametrize(
    "answer",
    [
        {},
        {"ETag": "x"},
        {"ChecksumCRC32": "A", "ChecksumType": "COMPOSITE"},
        {"ChecksumSHA1": "A-3"},
    ],
)
def test_a_checksum_of_checksums_is_none_of_the_object(answer: dict[str, object]) -> None:
    assert read_checksum(answer) is None


@pytest.mark.parametrize(
    ("algorithm", "told", "declared"),
    [
        ("CRC32", "COMPOSITE", "composite"),
        ("CRC32", "FULL_OBJECT", "full-object"),
        ("CRC64NVME", "FULL_OBJECT", "full-object"),
        ("SHA256", None, "composite"),
        ("CRC64NVME", None, "full-object"),
    ],
)
def test_the_checksum_of_an_upload_is_composite_unless_s3_says_or_takes_the_whole(
    algorithm: str, told: str | None, declared: str
) -> None:
    found = read_declared({"ChecksumAlgorithm": algorithm, "ChecksumType": told})
    assert found is not None
    assert (found.algorithm, found.type) == (algorithm, declared)


@pytest.mark.parametrize("answer", [{}, {"ChecksumAlgorithm": ""}])
def test_an_upload_may_have_been_begun_without_a_checksum(answer: dict[str, object]) -> None:
    assert read_declared(answer) is None
