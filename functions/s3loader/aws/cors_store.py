"""The CORS rules of one S3 bucket."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, cast

from botocore.exceptions import ClientError

from s3loader.aws.bucket import OpenBucket
from s3loader.aws.presigning import Presigner
from s3loader.buckets.cors_rules import StoredRule
from s3loader.buckets.models import CorsProbe
from s3loader.deadline import Deadline

if TYPE_CHECKING:
    from mypy_boto3_s3.type_defs import CORSRuleTypeDef

_NO_RULES = "NoSuchCORSConfiguration"
_PROBE_LIFETIME = timedelta(minutes=1)
_PROBE_KEY = ".s3loader-cors-probe"
_NO_UPLOAD = {"partNumber": "1", "uploadId": "s3loader-asks-whether-cors-lets-it-in"}


class S3CorsStore:
    """One bucket with the caller's rights, until a deadline, and its addresses for browsers."""

    def __init__(self, bucket: OpenBucket, addresses: Sequence[str], deadline: Deadline) -> None:
        self._bucket = bucket
        self._deadline = deadline
        self._addresses = addresses

    @property
    def bucket(self) -> str:
        """The bucket's name."""
        return self._bucket.name

    @property
    def region(self) -> str:
        """The bucket's region."""
        return self._bucket.region

    def read(self) -> list[StoredRule]:
        """Read the rules; none where the bucket has no configuration."""
        self._deadline.check()
        with self._bucket.failures():
            try:
                answer = self._bucket.client.get_bucket_cors(Bucket=self._bucket.name)
            except ClientError as error:
                if error.response["Error"]["Code"] == _NO_RULES:
                    return []
                raise
            return list(answer["CORSRules"])

    def write(self, rules: Sequence[StoredRule]) -> None:
        """Replace all rules."""
        written = cast("Sequence[CORSRuleTypeDef]", rules)
        self._deadline.check()
        with self._bucket.failures():
            self._bucket.client.put_bucket_cors(
                Bucket=self._bucket.name, CORSConfiguration={"CORSRules": written}
            )

    def sign_probes(self, headers: Mapping[str, str]) -> list[CorsProbe]:
        """Sign, for each address, the part of an upload that does not exist."""
        presigner = Presigner(
            self._bucket.credentials, self._bucket.region, self._addresses, _PROBE_LIFETIME
        )
        return [
            CorsProbe(
                url=presigner.sign_put(_PROBE_KEY, headers, turn, _NO_UPLOAD),
                headers=dict(headers),
            )
            for turn in range(len(self._addresses))
        ]
