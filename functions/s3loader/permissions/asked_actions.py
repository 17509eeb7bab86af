"""The actions whose permission is told, and what each is about."""

from typing import Final

LIST: Final = "s3:ListBucket"
GET: Final = "s3:GetObject"
PUT: Final = "s3:PutObject"
DELETE: Final = "s3:DeleteObject"
GET_TAGS: Final = "s3:GetObjectTagging"
ABORT: Final = "s3:AbortMultipartUpload"
LIST_PARTS: Final = "s3:ListMultipartUploadParts"
LIST_UPLOADS: Final = "s3:ListBucketMultipartUploads"
GET_CORS: Final = "s3:GetBucketCORS"

OBJECT_ACTIONS: Final = (
    GET,
    PUT,
    DELETE,
    "s3:DeleteObjectVersion",
    ABORT,
    LIST_PARTS,
    GET_TAGS,
)
# Those about one prefix of the bucket, through the condition key s3:prefix.
LISTING_ACTIONS: Final = (LIST, LIST_UPLOADS)
BUCKET_ACTIONS: Final = (*LISTING_ACTIONS, GET_CORS, "s3:PutBucketCORS")
S3_ACTIONS: Final = (*BUCKET_ACTIONS, *OBJECT_ACTIONS)
KEY_ACTIONS: Final = ("kms:GenerateDataKey", "kms:Decrypt")

# The browser makes these calls itself, from its own network.
BROWSER_ACTIONS: Final = (GET, PUT)


def place_of(action: str, prefix: str) -> str:
    """Return the prefix that an answer to the action is about; the bucket's settings have none."""
    return prefix if action in LISTING_ACTIONS or action in OBJECT_ACTIONS else ""
