"""How long a link can work: as long as SigV4 allows and the credentials that sign it live.

https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-presigned-url.html
"""

from datetime import datetime, timedelta
from typing import Final

from s3loader.caller import Caller
from s3loader.errors import ErrorCode, InvalidInput
from s3loader.objects.details_models import ShareLimit

_BY_SIGNATURE = timedelta(days=7)
# AWS tells the end of a session only to who begins it, so this is the longest it can have been
# given: of AssumeRole, GetFederationToken and GetSessionToken; the last also of the root user.
# https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html
_BY_SESSION: Final = {
    "role": timedelta(hours=12),
    "federated": timedelta(hours=36),
    "user": timedelta(hours=36),
    "root": timedelta(hours=1),
}


def share_limit(caller: Caller, now: datetime) -> ShareLimit:
    """Return the longest time that a link signed now can work."""
    if caller.credentials.session_token is None:
        return ShareLimit(
            max_seconds=_seconds(_BY_SIGNATURE), bound_by="signature", session_ends_at=None
        )
    longest = _BY_SESSION[caller.identity.kind]
    ends_at = caller.credentials.expires_at
    left = max(ends_at - now, timedelta()) if ends_at else longest
    return ShareLimit(
        max_seconds=_seconds(min(longest, left)), bound_by="session", session_ends_at=ends_at
    )


def check_share(seconds: int, limit: ShareLimit) -> None:
    """Refuse a link that would end before it says.

    Raises:
        InvalidInput: expiry_too_long
    """
    if seconds > limit.max_seconds:
        raise InvalidInput(
            ErrorCode.EXPIRY_TOO_LONG,
            f"A link of this account can work for at most {limit.max_seconds} seconds. "
            "Choose a shorter time.",
            {"seconds": seconds, "limit": limit.max_seconds, "boundBy": limit.bound_by},
        )


def _seconds(time: timedelta) -> int:
    return int(time.total_seconds())
