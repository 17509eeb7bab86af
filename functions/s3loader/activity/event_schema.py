"""The events' JSON Schema; `python -m s3loader.activity.event_schema` prints it."""

import json
import sys
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core.core_schema import WithDefaultSchema

from s3loader.activity.events import Event

_events: TypeAdapter[Event] = TypeAdapter(Event)


class _Plain(GenerateJsonSchema):
    """Leaves out titles made of field names, and defaults of fields that are always there."""

    def field_title_should_be_set(self, schema: object) -> bool:
        """Set none, for they say nothing new."""
        return False

    def default_schema(self, schema: WithDefaultSchema) -> JsonSchemaValue:
        """Return the schema without its default."""
        return self.generate_inner(schema["schema"])


def event_schema() -> dict[str, Any]:
    """Return the schema of one event of any type."""
    return {
        "$schema": _Plain.schema_dialect,
        "title": "Event of S3 Loader",
        **_events.json_schema(mode="serialization", schema_generator=_Plain),
    }


def main() -> None:
    """Print the schema as JSON."""
    sys.stdout.write(json.dumps(event_schema(), indent=2, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
