from datetime import UTC, datetime
from typing import Any

import pytest
from s3loader.archive import check_readable
from s3loader.aws.archives import archive_of
from s3loader.errors import Conflict, ErrorCode

ONGOING = 'ongoing-request="true"'
DONE = 'ongoing-request="false", expiry-date="Fri, 21 Dec 2012 00:00:00 GMT"'


def status(**head: Any) -> str:  # noqa: ANN401
    return archive_of(head).status  # type: ignore[arg-type]


@pytest.mark.parametrize("storage_class", ["GLACIER", "DEEP_ARCHIVE"])
def test_an_archived_object_is_readable_only_while_a_restored_copy_exists(
    storage_class: str,
) -> None:
    assert status(StorageClass=storage_class) == "archived"
    assert status(StorageClass=storage_class, Restore=ONGOING) == "restoring"
    assert status(StorageClass=storage_class, Restore=DONE) == "restored"


@pytest.mark.parametrize("head", [{}, {"StorageClass": "GLACIER_IR"}, {"StorageClass": "ONEZONE"}])
def test_other_classes_are_readable(head: dict[str, Any]) -> None:
    assert status(**head) == "readable"


def test_intelligent_tiering_is_archived_where_s3_says_so() -> None:
    tiered = {"StorageClass": "INTELLIGENT_TIERING"}
    assert status(**tiered) == "readable"
    assert status(**tiered, ArchiveStatus="DEEP_ARCHIVE_ACCESS") == "archived"
    assert status(**tiered, ArchiveStatus="ARCHIVE_ACCESS", Restore=ONGOING) == "restoring"


def test_a_restored_copy_says_until_when() -> None:
    until = archive_of({"StorageClass": "GLACIER", "Restore": DONE}).restored_until  # type: ignore[typeddict-item]
    assert until == datetime(2012, 12, 21, tzinfo=UTC)
    garbled = {"StorageClass": "GLACIER", "Restore": 'ongoing-request="false", expiry-date="soon"'}
    assert archive_of(garbled).restored_until is None  # type: ignore[arg-type]


@pytest.mark.parametrize(("restore", "told"), [("", "none"), (ONGOING, "ongoing")])
def test_what_must_be_restored_first_is_refused(restore: str, told: str) -> None:
    archive = archive_of({"StorageClass": "GLACIER", "Restore": restore})  # type: ignore[typeddict-item]
    with pytest.raises(Conflict) as refused:
        check_readable(archive, "GLACIER")
    assert refused.value.code is ErrorCode.OBJECT_ARCHIVED
    assert refused.value.params == {"storageClass": "GLACIER", "restore": told}


def test_a_restored_copy_is_not_refused() -> None:
    check_readable(archive_of({"StorageClass": "GLACIER", "Restore": DONE}), "GLACIER")  # type: ignore[typeddict-item]
