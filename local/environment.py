"""The environment of app and recorder: docs/configuration.md, filled in for this machine."""

from collections.abc import Mapping
from pathlib import Path

from local.embedded_aws import ADMINISTRATOR, REGION, TOPIC_ARN
from local.ports import HOST


def service_environment(
    given: Mapping[str, str], port: int, state: Path, aws_port: int | None, s3: str | None = None
) -> dict[str, str]:
    """The caller's variables, with this stack's over them; `aws_port` None means real AWS.

    `s3` is the origin of an S3 in place of the embedded one.
    """
    own = {
        "HOST": HOST,
        "PORT": str(port),
        "SEAL_KEY_FILE": str(state / "seal.key"),
        "SERVER_CREDENTIALS": given.get("SERVER_CREDENTIALS", "off"),
    }
    if aws_port is None:
        return {**given, **own}
    # A person's own profile or session token must not mix with the embedded AWS's keys.
    plain = {name: value for name, value in given.items() if not name.startswith("AWS_")}
    counting = {
        "STATISTICS": given.get("STATISTICS", "file"),
        "STATISTICS_FILE": str(state / "statistics.sqlite3"),
    }
    origin = s3 or f"http://{HOST}:{aws_port}"
    return {**plain, **own, **counting, **_embedded(aws_port), **_s3(origin)}


def _embedded(aws_port: int) -> dict[str, str]:
    key_id, secret = ADMINISTRATOR
    endpoint = f"http://{HOST}:{aws_port}"
    return {
        "AWS_ACCESS_KEY_ID": key_id,
        "AWS_SECRET_ACCESS_KEY": secret,
        "AWS_REGION": REGION,
        "AWS_DEFAULT_REGION": REGION,
        "AWS_ENDPOINT": endpoint,
        "SNS_TOPIC_ARN": TOPIC_ARN,
    }


def _s3(origin: str) -> dict[str, str]:
    """Browsers open connections per name, so they get both names of this machine."""
    return {
        "S3_ENDPOINT": origin,
        "S3_PUBLIC_ENDPOINTS": f"{origin},{origin.replace(HOST, 'localhost')}",
    }
