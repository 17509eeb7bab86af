"""`python -m local.seed RECORD`: fills compose's LocalStack and shows the demo users."""

import os
import sys
from pathlib import Path

from local.announcement import announce
from local.ports import HOST
from local.seed import seed


def main(record: Path) -> None:
    """Seeds the AWS of AWS_ENDPOINT; PORT and AWS_PORT are what people reach from outside."""
    port, aws_port = int(os.environ["PORT"]), int(os.environ["AWS_PORT"])
    demo = seed(port, aws_port, record, os.environ["AWS_ENDPOINT"])
    announce(f"http://{HOST}:{port}", demo, record.parent)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
