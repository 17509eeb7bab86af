"""The built single-page app, as CloudFront serves it: hashed files for a year, pages fresh."""

from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

_FOREVER = "public, max-age=31536000, immutable"
_NOT_BUILT = "The single-page app is not built. Build it: make build\n"


class SinglePageApp(StaticFiles):
    """Files of `dist`; every other path is a route of the app, and gets its page."""

    def __init__(self, dist: Path) -> None:
        super().__init__(directory=dist, check_dir=False)
        self._page = dist / "index.html"

    async def check_config(self) -> None:
        """A folder that is not there yet gets an answer (below), not an exception."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file, or the app's page; a hashed file that is gone stays 404."""
        if not self._page.exists():
            return PlainTextResponse(_NOT_BUILT, status_code=503)
        hashed = path.startswith("assets/")
        try:
            response = await super().get_response(path, scope)
        except HTTPException as error:
            if hashed or error.status_code != 404:
                raise
            response = await super().get_response("index.html", scope)
        response.headers["cache-control"] = _FOREVER if hashed else "no-cache"
        return response
