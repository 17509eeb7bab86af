"""The HTTP Lambda: API Gateway's events in and out of the FastAPI application."""

from mangum import Mangum
from mangum.adapter import DEFAULT_TEXT_MIME_TYPES

from s3loader.app import create_app

# Mangum would send problems in base64.
_TEXT = [*DEFAULT_TEXT_MIME_TYPES, "application/problem+json"]

handler = Mangum(create_app(), lifespan="off", text_mime_types=_TEXT)
