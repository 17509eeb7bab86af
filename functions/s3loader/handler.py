"""The HTTP Lambda: API Gateway's events in and out of the FastAPI application."""

from mangum import Mangum

from s3loader.app import create_app

handler = Mangum(create_app(), lifespan="off")
