"""Which AWS the app talks to, and with whose credentials."""

from pathlib import Path

import pytest
from s3loader.settings import Settings, load_settings

from local.environment import service_environment

PERSONS = {
    "PATH": "/bin",
    "AWS_PROFILE": "work",
    "AWS_SESSION_TOKEN": "a person's",
    "LOG_LEVEL": "DEBUG",
}


def test_with_the_embedded_aws_nothing_of_the_persons_aws_is_used() -> None:
    env = service_environment(PERSONS, 8080, Path("/state"), aws_port=4577)
    assert "AWS_PROFILE" not in env
    assert "AWS_SESSION_TOKEN" not in env
    assert env["S3_ENDPOINT"] == env["AWS_ENDPOINT"] == "http://127.0.0.1:4577"
    assert env["S3_PUBLIC_ENDPOINTS"] == "http://127.0.0.1:4577,http://localhost:4577"


def test_with_real_aws_the_persons_variables_stay_and_no_endpoint_is_set() -> None:
    env = service_environment(PERSONS, 8080, Path("/state"), aws_port=None)
    assert PERSONS.items() <= env.items()
    assert not {"S3_ENDPOINT", "AWS_ENDPOINT", "S3_PUBLIC_ENDPOINTS", "SNS_TOPIC_ARN"} & env.keys()


def test_the_servers_own_credentials_serve_nobody_unless_asked() -> None:
    off = service_environment({}, 8080, Path("/state"), aws_port=4577)
    asked = service_environment({"SERVER_CREDENTIALS": "open"}, 8080, Path("/state"), aws_port=4577)
    assert (off["SERVER_CREDENTIALS"], asked["SERVER_CREDENTIALS"]) == ("off", "open")


def test_other_variables_reach_the_app() -> None:
    env = service_environment(PERSONS, 8080, Path("/state"), aws_port=4577)
    assert env["LOG_LEVEL"] == "DEBUG"


def test_another_s3_takes_the_place_of_the_embedded_one_and_of_nothing_else() -> None:
    other = "http://127.0.0.1:4600"
    env = service_environment({}, 8080, Path("/state"), aws_port=4577, s3=other)
    assert env["S3_ENDPOINT"] == other
    assert env["S3_PUBLIC_ENDPOINTS"] == f"{other},http://localhost:4600"
    assert env["AWS_ENDPOINT"] == "http://127.0.0.1:4577"


@pytest.mark.parametrize(("aws_port", "store"), [(4577, "file"), (None, "off")])
def test_the_app_starts_and_counts_only_where_a_topic_and_a_recorder_are(
    monkeypatch: pytest.MonkeyPatch, aws_port: int | None, store: str
) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    for name, value in service_environment({}, 8080, Path("/state"), aws_port).items():
        monkeypatch.setenv(name, value)
    assert load_settings().statistics == store
