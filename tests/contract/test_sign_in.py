"""People sign in at Firebase's Auth emulator and use the server's account of a running stack."""

import json
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import closing

import pytest

from local.seed import administrator
from tests.contract.api import Api, register, send
from tests.contract.firebase_people import FirebasePeople, SignedIn
from tests.emulators.running import PROJECT
from tests.local.running_stack import RunningStack, running_stack

BUCKETS = {"@example.com": ["demo-photos"], "lee@example.com": ["demo-photos", "demo-reports"]}
Shut = Callable[[FirebasePeople, SignedIn], None]


@pytest.fixture(scope="module")
def people(auth_host: str) -> FirebasePeople:
    return FirebasePeople(auth_host)


@pytest.fixture(scope="module")
def lending(auth_host: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningStack]:
    variables = {
        "SERVER_CREDENTIALS": "signed-in",
        "FIREBASE_PROJECT_ID": PROJECT,
        "FIREBASE_AUTH_EMULATOR_HOST": auth_host,
        "SIGN_IN_DOMAINS": "example.com",
        "SIGN_IN_CLAIM": "s3loader",
        "SIGN_IN_BUCKETS": json.dumps(BUCKETS),
    }
    with running_stack(tmp_path_factory.mktemp("lending"), variables=variables) as started:
        yield started


@pytest.fixture
def someone(people: FirebasePeople) -> SignedIn:
    """Somebody of the organisation, new in each test."""
    return people.sign_in_by_mail(f"{uuid.uuid4().hex}@example.com")


def names_of(api: Api) -> list[str]:
    return [bucket["name"] for bucket in api.get("/api/buckets").json()["buckets"]]


def upload(api: Api, name: str) -> str:
    (plan,) = api.plan("demo-photos", "", (name, 3))
    assert send(plan, b"abc").status_code == 200
    (result,) = api.complete("demo-photos", {"key": plan["key"], "uploadId": None, "size": 3})
    assert result["kind"] == "completed"
    return str(plan["key"])


def deletion(api: Api, key: str) -> tuple[int, str | None]:
    body = {"bucket": "demo-photos", "keys": [key], "confirmation": "delete"}
    answer = api.post("/api/objects/delete", body)
    return answer.status_code, answer.json().get("code")


def is_there(stack: RunningStack, key: str) -> bool:
    with closing(administrator.s3(stack.aws_endpoint)) as s3:
        return s3.list_objects_v2(Bucket="demo-photos", Prefix=key)["KeyCount"] == 1


def test_who_follows_the_link_in_a_mail_uploads_and_deletes_with_the_servers_account(
    lending: RunningStack, people: FirebasePeople
) -> None:
    lee = Api(lending.app_url, people.sign_in_by_mail("lee@example.com").id_token)
    account = lee.get("/api/account").json()
    assert account["person"] == {"email": "lee@example.com", "buckets": BUCKETS["lee@example.com"]}
    assert names_of(lee) == ["demo-photos", "demo-reports"]
    key = upload(lee, "of-lee.txt")
    assert is_there(lending, key)
    assert deletion(lee, key) == (200, None)
    assert not is_there(lending, key)


def test_others_of_the_organisation_reach_its_buckets_alone(
    lending: RunningStack, someone: SignedIn
) -> None:
    api = Api(lending.app_url, someone.id_token)
    assert names_of(api) == ["demo-photos"]
    refused = api.get("/api/objects", {"bucket": "demo-reports"})
    assert (refused.status_code, refused.json()["code"]) == (403, "bucket_not_allowed")


def test_an_address_that_nobody_has_verified_opens_nothing(
    lending: RunningStack, people: FirebasePeople
) -> None:
    address = f"{uuid.uuid4().hex}@example.com"
    liar = people.sign_up(email=address, password="not-a-secret")
    refused = Api(lending.app_url, liar.id_token).get("/api/buckets")
    assert (refused.status_code, refused.json()["code"]) == (403, "sign_in_not_allowed")


def test_a_verified_address_of_elsewhere_opens_nothing(
    lending: RunningStack, people: FirebasePeople
) -> None:
    stranger = people.sign_in_by_mail("lee@elsewhere.com")
    refused = Api(lending.app_url, stranger.id_token).get("/api/account")
    assert (refused.status_code, refused.json()["code"]) == (403, "sign_in_not_allowed")


def test_a_custom_claim_admits_even_without_an_address_from_the_next_token_on(
    lending: RunningStack, people: FirebasePeople
) -> None:
    guest = people.sign_up()
    people.change(guest, customAttributes='{"s3loader": true}')
    assert Api(lending.app_url, guest.id_token).get("/api/account").status_code == 403
    admitted = Api(lending.app_url, people.renew(guest))
    assert admitted.get("/api/account").json()["person"] == {"email": None, "buckets": []}
    assert names_of(admitted) == []


def disable(people: FirebasePeople, person: SignedIn) -> None:
    people.change(person, disableUser=True)


def sign_out_everywhere(people: FirebasePeople, person: SignedIn) -> None:
    people.change(person, validSince=str(int(time.time()) + 1))  # tokens have whole seconds


@pytest.mark.parametrize("shut", [disable, FirebasePeople.delete, sign_out_everywhere])
def test_who_was_shut_out_deletes_nothing_though_the_token_still_reads(
    lending: RunningStack, people: FirebasePeople, someone: SignedIn, shut: Shut
) -> None:
    api = Api(lending.app_url, someone.id_token)
    key = upload(api, f"{someone.uid}.txt")
    shut(people, someone)
    assert deletion(api, key) == (401, "sign_in_invalid")
    assert is_there(lending, key)
    assert api.get("/api/objects", {"bucket": "demo-photos"}).status_code == 200


def test_an_account_of_ones_own_works_beside_it(lending: RunningStack) -> None:
    own = register(lending, "demo-full")
    assert own.get("/api/account").json()["person"] is None
    assert "demo-reports" in names_of(own)
    key = upload(own, "of-demo-full.txt")
    assert deletion(own, key) == (200, None)
