"""The one botocore session of the process; building one costs ten times a client."""

import functools

from botocore.credentials import Credentials as BotocoreCredentials
from botocore.exceptions import UnknownRegionError
from botocore.session import Session

from s3loader.aws.timestamps import parse_timestamp


@functools.cache
def shared_session() -> Session:
    """Return the session whose loader, parsers and rules all clients share."""
    session = Session()
    parsers = session.get_component("response_parser_factory")
    parsers.set_parser_defaults(timestamp_parser=parse_timestamp)
    return session


def ambient_credentials() -> BotocoreCredentials | None:
    """Return the process's own credentials (environment or role), or None."""
    found: BotocoreCredentials | None = shared_session().get_credentials()
    return found


def knows_region(region: str) -> bool:
    """Tell whether AWS had the region when botocore was released."""
    session = shared_session()
    return any(
        region in session.get_available_regions("s3", partition)
        for partition in session.get_available_partitions()
    )


@functools.lru_cache(maxsize=128)
def partition(region: str) -> str:
    """Return the partition that a region belongs to, like "aws-cn"; "aws" for a local one."""
    try:
        name: str = shared_session().get_partition_for_region(region)
    except UnknownRegionError:
        return "aws"
    return name
