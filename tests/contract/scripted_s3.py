"""A scripted S3 in front of SeaweedFS, for commands that run as processes of their own."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
from mypy_boto3_s3 import S3Client

from local.child import running
from local.ports import HOST, wait_until_answers
from tests.bench.seaweedfs import ACCESS_KEY_ID, SECRET_ACCESS_KEY, S3Server, seaweedfs
from tests.faults.faults import Fault
from tests.faults.rules import Pattern, Rule
from tests.faults.scripted_client import ScriptedS3
from tests.local.running_stack import free_port

MIB = 1024 * 1024


@dataclass(frozen=True)
class Scripted:
    """The server and its script; commands reach it with `environment`."""

    server: S3Server
    origin: str
    script: ScriptedS3

    @property
    def environment(self) -> dict[str, str]:
        keys = {"AWS_ACCESS_KEY_ID": ACCESS_KEY_ID, "AWS_SECRET_ACCESS_KEY": SECRET_ACCESS_KEY}
        return {**keys, "AWS_ENDPOINT": self.origin, "AWS_REGION": "us-east-1"}

    @property
    def bucket(self) -> str:
        return self.server.bucket

    def follow(self, *rules: Rule, checksums: bool = False) -> None:
        self.script.follow(*rules, checksums=checksums)

    def parts(self, key: str) -> list[int]:
        """The numbers of the parts of a key that S3 has taken since the script began."""
        return sorted(
            call["part"]
            for call in self.script.log()
            if (call["operation"], call["key"], call["stored"]) == ("UploadPart", key, 200)
        )


def on(
    operation: str,
    fault: Fault,
    *,
    part: int | None = None,
    nth: int = 1,
    times: int | None = None,
    probability: float = 1,
) -> Rule:
    """A rule for all calls of an operation, or those of a part."""
    pattern = Pattern(operation=operation, part=part)
    return Rule(on=pattern, fault=fault, nth=nth, times=times, probability=probability)


def open_uploads(s3: S3Client, bucket: str, key: str) -> list[str]:
    """The unfinished uploads of a key."""
    found = s3.list_multipart_uploads(Bucket=bucket, Prefix=key).get("Uploads", [])
    return [upload["UploadId"] for upload in found if upload["Key"] == key]


@contextmanager
def scripted_seaweedfs(folder: Path) -> Iterator[Scripted]:
    """Runs both for as long as the block lasts."""
    with seaweedfs(folder) as server:
        port = free_port()
        options = ["--port", str(port), "--upstream", server.endpoint]
        command = [sys.executable, "-m", "tests.faults", *options]
        origin = f"http://{HOST}:{port}"
        with running("faults", command, os.environ, folder / "faults.log") as child:
            wait_until_answers(f"{origin}/__faults/log", child)
            with httpx.Client(base_url=origin, timeout=30) as client:
                yield Scripted(server, origin, ScriptedS3(client))
