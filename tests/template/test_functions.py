"""The functions: what they are given, how long they may take, where they log."""

from typing import Any

import pytest
from s3loader.recorder_settings import RecorderSettings
from s3loader.settings import Settings

from deploy.template import Resolver
from tests.template.reading import of_type

# Settings of machines that are no Lambda, and what Lambda sets itself.
ELSEWHERE = {
    "aws_endpoint": "a local AWS",
    "aws_lambda_function_name": "set by Lambda",
    "aws_region": "set by Lambda",
    "firebase_auth_emulator_host": "refused in Lambda",
    "firestore_emulator_host": "refused in Lambda",
    "host": "of a server that listens",
    "s3_checksums": "of a local S3",
    "s3_endpoint": "a local S3",
    "s3_public_endpoints": "a local S3",
    "statistics_file": "refused in Lambda",
}


def environment(resources: dict[str, Any], name: str) -> dict[str, Any]:
    found: dict[str, Any] = resources[name]["Properties"]["Environment"]["Variables"]
    return found


@pytest.mark.parametrize(
    ("function", "settings"), [("ApiFunction", Settings), ("RecorderFunction", RecorderSettings)]
)
def test_every_setting_reaches_its_function(
    resources: dict[str, Any], function: str, settings: type[Settings]
) -> None:
    wanted = {name.upper() for name in settings.model_fields if name not in ELSEWHERE}
    assert set(environment(resources, function)) == wanted


def test_the_default_parameters_are_settings_that_start(
    template: dict[str, Any], resources: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    values = Resolver(template, {}).resolve(environment(resources, "ApiFunction"))
    arns = {
        "SEAL_SECRET_ARN": "arn:aws:secretsmanager:ap-northeast-2:123456789012:secret:s-AbCdEf",
        "SNS_TOPIC_ARN": "arn:aws:sns:ap-northeast-2:123456789012:topic",
    }
    for name, value in {**values, **arns, "AWS_LAMBDA_FUNCTION_NAME": "api"}.items():
        monkeypatch.setenv(name, str(value))
    settings = Settings()
    plain = Settings.model_construct()
    for name in set(Settings.model_fields) - set(ELSEWHERE) - {n.lower() for n in arns}:
        assert getattr(settings, name) == getattr(plain, name), name


def test_api_and_integration_end_before_the_http_api_does(resources: dict[str, Any]) -> None:
    assert resources["ApiFunction"]["Properties"]["Timeout"] < 30
    assert resources["ApiIntegration"]["Properties"]["TimeoutInMillis"] < 30_000


def test_the_queue_waits_six_times_as_long_as_the_recorder(resources: dict[str, Any]) -> None:
    timeout = resources["RecorderFunction"]["Properties"]["Timeout"]
    assert resources["ActivityQueue"]["Properties"]["VisibilityTimeout"] == 6 * timeout
    source = resources["RecorderSource"]["Properties"]
    assert source["FunctionResponseTypes"] == ["ReportBatchItemFailures"]


def test_functions_are_one_image_with_a_log_group_of_their_own_and_no_snapstart(
    resources: dict[str, Any],
) -> None:
    functions = of_type(resources, "AWS::Serverless::Function")
    groups = of_type(resources, "AWS::Logs::LogGroup")
    assert len(functions) == 3
    images = {str(resources[name]["Metadata"]["Dockerfile"]) for name in functions}
    assert images == {"docker/Dockerfile"}
    logged = [one["LoggingConfig"]["LogGroup"]["Ref"] for one in functions.values()]
    assert len(set(logged)) == 3
    for properties in functions.values():
        assert "SnapStart" not in properties
        assert properties["PackageType"] == "Image"
    for name in (*logged, "ApiAccessLogGroup"):
        assert groups[name]["RetentionInDays"] == {"Ref": "LogRetentionDays"}


def test_functions_name_handlers_that_are_there(resources: dict[str, Any]) -> None:
    commands = {
        one["ImageConfig"]["Command"][0]
        for one in of_type(resources, "AWS::Serverless::Function").values()
    }
    assert commands == {f"s3loader.{name}.handler" for name in ("handler", "recorder", "rotation")}


def test_what_counts_is_there_only_where_counting_is_on(resources: dict[str, Any]) -> None:
    conditional = {name for name, one in resources.items() if one.get("Condition") == "Counts"}
    assert {"RecorderFunction", "ActivityQueue", "ActivityDeadLetters", "RecorderSource"} < (
        conditional
    )
