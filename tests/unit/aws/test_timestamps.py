from datetime import UTC, datetime

import pytest
from botocore.utils import parse_timestamp as stock_parser
from hypothesis import given
from hypothesis import strategies as st
from s3loader.aws.session import shared_session
from s3loader.aws.timestamps import parse_timestamp


@given(st.datetimes(datetime(1970, 1, 1), datetime(9999, 1, 1)), st.booleans())
def test_what_s3_lists_is_read_as_the_stock_parser_reads_it(moment: datetime, millis: bool) -> None:
    text = moment.isoformat(timespec="milliseconds" if millis else "seconds") + "Z"
    assert parse_timestamp(text) == stock_parser(text)
    assert parse_timestamp(text).utcoffset() == stock_parser(text).utcoffset()


@pytest.mark.parametrize(
    "text",
    [
        "Mon, 23 Nov 2026 08:48:16 GMT",
        "2026-11-23T08:48:16+09:00",
        "2026-11-23T08:48:16.123456Z",
        "2026-11-23T08:48:16",
        "20261123T084816Z",
        "1700000000",
        "1700000000.5",
        "2026-11-23",
        "2026-11-23 08:48:16Z",
        "2026-11-23T08:48:16,000Z",
    ],
)
def test_odd_timestamps_are_read_as_the_stock_parser_reads_them(text: str) -> None:
    assert parse_timestamp(text) == stock_parser(text)


@pytest.mark.parametrize("text", ["2026-13-23T08:48:16Z", "2026-11-23T08:61:16Z", "soon"])
def test_what_is_no_timestamp_is_refused_as_before(text: str) -> None:
    with pytest.raises(ValueError, match="Invalid timestamp"):
        parse_timestamp(text)


def test_clients_of_the_shared_session_parse_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    factory = shared_session().get_component("response_parser_factory")
    parser = factory.create_parser("rest-xml")
    assert parser._timestamp_parser("2026-11-23T08:48:16Z").tzinfo is UTC
