"""The scripted S3's own calls, below /__faults/: rules in, record out."""

import json

from pydantic import ValidationError

from tests.faults.answer import Answer
from tests.faults.rules import Rules
from tests.faults.scripted import Scripted

PATH = "/__faults/"


def control(scripted: Scripted, method: str, target: str, body: bytes) -> Answer:
    """PUT rules (a new script and an empty record), GET log, POST release (all that is held)."""
    match method, target.removeprefix(PATH):
        case "PUT", "rules":
            try:
                scripted.follow(Rules.model_validate_json(body))
            except ValidationError as mistake:
                return _answer(400, {"mistake": str(mistake)})
            return _answer(200, {})
        case "GET", "log":
            return _answer(200, [seen.document() for seen in scripted.record.seen])
        case "POST", "release":
            scripted.release()
            return _answer(200, {})
    return _answer(404, {"mistake": f"no {method} {target}"})


def _answer(status: int, document: object) -> Answer:
    headers = ((b"content-type", b"application/json"),)
    return Answer(status, headers, b"").with_body(json.dumps(document).encode())
