"""Which request a rule applies to: pattern, count, chance."""

import pytest
from pydantic import ValidationError

from tests.faults.faults import Flip, Refuse
from tests.faults.operations import Call, call_of
from tests.faults.rules import Pattern, Rule, Rules, Script
from tests.faults.scripted_client import ScriptedS3

PUT = call_of("PUT", "/bucket/a.txt")
BUSY = Refuse(code="SlowDown")


def script(*rules: Rule, seed: int = 0) -> Script:
    return Script(Rules(rules=rules, seed=seed))


def chosen(following: Script, *calls: Call) -> list[int | None]:
    return [(following.choose(call) or (None,))[0] for call in calls]


@pytest.mark.parametrize(
    ("method", "target", "operation"),
    [
        ("PUT", "/b/k?partNumber=1&uploadId=u", "UploadPart"),
        ("PUT", "/b/k?X-Amz-Signature=s", "PutObject"),
        ("POST", "/b/k?uploads", "CreateMultipartUpload"),
        ("POST", "/b/k?uploadId=u", "CompleteMultipartUpload"),
        ("DELETE", "/b/k?uploadId=u", "AbortMultipartUpload"),
        ("GET", "/b/k?uploadId=u&max-parts=1", "ListParts"),
        ("GET", "/b?uploads", "ListMultipartUploads"),
        ("GET", "/b/?list-type=2&prefix=p", "ListObjectsV2"),
        ("HEAD", "/b/k", "HeadObject"),
        ("GET", "/b/k", "GetObject"),
        ("OPTIONS", "/b/k?partNumber=1&uploadId=u", "Preflight"),
        ("GET", "/", "ListBuckets"),
    ],
)
def test_a_request_is_known_by_method_and_query(method: str, target: str, operation: str) -> None:
    assert call_of(method, target).operation == operation


def test_the_key_is_as_a_person_reads_it() -> None:
    call = call_of("PUT", "/bucket/%EB%B3%B4%EA%B3%A0/a%2Bb.txt?partNumber=7&uploadId=u")
    assert (call.bucket, call.key, call.part, call.upload_id) == ("bucket", "보고/a+b.txt", 7, "u")


def test_a_rule_applies_from_the_nth_match_on_and_so_many_times() -> None:
    following = script(Rule(on=Pattern(key=r"\.txt$"), fault=BUSY, nth=2, times=2))
    assert chosen(following, PUT, PUT, PUT, PUT) == [None, 0, 0, None]


def test_the_first_rule_that_applies_decides() -> None:
    following = script(
        Rule(on=Pattern(part=3), fault=Flip()),
        Rule(on=Pattern(operation="PutObject"), fault=BUSY, times=1),
        Rule(on=Pattern(), fault=BUSY),
    )
    assert chosen(following, PUT, PUT) == [1, 2]


def test_a_preflight_is_let_through_unless_it_is_named() -> None:
    preflight = call_of("OPTIONS", "/bucket/a.txt")
    assert chosen(script(Rule(on=Pattern(), fault=BUSY)), preflight) == [None]
    named = Rule(on=Pattern(operation="Preflight"), fault=BUSY)
    assert chosen(script(named), preflight) == [0]


def test_chance_is_the_seeds_whatever_comes_in_between() -> None:
    rule = Rule(on=Pattern(), fault=BUSY, probability=0.5)
    other = call_of("PUT", "/bucket/b.txt")
    alone = chosen(script(rule, seed=7), *[PUT] * 40)
    mixed = chosen(script(rule, seed=7), *[PUT, other] * 40)[::2]
    assert alone == mixed
    assert alone != chosen(script(rule, seed=8), *[PUT] * 40)
    assert 8 < alone.count(0) < 32


def test_a_word_that_no_rule_knows_is_a_mistake(s3: ScriptedS3) -> None:
    with pytest.raises(ValidationError):
        Rules.model_validate({"rules": [{"on": {"kye": "x"}, "fault": {"kind": "flip"}}]})
    answer = s3.client.put("/__faults/rules", content='{"rules": [{}]}')
    assert answer.status_code == 400
    assert "fault" in answer.json()["mistake"]
