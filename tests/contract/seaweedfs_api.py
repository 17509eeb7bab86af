"""The API in this process, with a running SeaweedFS behind it and its one key registered."""

from pathlib import Path

from s3loader.app import create_app
from s3loader.settings import Settings
from starlette.testclient import TestClient

from tests.bench.seaweedfs import ACCESS_KEY_ID, SECRET_ACCESS_KEY, S3Server


def registered_api(server: S3Server, folder: Path) -> TestClient:
    """Returns a client that sends the account's token; the API's key lies in `folder`."""
    settings = Settings(
        seal_key_file=folder / "seal.key",
        aws_region="us-east-1",
        aws_endpoint=server.endpoint,
        s3_endpoint=server.endpoint,
    )
    client = TestClient(create_app(settings), base_url="http://localhost")
    form = {"accessKeyId": ACCESS_KEY_ID, "secretAccessKey": SECRET_ACCESS_KEY}
    answer = client.post("/api/account", json=form)
    assert answer.status_code == 200, answer.text
    client.headers["authorization"] = f"Bearer {answer.json()['token']}"
    return client
