"""The FastAPI application."""

from fastapi import FastAPI
from fastapi.routing import APIRoute
from starlette.middleware.trustedhost import TrustedHostMiddleware

from s3loader.accounts.routes import router as accounts
from s3loader.activity.routes import router as activity
from s3loader.body_limit import BodyLimit
from s3loader.buckets.routes import router as buckets
from s3loader.config.routes import router as config
from s3loader.downloads.routes import router as downloads
from s3loader.objects.routes import router as objects
from s3loader.observability import configure_logging
from s3loader.permissions.routes import router as permissions
from s3loader.problems import PROBLEM_RESPONSE, add_error_rendering
from s3loader.request_log import RequestLog
from s3loader.runtime import Runtime
from s3loader.settings import LOOPBACK_HOSTS, Settings, load_settings
from s3loader.uploads.routes import router as uploads
from s3loader.version import VERSION


def create_app(settings: Settings | None = None) -> FastAPI:
    """Build the API.

    Raises:
        SettingsError: where the environment is wrong
    """
    settings = settings or load_settings()
    configure_logging(settings.log_level)
    app = _bare_app()
    app.state.runtime = Runtime(settings)
    add_error_rendering(app)
    if settings.server_credentials == "open":
        # Without this, a page could rebind its own name to this address and use the credentials.
        app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(LOOPBACK_HOSTS))
    app.add_middleware(BodyLimit)
    app.add_middleware(RequestLog)
    for router in (
        config,
        accounts,
        permissions,
        buckets,
        objects,
        uploads,
        downloads,
        activity,
    ):
        app.include_router(router)
    return app


def _bare_app() -> FastAPI:
    return FastAPI(
        title="S3 Loader",
        version=VERSION,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        redirect_slashes=False,
        generate_unique_id_function=_operation_id,
        responses=PROBLEM_RESPONSE,
    )


def _operation_id(route: APIRoute) -> str:
    return route.name
