"""Who began an upload: the caller or somebody else."""

from functools import cached_property

from s3loader.caller import Identity
from s3loader.errors import S3LoaderError
from s3loader.uploads.unfinished_ports import OpenUploadLister


class Ownership:
    """Tells the caller's own uploads; a role's other sessions may be other people's.

    S3 names users and sessions by ARN and the root user by the account's canonical id; some
    local servers name the account alone.
    https://docs.aws.amazon.com/AmazonS3/latest/API/API_Initiator.html
    """

    def __init__(self, identity: Identity, lister: OpenUploadLister) -> None:
        self._identity = identity
        self._lister = lister

    def covers(self, initiator: str | None) -> bool:
        """Tell whether the caller is that initiator."""
        if initiator is None:
            return False
        if initiator in (self._identity.arn, self._identity.account_id):
            return True
        return self._identity.kind == "root" and initiator == self._canonical_id

    @cached_property
    def _canonical_id(self) -> str | None:
        try:
            return self._lister.canonical_id()
        except S3LoaderError:
            return None
