"""HTTP of /api/config."""

from fastapi import APIRouter

from s3loader.config.describe import describe
from s3loader.config.models import Config
from s3loader.dependencies import CurrentRuntime

router = APIRouter(prefix="/api/config", tags=["config"])


@router.get("")
def read_config(runtime: CurrentRuntime) -> Config:
    """Tell the browser this deployment's limits and sign-in mode; needs no account."""
    return describe(runtime.settings)
