"""The Lambda as SQS calls it."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from s3loader import recorder
from s3loader.settings import SettingsError

from tests.unit.activity.five_events import ARN, AT, five_events


@pytest.fixture(autouse=True)
def _read_settings_again() -> Iterator[None]:
    recorder.ledger.cache_clear()
    yield
    recorder.ledger.cache_clear()


@pytest.fixture
def file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("STATISTICS", "file")
    monkeypatch.setenv("STATISTICS_FILE", str(tmp_path / "statistics.sqlite3"))
    return tmp_path / "statistics.sqlite3"


def batch(*bodies: str) -> dict[str, list[dict[str, str]]]:
    return {
        "Records": [{"messageId": f"m{number}", "body": text} for number, text in enumerate(bodies)]
    }


@pytest.mark.usefixtures("file")
def test_a_batch_is_counted_and_only_what_failed_is_named() -> None:
    texts = [event.model_dump_json(by_alias=True) for event in five_events()]
    answer = recorder.handler(batch(*texts, "nonsense", texts[0]), None)
    assert answer == {"batchItemFailures": [{"itemIdentifier": "m5"}]}
    (counts,) = recorder.ledger().store.read(ARN, AT.date(), AT.date())
    assert (counts.uploads, counts.deletions, counts.downloads) == (1, 1, 2)


def test_a_store_that_takes_nothing_fails_every_message(file: Path) -> None:
    file.write_text("damaged" * 1000)
    text = json.dumps(json.loads(five_events()[0].model_dump_json(by_alias=True)))
    answer = recorder.handler(batch(text), None)
    assert answer == {"batchItemFailures": [{"itemIdentifier": "m0"}]}


@pytest.mark.parametrize(
    ("env", "named"),
    [
        ({}, "STATISTICS"),
        ({"STATISTICS": "off"}, "STATISTICS"),
        ({"STATISTICS": "file"}, "STATISTICS_FILE"),
        ({"STATISTICS": "firestore"}, "FIREBASE_PROJECT_ID"),
        (
            {
                "STATISTICS": "firestore",
                "FIREBASE_PROJECT_ID": "demo",
                "FIRESTORE_EMULATOR_HOST": "127.0.0.1:9",
                "AWS_LAMBDA_FUNCTION_NAME": "recorder",
            },
            "FIRESTORE_EMULATOR_HOST",
        ),
        (
            {
                "STATISTICS": "file",
                "STATISTICS_FILE": "counts",
                "AWS_LAMBDA_FUNCTION_NAME": "recorder",
            },
            "STATISTICS=file",
        ),
        (
            {
                "STATISTICS": "firestore",
                "FIREBASE_PROJECT_ID": "demo",
                "AWS_LAMBDA_FUNCTION_NAME": "recorder",
            },
            "FIREBASE_SECRET_ARN",
        ),
    ],
)
def test_a_setting_that_is_missing_or_wrong_is_named(
    monkeypatch: pytest.MonkeyPatch, env: dict[str, str], named: str
) -> None:
    monkeypatch.delenv("STATISTICS", raising=False)
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError, match=named):
        recorder.handler(batch(), None)


@pytest.mark.parametrize("module", ["s3loader.recorder", "s3loader.app"])
def test_nothing_of_firebase_is_loaded_before_it_is_needed(module: str) -> None:
    code = f"import sys, {module}; print(*sys.modules)"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name.partition(".")[0] for name in found.stdout.split()}
    assert not loaded & {"firebase_admin", "google", "grpc"}
