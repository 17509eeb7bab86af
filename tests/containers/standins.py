"""Stand-ins for images of registries, built once on a machine and kept by their recipes."""

import hashlib
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.containers.machine import ROOT, environment, run

RECIPE = Path(__file__).parent / "base"
SAM = "aws-sam-cli==1.170.0"
RUNTIME_CLIENT = "awslambdaric==4.2.2"
UV = ROOT / ".tools" / "bin" / "uv"

_DEBIAN = "localhost/s3loader-standin/debian"
_INCLUDE = "--include=ca-certificates,python3,python3-venv,curl"


def exists(image: str) -> bool:
    command = ["podman", "image", "exists", image]
    return subprocess.run(command, env=environment(), check=False).returncode == 0


def lambda_base() -> str:
    """Returns the image that plays public.ecr.aws/lambda/python:3.13."""
    image = f"localhost/s3loader-standin/lambda:{_hash_of_recipe()}"
    if not exists(image):
        ensure_debian()
        with _context("Containerfile", "lambda-entrypoint.sh") as folder:
            shutil.copy("/etc/ssl/certs/ca-certificates.crt", folder)
            shutil.copy(_emulator(), folder / "aws-lambda-rie")
            _download_runtime_client(folder)
            run("buildah", "bud", "-q", "--pull=never", "-t", image, folder)
    return image


def uv_image() -> str:
    """Returns the image that plays ghcr.io/astral-sh/uv."""
    image = f"localhost/s3loader-standin/uv:{hashlib.sha256(UV.read_bytes()).hexdigest()[:12]}"
    if not exists(image):
        with _context() as folder:
            shutil.copy(UV.resolve(), folder / "uv")
            (folder / "Containerfile").write_text("FROM scratch\nCOPY uv /uv\n")
            run("buildah", "bud", "-q", "--pull=never", "-t", image, folder)
    return image


def ensure_debian() -> None:
    if exists(_DEBIAN):
        return
    with TemporaryDirectory() as folder:
        run("debootstrap", "--variant=minbase", _INCLUDE, "trixie", f"{folder}/root")
        run("tar", "-C", f"{folder}/root", "-cf", f"{folder}/root.tar", ".")
        run("podman", "import", "-q", f"{folder}/root.tar", _DEBIAN)


def _emulator() -> Path:
    code = "import pathlib, samcli; print(pathlib.Path(samcli.__file__).parent)"
    printed = run(UV, "tool", "run", "--quiet", "--from", SAM, "python", "-c", code)
    return Path(printed.splitlines()[-1]) / "local" / "rapid" / "aws-lambda-rie-x86_64"


def _download_runtime_client(folder: Path) -> None:
    wanted = ["--python-version", "3.13", "--only-binary=:all:", RUNTIME_CLIENT]
    run(ROOT / ".tools/bin/pip", "download", "-q", "-d", folder, *wanted)


@contextmanager
def _context(*names: str) -> Iterator[Path]:
    with TemporaryDirectory() as folder:
        for name in names:
            shutil.copy(RECIPE / name, folder)
        yield Path(folder)


def _hash_of_recipe() -> str:
    texts = [(RECIPE / name).read_bytes() for name in ("Containerfile", "lambda-entrypoint.sh")]
    parts = [*texts, SAM.encode(), RUNTIME_CLIENT.encode(), _INCLUDE.encode()]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()[:12]
