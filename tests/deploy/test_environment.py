"""What an environment's file says, and what a first deployment asks."""

from pathlib import Path

import pytest

from deploy.environment import read_environment
from deploy.problems import DeployError
from deploy.template import read_template


def test_the_first_time_asks_and_writes_a_file_that_the_second_time_reads(tmp_path: Path) -> None:
    answers = iter(["ops@example.com", "reports, photos", "", ""])
    first = read_environment("dev", tmp_path, lambda _: next(answers))
    assert (first.stack, first.region) == ("s3loader-dev", "ap-northeast-2")
    assert first.parameters["AlarmEmail"] == "ops@example.com"

    def never(question: str) -> str:
        raise AssertionError(question)

    assert read_environment("dev", tmp_path, never) == first


def test_without_a_terminal_the_templates_defaults_hold(tmp_path: Path) -> None:
    found = read_environment("prod", tmp_path, None)
    defaults = {name: str(one["Default"]) for name, one in read_template()["Parameters"].items()}
    given = {name: value for name, value in found.parameters.items() if name != "Architecture"}
    assert given == {name: defaults[name] for name in given}
    assert list(tmp_path.iterdir()) == []


def test_a_line_that_was_taken_out_is_undone_and_only_the_firewall_stays(tmp_path: Path) -> None:
    file = tmp_path / "dev.env"
    file.write_text("AllowedBuckets=reports\n")
    assert read_environment("dev", tmp_path, None).parameters["AllowedBuckets"] == "reports"
    file.write_text("")
    found = read_environment("dev", tmp_path, None).parameters
    assert found["AllowedBuckets"] == ""
    assert set(read_template()["Parameters"]) - set(found) == {"WebAclArn"}


def test_firebases_config_sets_what_follows_from_it(tmp_path: Path) -> None:
    config = '{"authDomain": "x.firebaseapp.com", "measurementId": "G-1"}'
    (tmp_path / "dev.env").write_text(f"FirebaseWebConfig={config}\n")
    found = read_environment("dev", tmp_path, None).parameters
    assert found["FirebaseAuthDomain"] == "x.firebaseapp.com"
    assert found["AnalyticsEnabled"] == "true"


def test_every_wrong_line_is_named_and_no_value(tmp_path: Path) -> None:
    (tmp_path / "dev.env").write_text(
        "# why\n\nAlarmMail=secret@example.com\nnonsense value\nSignInClaim=a\\\\b\n"
    )
    with pytest.raises(DeployError) as wrong:
        read_environment("dev", tmp_path, None)
    assert "line 3: template.yaml has no AlarmMail" in str(wrong.value)
    assert "line 4: write Name=value" in str(wrong.value)
    assert "line 5: write the value without \\" in str(wrong.value)
    assert "secret" not in str(wrong.value)


def test_an_unknown_environment_names_those_that_are_there(tmp_path: Path) -> None:
    with pytest.raises(DeployError, match="ENV=dev or ENV=prod"):
        read_environment("test", tmp_path, None)
