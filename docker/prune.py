"""Removes what the functions never read from a folder of packages: python3.13 prune.py FOLDER."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

# What botocore needs beside its services: where they are, how calls are repeated.
_AWS = {"s3", "sts", "iam", "kms", "sns", "sqs", "secretsmanager"}


def unused(packages: Path) -> Iterator[Path]:
    """Yields the folders and files that go."""
    for service in (packages / "botocore" / "data").iterdir():
        if service.is_dir() and service.name not in _AWS:
            yield service
    yield from (packages / "boto3").glob("examples")
    yield from (packages / "boto3" / "data").glob("*")
    yield from (packages / "googleapiclient" / "discovery_cache").glob("documents")
    yield packages / "bin"  # programs; `python -m` starts the one that is used
    yield from packages.rglob("tests")
    yield from packages.rglob("*.pyi")


def main(packages: Path) -> None:
    """Deletes it and says how much that was."""
    before = _megabytes(packages)
    for path in list(unused(packages)):
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    print(f"{before} MB, without what is never read {_megabytes(packages)} MB")


def _megabytes(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) // 1_000_000


if __name__ == "__main__":
    main(Path(sys.argv[1]))
