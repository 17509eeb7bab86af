"""The built single-page app, as CloudFront serves it: hashed files for a year, pages fresh."""

from fnmatch import fnmatchcase
from pathlib import Path

from starlette.responses import PlainTextResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from deploy.edge import HASHED, PAGE

_NOT_BUILT = "The single-page app is not built. Build it: make build\n"


class SinglePageApp(StaticFiles):
    """Files of `dist` where the edge says so; every other path is the app's, and gets its page."""

    def __init__(self, dist: Path, files: tuple[str, ...]) -> None:
        super().__init__(directory=dist, check_dir=False)
        self._page = dist / "index.html"
        self._files = files

    async def check_config(self) -> None:
        """A folder that is not there yet gets an answer (below), not an exception."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file, which is 404 where it is missing, or the app's page."""
        if not self._page.exists():
            return PlainTextResponse(_NOT_BUILT, status_code=503)
        is_file = any(fnmatchcase(f"/{path}", pattern) for pattern in self._files)
        response = await super().get_response(path if is_file else "index.html", scope)
        response.headers["cache-control"] = HASHED if path.startswith("assets/") else PAGE
        return response
