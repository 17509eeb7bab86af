from datetime import timedelta
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from s3loader.aws.presigning import Presigner, addresses
from s3loader.aws.session import shared_session
from s3loader.caller import Credentials

REGION = "ap-northeast-2"
LEE = Credentials("AKIALEELEELEELEELEE1", "lee-secret", "lee+token/=")


def presigner(*names: str) -> Presigner:
    return Presigner(LEE, REGION, names or ("https://demo.s3.x.com",), timedelta(seconds=900))


def test_a_bucket_is_reached_by_three_names_so_that_each_gets_connections() -> None:
    assert addresses("demo", REGION, ()) == (
        "https://demo.s3.ap-northeast-2.amazonaws.com",
        "https://demo.s3.dualstack.ap-northeast-2.amazonaws.com",
        "https://s3.ap-northeast-2.amazonaws.com/demo",
    )


@pytest.mark.parametrize(
    ("bucket", "region", "expected"),
    [
        ("a.b", REGION, "https://s3.ap-northeast-2.amazonaws.com/a.b"),
        ("demo", "cn-north-1", "https://demo.s3.cn-north-1.amazonaws.com.cn"),
        ("demo", "us-gov-west-1", "https://demo.s3.us-gov-west-1.amazonaws.com"),
        ("demo", "us-east-1", "https://demo.s3.us-east-1.amazonaws.com"),
        ("demo", "eusc-de-east-1", "https://demo.s3.eusc-de-east-1.amazonaws.eu"),
        ("demo", "us-iso-east-1", "https://demo.s3.us-iso-east-1.c2s.ic.gov"),
        ("Demo_x", "us-east-1", "https://s3.us-east-1.amazonaws.com/Demo_x"),
    ],
)
def test_the_first_name_fits_the_bucket_and_the_partition(
    bucket: str, region: str, expected: str
) -> None:
    assert addresses(bucket, region, ())[0] == expected


def test_a_dot_in_the_name_allows_only_path_style() -> None:
    assert all(name.endswith("/a.b") for name in addresses("a.b", REGION, ()))


def test_every_region_that_sts_accepts_has_names() -> None:
    session = shared_session()
    for partition in session.get_available_partitions():
        for region in session.get_available_regions("sts", partition):
            assert all(f".{region}." in name for name in addresses("demo", region, ()))


def test_an_access_points_alias_has_only_virtual_hosts() -> None:
    assert all("//x-s3alias.s3." in name for name in addresses("x-s3alias", REGION, ()))


def test_locally_the_public_names_are_used_in_turn() -> None:
    names = addresses("demo", REGION, ("http://127.0.0.1:1", "http://localhost:1"))
    signer = presigner(*names)
    hosts = [urlsplit(signer.sign_put("a", {}, turn)).netloc for turn in range(3)]
    assert hosts == ["127.0.0.1:1", "localhost:1", "127.0.0.1:1"]


def test_the_signature_covers_every_header_and_the_query() -> None:
    headers = {"content-length": "5", "content-type": "text/plain", "if-none-match": "*"}
    url = presigner().sign_put("a", headers, 0, {"partNumber": "7", "uploadId": "u+/="})
    query = parse_qs(urlsplit(url).query)
    assert query["X-Amz-SignedHeaders"] == ["content-length;content-type;host;if-none-match"]
    assert query["X-Amz-Algorithm"] == ["AWS4-HMAC-SHA256"]
    assert query["X-Amz-Expires"] == ["900"]
    assert query["X-Amz-Security-Token"] == ["lee+token/="]
    assert (query["partNumber"], query["uploadId"]) == (["7"], ["u+/="])
    assert "lee-secret" not in url


def test_a_get_signs_the_host_alone_and_what_s3_shall_answer() -> None:
    disposition = "attachment; filename*=UTF-8''%ED%95%9C a+b.txt"
    asked = {
        "response-content-type": "text/plain; charset=utf-8",
        "response-content-disposition": disposition,
        "versionId": "v+/=",
        "x-amz-request-payer": "requester",
    }
    query = parse_qs(urlsplit(presigner().sign_get("a b", asked, 0)).query)
    assert {name: query[name] for name in asked} == {name: [asked[name]] for name in asked}
    assert query["X-Amz-SignedHeaders"] == ["host"]


def test_a_get_is_another_signature_than_a_put() -> None:
    signer = presigner()
    get, put = signer.sign_get("a", {}, 0), signer.sign_put("a", {}, 0)
    assert urlsplit(get).path == urlsplit(put).path
    signatures = [parse_qs(urlsplit(url).query)["X-Amz-Signature"] for url in (get, put)]
    assert signatures[0] != signatures[1]


@given(st.text(min_size=1, alphabet=st.characters(exclude_categories=["Cs"])))
def test_every_key_survives_the_url(key: str) -> None:
    path = urlsplit(presigner().sign_put(key, {}, 0)).path
    assert path.isascii()
    assert unquote(path) == f"/{key}"
