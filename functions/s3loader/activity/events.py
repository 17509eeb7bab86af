"""What happened, as CloudEvents 1.0 in structured JSON; docs/events.md is for subscribers."""

from typing import Annotated, Literal

from pydantic import AwareDatetime, ConfigDict, Field

from s3loader.schema import Schema


class CloudEvent(Schema):
    """What every event has beside its type and data.

    Source: https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md
    """

    # What never varies has a default, and is written all the same.
    model_config = ConfigDict(json_schema_serialization_defaults_required=True)

    specversion: Literal["1.0"] = "1.0"
    id: str = Field(min_length=1, description="The same when an event comes twice.")
    source: Literal["urn:s3loader"] = "urn:s3loader"
    subject: str = Field(min_length=1, description="The bucket, or bucket/key, percent-encoded.")
    time: AwareDatetime
    datacontenttype: Literal["application/json"] = "application/json"


class EventData(Schema):
    """Where it happened, and by whose hand."""

    bucket: str
    account_id: str = Field(description="Of the AWS account whose credentials were used.")
    principal_arn: str
    user: str = Field(description="Whom statistics count: firebase:<uid>, else the ARN.")


class UploadData(EventData):
    """The object that arrived."""

    key: str
    size: int = Field(ge=0, description="Bytes.")
    etag: str = Field(description="Without quotes.")
    version_id: str | None = Field(description="Null where the bucket keeps no versions.")
    region: str


class UploadCompleted(CloudEvent):
    """One object has arrived in S3."""

    type: Literal["upload.completed"] = "upload.completed"
    dataschema: Literal["urn:s3loader:upload.completed:1"] = "urn:s3loader:upload.completed:1"
    data: UploadData


class DeletionData(EventData):
    """The keys that are gone, or hidden by a delete marker where the bucket keeps versions."""

    count: int = Field(ge=1)
    keys: list[str]
    region: str


class ObjectsDeleted(CloudEvent):
    """Objects of one bucket were deleted; one call may need several events."""

    type: Literal["objects.deleted"] = "objects.deleted"
    dataschema: Literal["urn:s3loader:objects.deleted:1"] = "urn:s3loader:objects.deleted:1"
    data: DeletionData


class UploadFailureData(EventData):
    """The file that a browser has given up, as that browser says."""

    key: str = Field(description="Longer than S3 takes where that is why it failed.")
    size: int = Field(ge=0, description="Bytes of the file.")
    code: str = Field(description='Why, as in a problem: "access_denied".')


class UploadFailed(CloudEvent):
    """A browser has given an upload up; a later try may still succeed."""

    type: Literal["upload.failed"] = "upload.failed"
    dataschema: Literal["urn:s3loader:upload.failed:1"] = "urn:s3loader:upload.failed:1"
    data: UploadFailureData


class DownloadData(EventData):
    """Objects that a browser has saved, as that browser says."""

    count: int = Field(ge=1)
    size: int = Field(ge=0, description="Bytes of all together.")


class DownloadCompleted(CloudEvent):
    """Objects have arrived on a person's machine."""

    type: Literal["download.completed"] = "download.completed"
    dataschema: Literal["urn:s3loader:download.completed:1"] = "urn:s3loader:download.completed:1"
    data: DownloadData


class BucketOpenedData(EventData):
    """The bucket that a person looks into, as the browser says."""


class BucketOpened(CloudEvent):
    """A person has opened a bucket."""

    type: Literal["bucket.opened"] = "bucket.opened"
    dataschema: Literal["urn:s3loader:bucket.opened:1"] = "urn:s3loader:bucket.opened:1"
    data: BucketOpenedData


Event = Annotated[
    UploadCompleted | ObjectsDeleted | UploadFailed | DownloadCompleted | BucketOpened,
    Field(discriminator="type"),
]
