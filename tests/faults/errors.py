"""S3's error documents, and status and message of the codes that the faults use."""

from xml.sax.saxutils import escape

# https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
_KNOWN = {
    "SlowDown": (503, "Please reduce your request rate."),
    "ServiceUnavailable": (503, "Service is unable to handle request."),
    "InternalError": (500, "We encountered an internal error. Please try again."),
    "RequestTimeTooSkewed": (
        403,
        "The difference between the request time and the current time is too large.",
    ),
    "ExpiredToken": (400, "The provided token has expired."),
    "AccessDenied": (403, "Access Denied"),
    "NoSuchUpload": (404, "The specified upload does not exist."),
    "PreconditionFailed": (412, "At least one of the pre-conditions you specified did not hold"),
}


def error(code: str, status: int | None, message: str | None) -> tuple[int, bytes]:
    """Returns status and document; what is not given is what S3 says."""
    usual_status, usual_message = _KNOWN.get(code, (400, code))
    document = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f"<Error><Code>{escape(code)}</Code>"
        f"<Message>{escape(message if message is not None else usual_message)}</Message>"
        "<RequestId>FAULTS0000000001</RequestId><HostId>faults</HostId></Error>"
    )
    return usual_status if status is None else status, document.encode()
