"""What ours is measured beside: FastAPI, Mangum and one client of boto3, and nothing else."""

import boto3
from fastapi import FastAPI
from mangum import Mangum

app = FastAPI()
s3 = boto3.client("s3", region_name="ap-northeast-2")


@app.get("/api/config")
def config() -> dict[str, str]:
    """The only route."""
    return {"endpoint": s3.meta.endpoint_url}


handler = Mangum(app, lifespan="off")
