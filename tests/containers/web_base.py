"""The stand-in for the image that docker/web/Dockerfile starts from."""

import hashlib

from tests.containers.machine import run
from tests.containers.standins import RECIPE, ensure_debian, exists

_CONTAINERFILE = RECIPE / "web.Containerfile"


def web_base() -> str:
    """Returns the image that plays nginxinc/nginx-unprivileged, built once on a machine."""
    recipe = hashlib.sha256(_CONTAINERFILE.read_bytes()).hexdigest()[:12]
    image = f"localhost/s3loader-standin/nginx:{recipe}"
    if not exists(image):
        ensure_debian()
        run("buildah", "bud", "-q", "--pull=never", "-f", _CONTAINERFILE, "-t", image, RECIPE)
    return image
