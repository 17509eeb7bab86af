"""What S3's ETags are."""

from collections.abc import Mapping


def hashes_content(answer: Mapping[str, object]) -> bool:
    """Tell from an answer's encryption whether ETags are MD5s: not with KMS, nor customers' keys.

    Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_Object.html
    """
    by_customer = "SSECustomerAlgorithm" in answer
    return not by_customer and answer.get("ServerSideEncryption", "AES256") == "AES256"
