import pytest
from s3loader.aws.checksums import read_checksum


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
