"""The command `python -m local`: starts the stack and stops it when asked."""

import argparse
import os
import signal
import sys
from pathlib import Path

from local.errors import StackError
from local.parent import end_with_parent
from local.stack import Options, run


def parse(arguments: list[str]) -> tuple[Options, bool]:
    """Reads the command line: the stack's options, and whether it ends with its parent."""
    parser = argparse.ArgumentParser(prog="python -m local", description=__doc__)
    parser.add_argument("--port", type=int, default=8080, help="the app's port")
    parser.add_argument("--aws-port", type=int, default=4577, help="the embedded AWS's port")
    parser.add_argument("--state", type=Path, default=Path(".local"), help="folder for all state")
    parser.add_argument("--aws", choices=["embedded", "real"], default="embedded")
    parser.add_argument("--s3-endpoint", help="an S3 between the app and the embedded AWS")
    parser.add_argument(
        "--end-with-parent", action="store_true", help="stop when the calling process ends (Linux)"
    )
    found = parser.parse_args(arguments)
    options = Options(
        port=found.port,
        aws_port=found.aws_port,
        state=found.state.resolve(),
        embedded=found.aws == "embedded",
        s3_endpoint=found.s3_endpoint,
    )
    return options, found.end_with_parent


def main() -> int:
    """Runs until Ctrl-C, SIGTERM or SIGHUP (exit code 0) or until a part of the stack fails (1)."""
    options, ends_with_parent = parse(sys.argv[1:])
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.default_int_handler)
    if ends_with_parent:
        end_with_parent(os.getppid(), signal.SIGTERM)
    try:
        run(options)
    except KeyboardInterrupt:
        print("Stopped.")
        return 0
    except StackError as error:
        print(f"\n{error}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
