"""Who may import whom; drawn in DESIGN as handler -> app -> routes -> service -> models, errors."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "functions" / "s3loader"
FEATURES = {"accounts", "buckets", "objects", "permissions", "uploads", "downloads", "config"}
AWS_SDK = {"boto3", "botocore", "s3transfer", "awscrt"}
GOOGLE = {"firebase_admin", "google", "grpc"}
OUTSIDE = AWS_SDK | {"fastapi", "starlette", "os", "mangum", "s3loader.settings", "s3loader.aws"}
ADAPTERS = {"routes.py", "key_file.py", "describe.py"}
FILES = sorted(PACKAGE.rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def reaches(path: Path, modules: set[str]) -> set[str]:
    return {
        name for name in imports(path) for m in modules if name == m or name.startswith(f"{m}.")
    }


# What composes uploads from this machine: settings and AWS in, what uploads out.
ROOTS_OF_SENDING = {"account.py", "local_settings.py", "library.py", "run.py"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_nothing_imports_what_lies_above_it(path: Path) -> None:
    folder = path.parent.name
    if folder != "aws":
        assert not reaches(path, AWS_SDK | {"mypy_boto3_s3"})
    if folder != "firebase":
        assert not reaches(path, GOOGLE)
    if folder in FEATURES | {"activity"} and path.name not in ADAPTERS:
        assert not reaches(path, OUTSIDE)
    if folder in FEATURES | {"activity"}:
        assert not reaches(path, {f"s3loader.{other}" for other in FEATURES - {folder}})
    if folder == "sending" and path.name not in ROOTS_OF_SENDING:
        assert not reaches(path, {"s3loader.settings", "s3loader.aws", "s3loader.cli", "click"})
    if folder not in ("sending", "cli", "aws") and path != PACKAGE / "uploads" / "__init__.py":
        assert not reaches(path, {"s3loader.sending", "s3loader.cli", "click", "rich", "anycrc"})


def test_the_api_starts_without_what_only_local_uploads_need() -> None:
    started = "import s3loader.app, s3loader.recorder, sys; print(*sys.modules)"
    modules = subprocess.run(
        [sys.executable, "-c", started], check=True, capture_output=True, text=True
    ).stdout.split()
    local = ("s3loader.sending", "s3loader.cli", "rich", "anycrc", "s3transfer", "awscrt")
    assert not [name for name in modules if name.startswith(local)]


def test_stubs_are_not_needed_when_the_service_runs() -> None:
    for path in FILES:
        at_runtime = [n for n in ast.parse(path.read_text()).body if isinstance(n, ast.ImportFrom)]
        assert not [node for node in at_runtime if (node.module or "").startswith("mypy_")]


def test_files_stay_small() -> None:
    assert not [path for path in FILES if len(path.read_text().splitlines()) > 250]
