"""The one botocore session of the process; building one costs ten times a client."""

import functools
from dataclasses import dataclass

from botocore.credentials import Credentials as BotocoreCredentials
from botocore.exceptions import UnknownRegionError
from botocore.session import Session

from s3loader.aws.timestamps import parse_timestamp

_DATA = "partitions"  # a file of botocore's and the list in it


@functools.cache
def shared_session() -> Session:
    """Return the session whose loader, parsers and rules all clients share."""
    return new_session()


def new_session(profile: str | None = None) -> Session:
    """Return a session of its own, of a profile of AWS's configuration files or the usual one."""
    session = Session(profile=profile)
    parsers = session.get_component("response_parser_factory")
    parsers.set_parser_defaults(timestamp_parser=parse_timestamp)
    return session


def ambient_credentials() -> BotocoreCredentials | None:
    """Return the process's own credentials (environment or role), or None."""
    found: BotocoreCredentials | None = shared_session().get_credentials()
    return found


@dataclass(frozen=True)
class Partition:
    """One of AWS's separate clouds, like "aws-cn", and the domain of its services."""

    name: str
    domain: str


def knows_region(region: str) -> bool:
    """Tell whether AWS had the region when botocore was released."""
    session = shared_session()
    return any(
        region in session.get_available_regions("s3", partition)
        for partition in session.get_available_partitions()
    )


@functools.lru_cache(maxsize=128)
def partition(region: str) -> Partition:
    """Return the partition that a region belongs to; AWS's main one for a local region."""
    session = shared_session()
    try:
        name = session.get_partition_for_region(region)
    except UnknownRegionError:
        name = "aws"
    known = {found["id"]: found["outputs"] for found in session.get_data(_DATA)[_DATA]}
    return Partition(name, known[name]["dnsSuffix"])
