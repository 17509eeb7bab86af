import json
import subprocess
import sys
from urllib.parse import unquote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jsonschema import ValidationError
from pydantic import TypeAdapter
from s3loader.accounts.arns import identity_of
from s3loader.activity.events import Event
from s3loader.caller import Caller, Credentials, Person

from tests.event_rules import SCHEMA, check_event, validator
from tests.unit.activity.five_events import ARN, BY, five_events, upload

ODD_KEYS = [
    "100 %/a",
    "줄\n바꿈",
    "\x00\x1f\x7f\x85",
    "\ufffe\uffff",
    'quote"\\',
    "👩‍👩‍👧",
    " ",
    "../a",
]


def as_sent(event: Event) -> dict[str, object]:
    sent: dict[str, object] = json.loads(event.model_dump_json(by_alias=True))
    return sent


def test_an_upload_is_a_cloud_event_with_all_that_a_subscriber_needs() -> None:
    event = upload()
    assert as_sent(event) == {
        "specversion": "1.0",
        "id": event.id,
        "source": "urn:s3loader",
        "type": "upload.completed",
        "subject": "demo/in/한글.txt",
        "time": "2026-11-23T09:00:00Z",
        "datacontenttype": "application/json",
        "dataschema": "urn:s3loader:upload.completed:1",
        "data": {
            "bucket": "demo",
            "key": "in/한글.txt",
            "size": 3,
            "etag": "e",
            "versionId": None,
            "region": "ap-northeast-2",
            "accountId": "123456789012",
            "principalArn": ARN,
            "user": ARN,
        },
    }


@pytest.mark.parametrize("key", ODD_KEYS)
def test_every_event_keeps_the_schema_and_cloud_events_rules_whatever_the_key(key: str) -> None:
    for event in five_events(key):
        check_event(as_sent(event))
    (completed, deleted, failed, *_) = [as_sent(event)["data"] for event in five_events(key)]
    assert isinstance(completed, dict)
    assert isinstance(deleted, dict)
    assert isinstance(failed, dict)
    assert completed["key"] == failed["key"] == deleted["keys"][0] == key


@given(st.text(min_size=1, max_size=200))
@example("100%25")
def test_the_subject_of_any_key_keeps_the_rules_and_can_be_decoded(key: str) -> None:
    event = upload(key)
    check_event(as_sent(event))
    assert unquote(event.subject) == f"demo/{key}"


def test_who_has_signed_in_is_the_user_and_the_servers_role_the_principal() -> None:
    role = identity_of("arn:aws:sts::123456789012:assumed-role/S3Loader/api")
    by = Caller(Credentials("AKIAEXAMPLE", "secret"), role, Person("uid-1", "lee@example.com"))
    for event in five_events(by=by):
        assert (event.data.user, event.data.principal_arn) == ("firebase:uid-1", role.arn)
        assert "lee@example.com" not in event.model_dump_json()


def test_the_same_upload_has_the_same_id_and_another_has_another() -> None:
    assert upload().id == upload().id
    assert len({upload().id, upload(nonce="other").id, upload("in/b").id}) == 3
    assert len({event.id for event in five_events()}) == 5


def test_what_was_sent_reads_back_as_the_same_event() -> None:
    read = TypeAdapter[Event](Event)
    for event in five_events():
        assert read.validate_json(event.model_dump_json(by_alias=True)) == event


def test_no_credential_of_the_caller_is_in_an_event() -> None:
    for event in five_events():
        assert BY.credentials.access_key_id not in event.model_dump_json()
        assert BY.credentials.secret_access_key not in event.model_dump_json()


def test_the_committed_schema_is_the_events() -> None:
    """If this fails: make types."""
    printed = subprocess.run(
        [sys.executable, "-m", "s3loader.activity.event_schema"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert printed.stdout == SCHEMA.read_text()


@pytest.mark.parametrize("name", ["specversion", "id", "source", "type", "time", "data"])
def test_the_schema_refuses_an_event_that_lacks_something(name: str) -> None:
    event = as_sent(upload())
    del event[name]
    with pytest.raises(ValidationError):
        validator().validate(event)


def test_the_schema_lets_later_fields_pass_so_that_old_subscribers_go_on() -> None:
    event = as_sent(upload())
    data = event["data"]
    assert isinstance(data, dict)
    validator().validate({**event, "data": {**data, "storageClass": "STANDARD"}})
