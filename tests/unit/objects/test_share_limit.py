from datetime import UTC, datetime, timedelta

import pytest
from s3loader.accounts.arns import identity_of
from s3loader.caller import Caller, Credentials
from s3loader.errors import ErrorCode, InvalidInput
from s3loader.objects.share_limit import check_share, share_limit

NOW = datetime(2026, 11, 23, tzinfo=UTC)
USER = "arn:aws:iam::123456789012:user/lee"
ROLE = "arn:aws:sts::123456789012:assumed-role/Role/session"
FEDERATED = "arn:aws:sts::123456789012:federated-user/lee"
ROOT = "arn:aws:iam::123456789012:root"


def caller(arn: str, token: str | None, expires_at: datetime | None = None) -> Caller:
    credentials = Credentials("AKIALEELEELEELEELEE1", "secret", token, expires_at=expires_at)
    return Caller(credentials, identity_of(arn))


@pytest.mark.parametrize("arn", [USER, ROOT])
def test_a_lasting_key_signs_for_seven_days(arn: str) -> None:
    limit = share_limit(caller(arn, None), NOW)
    assert (limit.max_seconds, limit.bound_by) == (604_800, "signature")
    assert limit.session_ends_at is None


@pytest.mark.parametrize(("arn", "hours"), [(ROLE, 12), (USER, 36), (FEDERATED, 36), (ROOT, 1)])
def test_a_sessions_link_lives_as_long_as_such_a_session_can(arn: str, hours: int) -> None:
    limit = share_limit(caller(arn, "token"), NOW)
    assert (limit.max_seconds, limit.bound_by) == (hours * 3600, "session")
    assert limit.session_ends_at is None


def test_a_known_end_of_the_session_bounds_the_link() -> None:
    ends_at = NOW + timedelta(minutes=50)
    limit = share_limit(caller(ROLE, "token", ends_at), NOW)
    assert (limit.max_seconds, limit.session_ends_at) == (3000, ends_at)


def test_a_session_that_is_over_shares_nothing() -> None:
    limit = share_limit(caller(ROLE, "token", NOW - timedelta(minutes=1)), NOW)
    assert limit.max_seconds == 0


def test_a_link_that_would_end_before_it_says_is_refused() -> None:
    limit = share_limit(caller(ROLE, "token"), NOW)
    check_share(43_200, limit)
    with pytest.raises(InvalidInput) as refused:
        check_share(43_201, limit)
    assert refused.value.code is ErrorCode.EXPIRY_TOO_LONG
    assert refused.value.params == {"seconds": 43_201, "limit": 43_200, "boundBy": "session"}
