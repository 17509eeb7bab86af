"""What a subscriber may rely on in every event: our schema, and the rules of CloudEvents 1.0."""

import json
import re
import unicodedata
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Final

from jsonschema import Draft202012Validator

SCHEMA: Final = Path(__file__).parents[1] / "docs" / "events.schema.json"
_REQUIRED = {"specversion", "id", "source", "type"}
_URI = re.compile(r"[a-z][a-z0-9+.-]*:[!-~]+")


@cache
def validator() -> Draft202012Validator:
    schema = json.loads(SCHEMA.read_text())
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def check_event(event: dict[str, Any]) -> None:
    """Fails unless it is one of the five events, by the committed schema and as a CloudEvent."""
    validator().validate(event)
    _check_cloud_event(event)
    assert event["dataschema"] == f"urn:s3loader:{event['type']}:1"
    assert event["subject"].partition("/")[0] == event["data"]["bucket"]


def _check_cloud_event(event: dict[str, Any]) -> None:
    """Source: https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md"""
    attributes = {name: value for name, value in event.items() if name != "data"}
    assert attributes.keys() >= _REQUIRED
    for name, value in attributes.items():
        assert re.fullmatch(r"[a-z0-9]{1,20}", name)
        assert isinstance(value, str)
        assert value
        assert not [c for c in value if unicodedata.category(c) in ("Cc", "Cn", "Cs")], name
    assert _URI.fullmatch(event["source"])
    assert _URI.fullmatch(event["dataschema"])
    assert event["time"].endswith("Z")
    datetime.fromisoformat(event["time"])
