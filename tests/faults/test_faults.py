"""Each fault does to a client what its name says, and to S3 what the line, or S3 itself, would."""

import base64
import threading

import httpx
import pytest

from tests.faults.crc64 import crc64nvme
from tests.faults.faults import (
    Cut,
    Delay,
    Fault,
    Flip,
    Header,
    HidePart,
    Hold,
    Lose,
    Pages,
    Rate,
    Refuse,
    Stall,
)
from tests.faults.rules import Pattern, Rule
from tests.faults.scripted_client import ScriptedS3
from tests.faults.shelf import Shelf

OBJECT = "/bucket/some/key.bin"
PART = f"{OBJECT}?partNumber=3&uploadId=u"
PARTS = f"{OBJECT}?uploadId=u"
ALL = Pattern()


def always(fault: Fault) -> Rule:
    return Rule(on=ALL, fault=fault)


def test_without_rules_all_goes_through_as_it_came(s3: ScriptedS3, shelf: Shelf) -> None:
    answer = s3.client.put(OBJECT, content=b"hello", headers={"host": "signed.example"})
    assert (answer.status_code, answer.headers["etag"]) == (200, '"of-the-shelf"')
    assert shelf.kept == {OBJECT: b"hello"}
    assert shelf.hosts == ["signed.example"]
    assert s3.client.get(OBJECT).content == b"hello"


def test_a_body_of_unknown_length_arrives_whole(s3: ScriptedS3, shelf: Shelf) -> None:
    s3.client.put(OBJECT, content=iter([b"one", b"two"]))
    assert shelf.kept == {OBJECT: b"onetwo"}


def test_a_refusal_is_an_error_that_a_page_may_read(s3: ScriptedS3, shelf: Shelf) -> None:
    s3.follow(always(Refuse(code="SlowDown")))
    answer = s3.client.put(OBJECT, content=b"hello")
    assert answer.status_code == 503
    assert "<Code>SlowDown</Code>" in answer.text
    assert answer.headers["access-control-allow-origin"] == "*"
    assert shelf.kept == {}


def test_an_error_can_come_with_status_200_and_after_s3_has_done_it(
    s3: ScriptedS3, shelf: Shelf
) -> None:
    s3.follow(always(Refuse(code="InternalError", status=200, forward=True)))
    answer = s3.client.put(OBJECT, content=b"hello")
    assert (answer.status_code, "<Error>" in answer.text) == (200, True)
    assert shelf.kept == {OBJECT: b"hello"}


@pytest.mark.parametrize("after", [0, 100_000])
def test_a_cut_breaks_off_in_the_middle_of_the_body(
    s3: ScriptedS3, shelf: Shelf, after: int
) -> None:
    s3.follow(always(Cut(after=after)))
    with pytest.raises(httpx.TransportError):
        s3.client.put(OBJECT, content=bytes(1_000_000))
    [seen] = s3.log()
    assert after <= seen["received"] < after + 20_000
    assert shelf.kept == {}


def test_a_stall_takes_some_bytes_and_says_nothing(s3: ScriptedS3, shelf: Shelf) -> None:
    s3.follow(always(Stall(after=100_000)))
    with pytest.raises(httpx.TimeoutException):
        s3.client.put(OBJECT, content=bytes(1_000_000), timeout=0.2)
    assert s3.log()[0]["status"] is None
    assert shelf.kept == {}


def test_a_lost_answer_is_one_that_s3_gave(s3: ScriptedS3, shelf: Shelf) -> None:
    s3.follow(always(Lose()))
    with pytest.raises(httpx.TransportError):
        s3.client.put(OBJECT, content=b"hello")
    assert shelf.kept == {OBJECT: b"hello"}
    assert [(seen["stored"], seen["status"]) for seen in s3.log()] == [(200, None)]


def test_an_answer_can_break_off_in_its_body(s3: ScriptedS3, shelf: Shelf) -> None:
    shelf.kept[OBJECT] = bytes(100)
    s3.follow(always(Lose(after=10)))
    with s3.client.stream("GET", OBJECT) as answer:
        assert answer.status_code == 200
        with pytest.raises(httpx.TransportError):
            answer.read()


def test_a_flip_changes_one_bit_of_what_s3_keeps(s3: ScriptedS3, shelf: Shelf) -> None:
    s3.follow(always(Flip()))
    s3.client.put(OBJECT, content=b"aaaa")
    assert shelf.kept == {OBJECT: b"aa`a"}


def test_a_header_of_the_answer_can_be_another(s3: ScriptedS3) -> None:
    s3.follow(always(Header(name="ETag", value='"wrong"')))
    assert s3.client.put(PART, content=b"part").headers["etag"] == '"wrong"'


@pytest.mark.parametrize("before", ["request", "answer"])
def test_what_is_held_goes_on_when_it_is_released(
    s3: ScriptedS3, shelf: Shelf, before: str
) -> None:
    s3.follow(Rule(on=Pattern(method="PUT"), fault=Hold.model_validate({"before": before})))
    answers: list[int] = []
    put = threading.Thread(
        target=lambda: answers.append(s3.client.put(OBJECT, content=b"x").status_code)
    )
    put.start()
    while not (s3.log() and (before == "request" or s3.log()[0]["stored"])):
        pass
    assert (answers, OBJECT in shelf.kept) == ([], before == "answer")
    s3.release()
    put.join()
    assert (answers, OBJECT in shelf.kept) == ([200], True)


def test_a_delay_and_a_rate_take_their_time(s3: ScriptedS3) -> None:
    s3.follow(
        Rule(on=Pattern(method="GET"), fault=Delay(ms=100)),
        Rule(on=Pattern(method="PUT"), fault=Rate(bytes_per_second=1_000_000)),
    )
    assert s3.client.get(OBJECT).elapsed.total_seconds() >= 0.1
    assert s3.client.put(OBJECT, content=bytes(100_000)).elapsed.total_seconds() >= 0.1


def listing(*numbers: int) -> bytes:
    parts = "".join(f"<Part>\n<PartNumber>{n}</PartNumber></Part>" for n in numbers)
    return f"<R><IsTruncated>false</IsTruncated>{parts}</R>".encode()


def test_a_list_of_parts_can_lack_one(s3: ScriptedS3, shelf: Shelf) -> None:
    shelf.kept[PARTS] = listing(1, 2, 12)
    s3.follow(always(HidePart(part_number=2)))
    assert s3.client.get(PARTS).content == listing(1, 12)


def test_a_list_of_parts_comes_in_pages(s3: ScriptedS3, shelf: Shelf) -> None:
    shelf.kept[PARTS] = listing(1, 2, 3)
    s3.follow(always(Pages(size=2)))
    page = s3.client.get(PARTS).text
    assert "<IsTruncated>true</IsTruncated>" in page
    assert "<NextPartNumberMarker>2</NextPartNumberMarker>" in page
    assert page.count("<Part>") == 2
    shelf.kept[PARTS] = listing(3)
    assert s3.client.get(PARTS).content == listing(3)


def test_crc64nvme_is_the_published_one() -> None:
    assert crc64nvme(b"123456789").hex() == "ae8b14860a799888"


def test_checksums_are_of_what_was_stored(s3: ScriptedS3) -> None:
    s3.follow(Rule(on=Pattern(operation="PutObject"), fault=Flip()), checksums=True)
    s3.client.put(OBJECT, content=b"aaaa")
    told = s3.client.head(OBJECT).headers
    assert told["x-amz-checksum-crc64nvme"] == base64.b64encode(crc64nvme(b"aa`a")).decode()
    assert told["x-amz-checksum-type"] == "FULL_OBJECT"


def test_completing_tells_the_checksum_of_the_listed_parts(s3: ScriptedS3, shelf: Shelf) -> None:
    s3.follow(checksums=True)
    for number in (2, 1, 3):
        s3.client.put(f"{OBJECT}?partNumber={number}&uploadId=u", content=b"%d" % number)
    shelf.answer = lambda *_: b"<CompleteMultipartUploadResult></CompleteMultipartUploadResult>"  # type: ignore[method-assign]
    answer = s3.client.post(PARTS, content=listing(1, 2))
    expected = base64.b64encode(crc64nvme(b"12")).decode()
    assert f"<ChecksumCRC64NVME>{expected}</ChecksumCRC64NVME>" in answer.text
