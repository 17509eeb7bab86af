"""The API's OpenAPI document; `python -m s3loader.openapi` prints it, always the same."""

import json
import sys
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from s3loader.app import create_app
from s3loader.problems import Problem
from s3loader.settings import Settings

_REF = "#/components/schemas/{model}"


def document(app: FastAPI) -> dict[str, Any]:
    """Return the document of `app`, with Problem among its components."""
    api = get_openapi(title=app.title, version=app.version, routes=app.routes)
    schema = Problem.model_json_schema(ref_template=_REF, mode="serialization")
    schemas = api["components"]["schemas"]
    schemas.update(schema.pop("$defs"), Problem=schema)
    api["components"]["schemas"] = dict(sorted(schemas.items()))
    untitled: dict[str, Any] = _without_titles(api["components"])
    return api | {"components": untitled}


def _without_titles(node: Any) -> Any:  # noqa: ANN401 - any JSON
    """Drop the titles that Pydantic derives from field names; they say nothing new."""
    if isinstance(node, dict):
        return {
            name: _without_titles(value)
            for name, value in node.items()
            if not (name == "title" and isinstance(value, str))
        }
    if isinstance(node, list):
        return [_without_titles(item) for item in node]
    return node


def main() -> None:
    """Print the document as JSON."""
    app = create_app(Settings(seal_key_file=Path("unused")))
    sys.stdout.write(json.dumps(document(app), indent=2, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
