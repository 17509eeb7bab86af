"""The embedded AWS: MiniStack with IAM enforced, on loopback only, its state in a folder."""

import os
from pathlib import Path
from typing import Final

from local.errors import StackError
from local.ports import HOST

REGION: Final = "ap-northeast-2"
QUEUE: Final = "s3loader-activity"
TOPIC_ARN = f"arn:aws:sns:{REGION}:000000000000:s3loader-uploads"
ADMINISTRATOR = ("test", "test")  # MiniStack's root keys

_PROGRAM = Path(__file__).parent.parent / ".tools" / "ministack" / "bin" / "ministack"


def command() -> list[str]:
    """The program to start; StackError when it is not installed."""
    if not _PROGRAM.exists():
        raise StackError("The embedded AWS is not installed. Install it: make bootstrap")
    return [str(_PROGRAM)]


def environment(port: int, state: Path) -> dict[str, str]:
    """Its whole environment: a person's own AWS variables would change who is root."""
    scratch = state / "tmp"
    scratch.mkdir(exist_ok=True)
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(state),
        "TMPDIR": str(scratch),
        "AUTH": "true",  # without it no IAM, and CORS is `*`
        "SERVICES": "s3,iam,sts,sns,sqs,kms",  # unnamed, all start, one of them on 0.0.0.0
        "BIND_HOST": HOST,
        "MINISTACK_HOST": HOST,
        "MINISTACK_REGION": REGION,
        "GATEWAY_PORT": str(port),
        "EDGE_PORT": str(port),
        "SFTP_ENABLED": "0",
        "IOT_MTLS_ENABLED": "0",
        "PERSIST_STATE": "1",  # written when it ends
        "STATE_DIR": str(state / "aws"),
        "S3_PERSIST": "1",  # object bodies on disk, not in memory
        "S3_DATA_DIR": str(state / "s3"),
        "LOG_LEVEL": "WARNING",
    }
