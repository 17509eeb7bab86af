"""The FastAPI application."""

from fastapi import FastAPI
from fastapi.routing import APIRoute

from s3loader.accounts.routes import router as accounts
from s3loader.buckets.routes import router as buckets
from s3loader.config.routes import router as config
from s3loader.objects.routes import router as objects
from s3loader.openapi import PROBLEM_RESPONSE
from s3loader.uploads.routes import router as uploads

VERSION = "0.1.0"


def create_app(settings: object = None) -> FastAPI:
    """Build the API."""
    app = FastAPI(
        title="S3 Loader",
        version=VERSION,
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
        generate_unique_id_function=_operation_id,
        responses=PROBLEM_RESPONSE,
    )
    for router in (config, accounts, buckets, objects, uploads):
        app.include_router(router)
    return app


def _operation_id(route: APIRoute) -> str:
    return route.name
