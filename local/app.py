"""The app process: the API as Lambda runs it, and beside it the single-page app."""

import os
import sys
from pathlib import Path

import uvicorn
from s3loader.app import create_app
from s3loader.settings import SettingsError
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.types import ASGIApp, Receive, Scope, Send

from deploy.edge import Edge
from local.edge import WithHeaders, local_edge
from local.spa import SinglePageApp

DIST = Path(__file__).parent.parent / "frontend" / "dist"


def create(api: ASGIApp, edge: Edge, dist: Path = DIST) -> ASGIApp:
    """Sends /api to the API and every other path to the pages, as CloudFront does."""
    pages = Starlette(routes=[Mount("/", SinglePageApp(dist, edge.files))])
    api = WithHeaders(api, edge.api_headers)
    site = WithHeaders(pages, edge.page_headers)

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        page = scope["type"] == "http" and not scope["path"].startswith("/api/")
        await (site if page else api)(scope, receive, send)

    return app


def main() -> None:
    """Serves on HOST and PORT until SIGTERM."""
    try:
        api = create_app()
    except SettingsError as error:
        sys.exit(str(error))
    uvicorn.run(
        create(api, local_edge()),
        host=os.environ["HOST"],
        port=int(os.environ["PORT"]),
        log_level="warning",
        access_log=False,  # the API writes its own, without query values
        timeout_graceful_shutdown=3,
    )


if __name__ == "__main__":
    main()
