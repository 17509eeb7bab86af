import subprocess
import sys
from pathlib import Path

from s3loader.app import create_app
from s3loader.openapi import document
from s3loader.settings import Settings

COMMITTED = Path(__file__).parents[2] / "frontend" / "openapi.json"


def test_the_committed_document_is_the_apis() -> None:
    printed = subprocess.run(
        [sys.executable, "-m", "s3loader.openapi"], capture_output=True, text=True, check=True
    )
    assert printed.stdout == COMMITTED.read_text()


def test_every_call_declares_the_problem_and_outputs_have_no_optional_fields() -> None:
    api = document(create_app(Settings(seal_key_file=Path("unused"))))
    for path in api["paths"].values():
        for call in path.values():
            assert "application/problem+json" in call["responses"]["default"]["content"]
    schemas = api["components"]["schemas"]
    inputs = {"NewAccount", "NewFile", "PlanUploads", "SentUpload"} | {
        "DeleteObjects",
        "PlanDownloads",
        "PreviewObject",
        "ShareObject",
        "BucketOpenedReport",
        "DownloadReport",
        "UploadFailureReport",
        "ReportActivity",
    }
    for name, schema in schemas.items():
        if "properties" in schema and name not in inputs:
            assert set(schema["required"]) == set(schema["properties"]), name
