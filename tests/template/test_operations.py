"""docs/operations.md says what to do at each alarm, and speaks of none that is not there."""

import re
from pathlib import Path
from typing import Any

from tests.template.reading import of_type

TEXT = (Path(__file__).parents[2] / "docs" / "operations.md").read_text()


def test_every_alarm_has_its_section(resources: dict[str, Any]) -> None:
    sections = set(re.findall(r"^### (\w+)$", TEXT, re.MULTILINE))
    assert sections == set(of_type(resources, "AWS::CloudWatch::Alarm"))


def test_every_ready_query_is_named(resources: dict[str, Any]) -> None:
    names = [
        one["Name"]["Fn::Sub"].removeprefix("${AWS::StackName}/")
        for one in of_type(resources, "AWS::Logs::QueryDefinition").values()
    ]
    assert len(names) == 4
    assert all(f"`{name}`" in TEXT for name in names)
