"""What docs/events.md shows is what subscribers get."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from s3loader.activity.service import announce

from tests.event_rules import check_event
from tests.unit.activity.five_events import five_events
from tests.unit.activity.test_announcing import Taking

TEXT = (Path(__file__).parents[3] / "docs" / "events.md").read_text()
SHOWN: list[dict[str, Any]] = [
    json.loads(block) for block in re.findall(r"```json\n(.*?)```", TEXT, re.DOTALL)
]
EXAMPLES = [shown for shown in SHOWN if "specversion" in shown]
POLICIES = [shown for shown in SHOWN if "specversion" not in shown]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["type"])
def test_each_example_is_a_valid_event_with_no_field_too_many(example: dict[str, Any]) -> None:
    check_event(example)
    (real,) = [event for event in five_events() if event.type == example["type"]]
    fields = json.loads(real.model_dump_json(by_alias=True))
    assert (example.keys(), example["data"].keys()) == (fields.keys(), fields["data"].keys())


def test_there_is_an_example_of_each_type() -> None:
    assert sorted(shown["type"] for shown in EXAMPLES) == sorted(e.type for e in five_events())


def test_filter_policies_name_attributes_that_messages_have() -> None:
    topic = Taking()
    announce(topic, five_events())
    assert POLICIES
    for policy in POLICIES:
        assert policy.keys() <= topic.messages[0].attributes.keys()
        for kind in policy.get("type", []):
            assert isinstance(kind, dict) or kind in {event.type for event in five_events()}
