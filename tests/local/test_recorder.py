"""What people do through the stack is counted by its recorder, whatever happens on the way."""

from pathlib import Path

import httpx
import pytest

from local.embedded_aws import QUEUE
from local.recorder import pull_forever
from local.seed import administrator
from local.seed.queue import ensure_queue
from tests.contract.api import Api, register, send
from tests.emulators.running import PROJECT
from tests.eventually import eventually
from tests.local.processes import tree
from tests.local.running_stack import RunningStack, free_port, running_stack

SECONDS = 30.0


def upload(api: Api, name: str) -> None:
    """Puts five bytes into inbox/ and completes, as a browser does."""
    (plan,) = api.plan("demo-reports", "inbox/", (name, 5))
    assert send(plan, b"bytes").status_code == 200
    uploaded = {"key": plan["key"], "uploadId": None, "size": 5, "parts": []}
    (result,) = api.complete("demo-reports", uploaded)
    assert result["notified"] is True


def counted(api: Api) -> list[tuple[str, int, int]]:
    """Bucket, uploads and bytes of each day and bucket."""
    answer = api.get("/api/activity")
    assert answer.status_code == 200, answer.text
    return [(c["bucket"], c["uploads"], c["uploadedBytes"]) for c in answer.json()["counts"]]


def test_an_upload_is_in_the_statistics_of_who_made_it(stack: RunningStack) -> None:
    api = register(stack, "demo-uploader")
    upload(api, "counted.txt")
    assert eventually(lambda: counted(api) == [("demo-reports", 1, 5)])
    assert counted(register(stack, "demo-reader")) == []


def test_statistics_and_events_that_wait_outlive_a_restart(state: Path) -> None:
    ports = (free_port(), free_port())
    with running_stack(state, *ports, variables={"STATISTICS": "off"}) as nobody_counts:
        upload(register(nobody_counts, "demo-full"), "waiting.txt")
    with running_stack(state, *ports) as second:
        api = register(second, "demo-full")
        assert eventually(lambda: counted(api) == [("demo-reports", 1, 5)])
    with running_stack(state, *ports) as third:
        assert counted(register(third, "demo-full")) == [("demo-reports", 1, 5)]


def test_with_firestore_they_are_counted_there(state: Path, firestore_host: str) -> None:
    variables = {
        "STATISTICS": "firestore",
        "FIREBASE_PROJECT_ID": PROJECT,
        "FIRESTORE_EMULATOR_HOST": firestore_host,
    }
    with running_stack(state, variables=variables) as stack:
        api = register(stack, "demo-full")
        upload(api, "counted.txt")
        assert eventually(lambda: counted(api) == [("demo-reports", 1, 5)])
        assert not (state / "statistics.sqlite3").exists()


def test_a_queue_that_is_gone_stops_nothing_and_is_served_when_it_is_back(state: Path) -> None:
    with running_stack(state) as stack:
        api = register(stack, "demo-full")
        sqs, sns = administrator.sqs(stack.aws_endpoint), administrator.sns(stack.aws_endpoint)
        sqs.delete_queue(QueueUrl=sqs.get_queue_url(QueueName=QUEUE)["QueueUrl"])
        log = stack.state / "recorder.log"
        assert eventually(lambda: "queue not served" in log.read_text())
        upload(api, "uncounted.txt")
        ensure_queue(sqs, sns, stack.topic_arn)
        upload(api, "counted.txt")
        assert eventually(lambda: counted(api) == [("demo-reports", 1, 5)])
        assert stack.process.poll() is None
        sqs.close()
        sns.close()


def test_with_real_aws_no_recorder_runs_and_the_stack_says_so(tmp_path: Path) -> None:
    with running_stack(tmp_path / "state", port=(port := free_port()), aws="real") as stack:
        assert len(tree(stack.process.pid)) == 2
        assert "No recorder runs here" in stack.announcement
        config = httpx.get(f"http://127.0.0.1:{port}/api/config").json()
        assert config["statistics"]["store"] == "off"


def test_after_failures_in_a_row_it_waits_longer_until_one_pull_succeeds() -> None:
    results = iter([OSError()] * 7 + [None, OSError(), KeyboardInterrupt()])
    pauses: list[float] = []

    def pull() -> None:
        if result := next(results):
            raise result

    with pytest.raises(KeyboardInterrupt):
        pull_forever(pull, pauses.append)
    assert pauses == [1, 2, 4, 8, 16, 30, 30, 1]
