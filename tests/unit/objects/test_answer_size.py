import json

import pytest
from botocore.exceptions import ClientError
from s3loader.aws.failures import translate
from s3loader.errors import ErrorCode, InvalidInput
from s3loader.objects.answer_size import check_answer_size
from s3loader.objects.deletion import delete_result
from s3loader.objects.models import DeleteResults

LAMBDA_BYTES = 6_000_000
KEYS = {
    "ascii": "k" * 1024,
    "korean": "가" * 341,
    "quotes": '"' * 1024,
    "backslashes": "\\" * 1024,
    "control": "\x01" * 1024,
    "emoji": "😀" * 256,
}


def lambda_answer(keys: list[str]) -> str:
    """Writes what Lambda returns where S3 refuses every key."""
    denied: ClientError = ClientError({"Error": {"Code": "AccessDenied"}}, "DeleteObject")
    results = [
        delete_result(key, translate(denied, f"arn:aws:s3:::{'b' * 63}/{key}")) for key in keys
    ]
    body = DeleteResults(results=results, notified=False).model_dump_json(by_alias=True)
    return json.dumps({"statusCode": 200, "body": body})


@pytest.mark.parametrize("kind", KEYS)
def test_what_is_let_in_fits_into_an_answer_even_if_every_key_is_refused(kind: str) -> None:
    keys = [KEYS[kind]] * 1000
    try:
        check_answer_size(keys)
    except InvalidInput as refusal:
        keys = keys[: int(str(refusal.params["limit"]))]
        check_answer_size(keys)
    assert len(lambda_answer(keys)) < LAMBDA_BYTES


@pytest.mark.parametrize("kind", ["ascii", "korean"])
def test_a_thousand_of_the_longest_ordinary_keys_are_let_in(kind: str) -> None:
    check_answer_size([KEYS[kind]] * 1000)


@pytest.mark.parametrize("kind", ["quotes", "control"])
def test_keys_whose_refusals_would_not_fit_are_refused_with_what_would(kind: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        check_answer_size([KEYS[kind]] * 1000)
    assert refused.value.code is ErrorCode.BATCH_TOO_LARGE
    assert int(str(refused.value.params["limit"])) >= 200
