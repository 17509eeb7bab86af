from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TypeVar

import pytest
from s3loader.caller import Identity
from s3loader.errors import (
    AwsUnreachable,
    ErrorCode,
    Forbidden,
    InvalidInput,
    Missing,
    S3LoaderError,
)
from s3loader.uploads.declared_checksum import DeclaredChecksum
from s3loader.uploads.unfinished import list_unfinished
from s3loader.uploads.unfinished_models import UnfinishedUploads
from s3loader.uploads.unfinished_ports import (
    AbortRule,
    Marker,
    OpenUpload,
    OpenUploadsPage,
    PartsSum,
)

ARN = "arn:aws:iam::123456789012:user/lee"
LEE = Identity(account_id="123456789012", arn=ARN, kind="user", name="lee")
ROOT = Identity(
    account_id="123456789012", arn="arn:aws:iam::123456789012:root", kind="root", name=""
)
SESSION = "arn:aws:sts::123456789012:assumed-role/Ops/lee"
OPS = Identity(account_id="123456789012", arn=SESSION, kind="role", name="Ops/lee")
Value = TypeVar("Value")
CRC32 = DeclaredChecksum(algorithm="CRC32", type="composite")
DENIED = Forbidden(ErrorCode.ACCESS_DENIED, "denied")


def begun(key: str, upload_id: str = "u1", initiator: str | None = ARN) -> OpenUpload:
    at = datetime(2026, 11, 1, tzinfo=UTC)
    return OpenUpload(key, upload_id, at, initiator, "STANDARD", CRC32)


@dataclass
class Lister:
    """Uploads in their order; what is a failure is raised."""

    uploads: list[OpenUpload]
    parts: dict[str, PartsSum | S3LoaderError] = field(default_factory=dict)
    rules: list[AbortRule] | S3LoaderError = field(default_factory=list)
    own_canonical_id: str | S3LoaderError = "c4n0n1c41"
    bucket: str = "demo"

    def list_page(self, prefix: str, after: Marker | None, limit: int) -> OpenUploadsPage:
        found = [
            upload
            for upload in self.uploads
            if upload.key.startswith(prefix)
            and (after is None or (upload.key, upload.upload_id) > after)
        ]
        page = found[:limit]
        more = len(found) > limit
        return OpenUploadsPage(page, Marker(page[-1].key, page[-1].upload_id) if more else None)

    def sum_parts(self, upload: OpenUpload) -> PartsSum:
        return told(self.parts.get(upload.key, PartsSum(0, 0, None)))

    def abort_rules(self) -> list[AbortRule]:
        return told(self.rules)

    def canonical_id(self) -> str | None:
        return told(self.own_canonical_id)


def told(answer: Value | S3LoaderError) -> Value:
    if isinstance(answer, S3LoaderError):
        raise answer
    return answer


def listed(
    lister: Lister, identity: Identity = LEE, prefix: str = "", cursor: str | None = None
) -> UnfinishedUploads:
    return list_unfinished(lister, identity, prefix, cursor, 2)


def test_an_upload_is_told_with_what_s3_has_of_it() -> None:
    lister = Lister([begun("in/a")], {"in/a": PartsSum(size=20, count=3, first_size=8)})
    (found,) = listed(lister).uploads
    assert (found.key, found.upload_id, found.initiator) == ("in/a", "u1", ARN)
    assert (found.size, found.part_count, found.part_size) == (20, 3, 8)
    assert found.checksum == CRC32


def test_an_upload_without_a_part_has_no_size_of_parts() -> None:
    (found,) = listed(Lister([begun("a")])).uploads
    assert (found.size, found.part_count, found.part_size) == (0, 0, None)


@pytest.mark.parametrize("failure", [DENIED, AwsUnreachable(ErrorCode.AWS_UNREACHABLE, "late")])
def test_a_size_that_s3_does_not_tell_is_unknown_and_the_rest_is_told(
    failure: S3LoaderError,
) -> None:
    lister = Lister([begun("a"), begun("b")], {"a": failure, "b": PartsSum(5, 1, 5)})
    assert [found.size for found in listed(lister).uploads] == [None, 5]


def test_an_upload_that_ended_since_it_was_listed_is_left_out() -> None:
    gone = Missing(ErrorCode.UPLOAD_NOT_FOUND, "gone")
    assert [
        found.key for found in listed(Lister([begun("a"), begun("b")], {"a": gone})).uploads
    ] == ["b"]


def test_pages_follow_each_other_through_uploads_of_one_key_to_the_end() -> None:
    lister = Lister([begun("in/한 글", f"u{number}") for number in range(5)])
    ids: list[str] = []
    cursor: str | None = None
    for _ in range(3):
        page = listed(lister, prefix="in/", cursor=cursor)
        ids += [found.upload_id for found in page.uploads]
        cursor = page.next_cursor
    assert ids == ["u0", "u1", "u2", "u3", "u4"]
    assert cursor is None


def test_a_cursor_of_another_prefix_is_refused() -> None:
    lister = Lister([begun("in/a", f"u{number}") for number in range(3)])
    cursor = listed(lister, prefix="in/").next_cursor
    with pytest.raises(InvalidInput) as failure:
        listed(lister, prefix="", cursor=cursor)
    assert failure.value.code is ErrorCode.CURSOR_INVALID


@pytest.mark.parametrize(
    ("identity", "initiator", "is_own"),
    [
        (LEE, ARN, True),
        (LEE, "arn:aws:iam::123456789012:user/kim", False),
        (LEE, None, False),
        (OPS, SESSION, True),
        (OPS, "arn:aws:sts::123456789012:assumed-role/Ops/kim", False),
        (ROOT, "c4n0n1c41", True),
        (ROOT, "an0th3r", False),
        (LEE, "c4n0n1c41", False),
        (LEE, "123456789012", True),
    ],
)
def test_own_uploads_are_told_from_those_of_others(
    identity: Identity, initiator: str | None, is_own: bool
) -> None:
    (found,) = listed(Lister([begun("a", initiator=initiator)]), identity).uploads
    assert found.is_own is is_own


def test_a_root_user_who_cannot_learn_its_id_gets_the_list_all_the_same() -> None:
    lister = Lister([begun("a", initiator="c4n0n1c41")], own_canonical_id=DENIED)
    assert [found.is_own for found in listed(lister, ROOT).uploads] == [False]


@pytest.mark.parametrize(
    ("rules", "kind", "days"),
    [
        ([], "none", None),
        ([AbortRule("", 7)], "rule", 7),
        ([AbortRule("in/", 30), AbortRule("", 7), AbortRule("in/deep/", 1)], "rule", 7),
        ([AbortRule("in/deep/", 1), AbortRule("other/", 2)], "none", None),
        (DENIED, "unknown", None),
    ],
)
def test_what_ends_uploads_is_the_shortest_rule_that_covers_all_of_the_prefix(
    rules: list[AbortRule] | S3LoaderError, kind: str, days: int | None
) -> None:
    lifetime = listed(Lister([], rules=rules), prefix="in/").lifetime
    assert (lifetime.kind, lifetime.days) == (kind, days)
