"""What wakes people, and the dashboard they open then."""

import json
from typing import Any

from deploy.template import Resolver
from tests.template.reading import of_type

WATCHED = {
    ("AWS/ApiGateway", "5xx"),
    ("AWS/Lambda", "Throttles"),
    ("AWS/Lambda", "Duration"),
    ("AWS/Lambda", "Errors"),
    ("AWS/SNS", "NumberOfNotificationsFailed"),
    ("AWS/SQS", "ApproximateNumberOfMessagesVisible"),
    ("AWS/SQS", "ApproximateAgeOfOldestMessage"),
}


def test_everything_that_should_wake_somebody_does(resources: dict[str, Any]) -> None:
    alarms = of_type(resources, "AWS::CloudWatch::Alarm")
    assert {(one["Namespace"], one["MetricName"]) for one in alarms.values()} == WATCHED
    for name, alarm in alarms.items():
        assert alarm["AlarmActions"] == [{"Ref": "AlarmTopic"}], name
        assert alarm["AlarmDescription"], name
    assert alarms["ApiDurationAlarm"]["ExtendedStatistic"] == "p99"
    dead = alarms["DeadLettersAlarm"]["Dimensions"][0]["Value"]
    assert dead == {"Fn::GetAtt": ["ActivityDeadLetters", "QueueName"]}


def test_cloudwatch_may_publish_to_the_encrypted_topic(resources: dict[str, Any]) -> None:
    policy = resources["Key"]["Properties"]["KeyPolicy"]["Statement"]
    (alarms,) = [one for one in policy if one["Sid"] == "AlarmsIntoTheirTopic"]
    assert set(alarms["Action"]) == {"kms:Decrypt", "kms:GenerateDataKey"}


def test_the_dashboard_is_json_with_and_without_a_recorder(template: dict[str, Any]) -> None:
    for statistics, metrics in (("off", 2), ("firestore", 4)):
        body = Resolver(template, {"Statistics": statistics}).resource("Dashboard")["DashboardBody"]
        (events,) = [
            one for one in json.loads(body)["widgets"] if one["properties"]["title"] == "Events"
        ]
        assert len(events["properties"]["metrics"]) == metrics
