"""Messages of a queue that is subscribed to the topic, and the events in them."""

import re
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import from_json

from s3loader.activity.events import CloudEvent, Event
from s3loader.bucket_access import BUCKET_NAME

_EVENT: TypeAdapter[Event] = TypeAdapter(Event)
# Ids and buckets name documents of a store: a slash would lead elsewhere, `__*__` is reserved.
# Source: https://firebase.google.com/docs/firestore/quotas#collections_documents_and_fields
_EVENT_ID = r"(?!__.*__$)[A-Za-z0-9_-]{1,128}"


class Malformed(Exception):
    """A message that can never be counted; the text says where it is wrong, and quotes nothing."""


@dataclass(frozen=True)
class QueuedMessage:
    """A message of SQS: an SNS envelope, or the event itself with raw delivery."""

    id: str
    body: str

    def event(self) -> Event | None:
        """Return the event; None where its type is newer than this code.

        Raises:
            Malformed
        """
        found = _without_envelope(_parsed(self.body))
        try:
            event = _EVENT.validate_python(found)
        except ValidationError as error:
            if _is_of_unknown_type(error, found):
                return None
            raise Malformed(_places(error)) from None
        _check_names(event)
        return event


def _parsed(text: str) -> Any:  # noqa: ANN401 - any JSON
    try:
        return from_json(text)  # refuses half a surrogate pair, which no store takes
    except ValueError:
        raise Malformed("not JSON") from None


def _without_envelope(body: Any) -> Any:  # noqa: ANN401
    """Unpack https://docs.aws.amazon.com/sns/latest/dg/sns-sqs-as-subscriber.html."""
    if isinstance(body, dict) and body.get("Type") == "Notification":
        return _parsed(str(body.get("Message")))
    return body


def _is_of_unknown_type(error: ValidationError, found: Any) -> bool:  # noqa: ANN401
    if error.errors()[0]["type"] != "union_tag_invalid":
        return False
    try:
        CloudEvent.model_validate(found)
    except ValidationError as problem:
        raise Malformed(_places(problem)) from None
    return True


def _places(error: ValidationError) -> str:
    """Say what is wrong where: "data.size: greater_than_equal"."""
    problems = error.errors(include_input=False, include_url=False, include_context=False)
    return ", ".join(f"{'.'.join(map(str, one['loc']))}: {one['type']}" for one in problems)


def _check_names(event: Event) -> None:
    if not re.fullmatch(_EVENT_ID, event.id):
        raise Malformed("id: not countable")
    if not re.fullmatch(BUCKET_NAME, event.data.bucket):
        raise Malformed("data.bucket: no bucket's name")
