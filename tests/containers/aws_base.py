"""The stand-in for LocalStack's image."""

import hashlib
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.containers.machine import ROOT, run
from tests.containers.standins import RECIPE, UV, ensure_debian, exists

_CONTAINERFILE = RECIPE / "aws.Containerfile"
_PACKAGES = ROOT / "local" / "ministack.txt"


def aws_image() -> str:
    """Returns the image that plays localstack/localstack, built once on a machine."""
    recipe = hashlib.sha256(_CONTAINERFILE.read_bytes() + _PACKAGES.read_bytes()).hexdigest()[:12]
    image = f"localhost/s3loader-standin/aws:{recipe}"
    if not exists(image):
        ensure_debian()
        with TemporaryDirectory() as folder:
            _build(image, Path(folder))
    return image


def _build(image: str, folder: Path) -> None:
    into = ("--target", folder / "packages", "--python-version", "3.13")
    run(UV, "pip", "install", "--quiet", *into, "--require-hashes", "-r", _PACKAGES)
    shutil.copy(_CONTAINERFILE, folder / "Containerfile")
    run("buildah", "bud", "-q", "--pull=never", "-t", image, folder)
