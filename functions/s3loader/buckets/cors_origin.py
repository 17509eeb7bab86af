"""The origin of a page, as browsers send it and CORS rules name it."""

import re

from s3loader.errors import ErrorCode, InvalidInput

_ORIGIN = re.compile(r"(https?)://([a-z0-9_][a-z0-9._-]*|\[[0-9a-f:.]+\])(?::0*([1-9]\d{0,4}))?")
_DEFAULT_PORTS = {"http": "80", "https": "443"}
_MAX_PORT = 65535


def canonical_origin(origin: str) -> str:
    """Return the origin in lower case and without the scheme's own port.

    Raises:
        InvalidInput: origin_invalid, for anything but http(s)://host[:port]
    """
    found = _ORIGIN.fullmatch(origin.lower())
    if not found or int(found[3] or 1) > _MAX_PORT:
        raise InvalidInput(
            ErrorCode.ORIGIN_INVALID,
            "An origin is http:// or https:// and a host, with its port if it names one. No path.",
            {"origin": origin},
        )
    scheme, host, port = found.groups()
    return f"{scheme}://{host}" + (f":{port}" if port and port != _DEFAULT_PORTS[scheme] else "")
