"""curl with presigned URLs, eight at once: no client in a browser can be much faster."""

import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from mypy_boto3_s3.type_defs import CompletedPartTypeDef

from tests.bench.load import MIB, Load
from tests.bench.seaweedfs import S3Server
from tests.bench.signed import Signed, signed

_AT_ONCE = 8
_PART_SIZE = 8 * MIB


def upload(load: Load, folder: Path, server: S3Server, prefix: str) -> float:
    """Uploads a folder; returns the seconds it took. Parts are cut from the file before."""
    urls = signed(load, server, prefix, _PART_SIZE)
    with tempfile.TemporaryDirectory(prefix="s3loader-curl-") as name:
        pieces = _pieces(load, folder, Path(name), urls)
        config = Path(name) / "config"
        config.write_text("".join(_entry(file, url) for file, url in pieces))
        begin = time.perf_counter()
        _send(config)
        if urls.uploadId is not None:
            _complete(server, urls, urls.uploadId)
        return time.perf_counter() - begin


def _pieces(load: Load, folder: Path, parts: Path, urls: Signed) -> list[tuple[Path, str]]:
    if load.files > 1:
        return [(folder / name, url) for name, url in urls.puts.items()]
    return list(zip(_cut(folder / "00000.bin", parts), urls.parts, strict=True))


def _cut(file: Path, into: Path) -> Iterator[Path]:
    with file.open("rb") as source:
        for number, data in enumerate(iter(lambda: source.read(_PART_SIZE), b"")):
            part = into / f"{number:05}"
            part.write_bytes(data)
            yield part


def _entry(file: Path, url: str) -> str:
    return f'url="{url}"\nupload-file="{file}"\noutput=/dev/null\n'


def _send(config: Path) -> None:
    options = ["--parallel", "--parallel-max", str(_AT_ONCE), "--no-progress-meter", "--fail"]
    subprocess.run(["curl", *options, "--config", str(config)], check=True)


def _complete(server: S3Server, urls: Signed, upload_id: str) -> None:
    client = server.client()
    listed = client.get_paginator("list_parts").paginate(
        Bucket=server.bucket, Key=urls.key, UploadId=upload_id
    )
    parts: list[CompletedPartTypeDef] = [
        {"PartNumber": part["PartNumber"], "ETag": part["ETag"]}
        for page in listed
        for part in page["Parts"]
    ]
    client.complete_multipart_upload(
        Bucket=server.bucket,
        Key=urls.key,
        UploadId=upload_id,
        MultipartUpload={"Parts": parts},
    )
