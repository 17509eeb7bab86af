"""JSON that SNS and SQS take."""

# Of all that JSON may have unescaped, these two alone are no characters of a message:
# https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html
_ESCAPES = {0xFFFE: r"\ufffe", 0xFFFF: r"\uffff"}


def sendable(json: str) -> str:
    """Return the same JSON with escapes in place of U+FFFE and U+FFFF."""
    return json.translate(_ESCAPES)
