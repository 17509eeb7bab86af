"""The stand-in for LocalStack's image."""

import hashlib
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.containers.machine import run
from tests.containers.standins import RECIPE, UV, ensure_debian, exists

# The version of docker-compose.local.yml; the others are those that it runs with.
PACKAGES = (
    "localstack-core[runtime]==4.14.0",
    "cbor2<5.8",
    "pyopenssl<25.2",
    "cryptography<46",
    "service-identity",
)

_CONTAINERFILE = RECIPE / "localstack.Containerfile"


def localstack_image() -> str:
    """Returns the image that plays localstack/localstack, built once on a machine."""
    recipe = _CONTAINERFILE.read_bytes() + repr(PACKAGES).encode()
    image = f"localhost/s3loader-standin/localstack:{hashlib.sha256(recipe).hexdigest()[:12]}"
    if not exists(image):
        ensure_debian()
        with TemporaryDirectory() as folder:
            _build(image, Path(folder))
    return image


def _build(image: str, folder: Path) -> None:
    into = ("--target", folder / "packages", "--python-version", "3.13")
    run(UV, "pip", "install", "--quiet", *into, *PACKAGES)
    shutil.copy(_CONTAINERFILE, folder / "Containerfile")
    run("buildah", "bud", "-q", "--pull=never", "-t", image, folder)
