"""Presigned GETs of one bucket's objects, for one time."""

from datetime import datetime

from s3loader.aws.presigning import Presigner
from s3loader.objects.details_ports import AskedObject


class S3ObjectLinks:
    """Links end with the credentials that sign them, or earlier.

    A link of temporary credentials carries their session token (X-Amz-Security-Token), and S3
    demands it; so links go to who asked and into no log.
    """

    def __init__(self, presigner: Presigner) -> None:
        self._presigner = presigner

    def expiry(self) -> datetime:
        """Return until when a link signed from now on works."""
        return self._presigner.expiry()

    def sign(self, asked: AskedObject, disposition: str, content_type: str | None = None) -> str:
        """Return the URL of a GET."""
        query = {"response-content-disposition": disposition}
        if content_type:
            query["response-content-type"] = content_type
        if asked.version_id:
            query["versionId"] = asked.version_id
        if asked.requester_pays:
            query["x-amz-request-payer"] = "requester"
        return self._presigner.sign_get(asked.key, query, turn=0)
