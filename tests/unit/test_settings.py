import re
from pathlib import Path

import pytest
from s3loader.settings import Settings, SettingsError, load_settings

DOCUMENT = Path(__file__).parents[2] / "docs" / "configuration.md"
SIGNED_IN = {
    "SERVER_CREDENTIALS": "signed-in",
    "FIREBASE_PROJECT_ID": "demo",
    "SIGN_IN_DOMAINS": "example.com",
}
TOPIC = "arn:aws:sns:ap-northeast-2:123456789012:uploads"
IN_FIRESTORE = {
    "STATISTICS": "firestore",
    "FIREBASE_PROJECT_ID": "demo",
    "SNS_TOPIC_ARN": TOPIC,
}
IN_A_FILE = {"STATISTICS": "file", "STATISTICS_FILE": "counts", "SNS_TOPIC_ARN": TOPIC}
NAMES = [name.upper() for name in Settings.model_fields]


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SEAL_KEY_FILE", "seal.key")


def test_the_documented_table_and_the_class_agree() -> None:
    rows = re.findall(r"^\| `([A-Z0-9_]+)` \| (\S+) \|", DOCUMENT.read_text(), re.MULTILINE)
    documented = {name: default.strip("`") for name, default in rows}
    assert documented == {
        name.upper(): _shown(field.default) for name, field in Settings.model_fields.items()
    }


def _shown(default: object) -> str:
    if default is None or default == ():
        return "unset"
    return ",".join(default) if isinstance(default, tuple) else str(default)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("AWS_REGION", "Seoul"),
        ("AWS_ENDPOINT", "127.0.0.1:4577"),
        ("S3_ENDPOINT", "http://127.0.0.1:4577/path"),
        ("S3_PUBLIC_ENDPOINTS", "http://a,ftp://b"),
        ("SEAL_SECRET_ARN", "my-secret"),
        ("SERVER_CREDENTIALS", "everyone"),
        ("FIREBASE_WEB_CONFIG", "{apiKey"),
        ("SIGN_IN_DOMAINS", "example.com,@example.org"),
        ("SIGN_IN_CLAIM", "email_verified"),
        ("SIGN_IN_CLAIM", "may use"),
        ("SIGN_IN_PROVIDERS", "google,password"),
        ("SIGN_IN_BUCKETS", '{"lee@example.com": "reports"}'),
        ("SIGN_IN_BUCKETS", '{"lee@example.com": ["not/ok"]}'),
        ("SIGN_IN_BUCKETS", '{"lee": ["reports"]}'),
        ("SIGN_IN_BUCKETS", '{"@": ["reports"]}'),
        ("SIGN_IN_BUCKETS", '{"@\u212adomain.com": ["reports"]}'),
        ("SIGN_IN_BUCKETS", '{"lee@example.com": [], "Lee@example.com": []}'),
        ("SIGN_IN_BUCKETS", '{"lee@example.com": ["a-1"], "lee@example.com": ["b-1"]}'),
        ("SIGN_IN_BUCKETS", '{"lee@example.com": ["reports"'),
        ("SNS_TOPIC_ARN", "uploads"),
        ("SNS_TOPIC_ARN", "arn:aws:sns:ap-northeast-2:123456789012:uploads.fifo"),
        ("PINNED_BUCKETS", "ok-bucket,not/ok"),
        ("ALLOWED_BUCKETS", "arn:aws:s3:::b"),
        ("ALLOWED_REGIONS", "ap-northeast-2,korea"),
        ("MULTIPART_THRESHOLD", "1"),
        ("PART_SIZE", "65535"),
        ("MAX_FILE_SIZE", "53687091200001"),
        ("ALLOWED_CONTENT_TYPES", "images"),
        ("URL_EXPIRY_SECONDS", "901"),
        ("LOG_LEVEL", "LOUD"),
    ],
)
def test_a_wrong_value_stops_the_process_and_names_the_variable(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    if name == "SEAL_SECRET_ARN":
        monkeypatch.delenv("SEAL_KEY_FILE")
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as error:
        load_settings()
    assert f"  {name}: " in str(error.value)
    assert value not in str(error.value)


@pytest.mark.parametrize(
    ("environment", "named"),
    [
        ({"SEAL_KEY_FILE": ""}, "SEAL_SECRET_ARN"),
        ({"SERVER_CREDENTIALS": "open"}, "HOST"),
        ({"SERVER_CREDENTIALS": "open", "HOST": "0.0.0.0"}, "HOST"),  # noqa: S104
        (
            {
                "SERVER_CREDENTIALS": "open",
                "HOST": "127.0.0.1",
                "AWS_LAMBDA_FUNCTION_NAME": "api",
            },
            "SERVER_CREDENTIALS=open",
        ),
        ({"MULTIPART_THRESHOLD": "1048576"}, "5 MiB"),
        ({"PART_SIZE": "262144"}, "5 MiB"),
        ({"PINNED_BUCKETS": "a-1,b-1", "ALLOWED_BUCKETS": "b-1"}, "PINNED_BUCKETS"),
        ({"SERVER_CREDENTIALS": "signed-in"}, "FIREBASE_PROJECT_ID"),
        ({"SERVER_CREDENTIALS": "signed-in", "FIREBASE_PROJECT_ID": "p"}, "SIGN_IN_DOMAINS"),
        ({**SIGNED_IN, "FIREBASE_PROJECT_ID": ""}, "FIREBASE_PROJECT_ID"),
        ({**SIGNED_IN, "AWS_LAMBDA_FUNCTION_NAME": "api"}, "FIREBASE_SECRET_ARN"),
        ({"SIGN_IN_BUCKETS": '{"@a.io": ["a-1"]}', "ALLOWED_BUCKETS": "b-1"}, "SIGN_IN_BUCKETS"),
        (
            {"FIREBASE_AUTH_EMULATOR_HOST": "localhost:1", "AWS_LAMBDA_FUNCTION_NAME": "api"},
            "FIREBASE_AUTH_EMULATOR_HOST must not",
        ),
        ({"FIREBASE_AUTH_EMULATOR_HOST": "localhost:1"}, "FIREBASE_AUTH_EMULATOR_HOST needs"),
        (
            {"FIREBASE_AUTH_EMULATOR_HOST": "localhost:1", "HOST": "0.0.0.0"},  # noqa: S104
            "FIREBASE_AUTH_EMULATOR_HOST needs",
        ),
        (
            {
                "FIREBASE_AUTH_EMULATOR_HOST": "localhost:1",
                "AWS_ENDPOINT": "https://vpce-1.sts.ap-northeast-2.vpce.amazonaws.com",
                "HOST": "0.0.0.0",  # noqa: S104
            },
            "FIREBASE_AUTH_EMULATOR_HOST needs",
        ),
        ({**IN_A_FILE, "SNS_TOPIC_ARN": ""}, "SNS_TOPIC_ARN"),
        ({**IN_FIRESTORE, "SNS_TOPIC_ARN": ""}, "SNS_TOPIC_ARN"),
        ({**IN_A_FILE, "AWS_LAMBDA_FUNCTION_NAME": "api"}, "STATISTICS=file"),
        ({**IN_FIRESTORE, "AWS_LAMBDA_FUNCTION_NAME": "api"}, "FIREBASE_SECRET_ARN"),
    ],
)
def test_a_dangerous_combination_stops_the_process(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], named: str
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError, match=named):
        load_settings()


def test_lists_are_split_at_commas_and_an_empty_value_is_unset(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("ALLOWED_REGIONS", " ap-northeast-2, us-east-1 ,")
    monkeypatch.setenv("SNS_TOPIC_ARN", "")
    monkeypatch.setenv("FIREBASE_WEB_CONFIG", '{"apiKey": "k"}')
    settings = load_settings()
    assert settings.allowed_regions == ("ap-northeast-2", "us-east-1")
    assert settings.sns_topic_arn is None
    assert settings.firebase_web_config == {"apiKey": "k"}


def test_a_local_s3_takes_parts_that_amazon_s3_would_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("S3_ENDPOINT", "http://127.0.0.1:4577")
    monkeypatch.setenv("MULTIPART_THRESHOLD", "1048576")
    monkeypatch.setenv("PART_SIZE", "65536")
    assert load_settings().part_size == 65536


@pytest.mark.parametrize("region", ["eusc-de-east-1", "us-isob-east-1", "us-gov-west-1"])
def test_regions_of_every_partition_are_regions(
    monkeypatch: pytest.MonkeyPatch, region: str
) -> None:
    monkeypatch.setenv("AWS_REGION", region)
    assert load_settings().aws_region == region


def test_open_works_on_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SERVER_CREDENTIALS", "open")
    monkeypatch.setenv("HOST", "127.0.0.1")
    assert load_settings().server_credentials == "open"


def test_sign_in_by_a_claim_alone_works_with_googles_credentials_in_a_secret(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    secret = "arn:aws:secretsmanager:ap-northeast-2:123456789012:secret:google"
    monkeypatch.setenv("AWS_LAMBDA_FUNCTION_NAME", "api")
    monkeypatch.setenv("FIREBASE_SECRET_ARN", secret)
    for name, value in {**SIGNED_IN, "SIGN_IN_DOMAINS": "", "SIGN_IN_CLAIM": "s3loader"}.items():
        monkeypatch.setenv(name, value)
    assert load_settings().sign_in_claim == "s3loader"


def test_people_are_known_by_their_address_in_lower_case(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIGN_IN_BUCKETS", '{"Lee@Example.com": ["a-1"], "@EXAMPLE.com": []}')
    assert load_settings().sign_in_buckets == {"lee@example.com": ("a-1",), "@example.com": ()}


@pytest.mark.parametrize(
    "variables",
    [
        IN_A_FILE,
        IN_FIRESTORE,
        {
            **IN_FIRESTORE,
            "AWS_LAMBDA_FUNCTION_NAME": "api",
            "FIREBASE_SECRET_ARN": "arn:aws:secretsmanager:ap-northeast-2:123456789012:secret:x",
        },
    ],
)
def test_statistics_of_what_a_topic_gets_are_kept_where_they_last(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str]
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert load_settings().statistics == variables["STATISTICS"]


def test_an_empty_list_of_peoples_buckets_limits_nobody_and_an_empty_object_everybody(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SIGN_IN_BUCKETS", "")
    assert load_settings().sign_in_buckets is None
    monkeypatch.setenv("SIGN_IN_BUCKETS", "{}")
    assert load_settings().sign_in_buckets == {}


@pytest.mark.parametrize("beside", ["AWS_ENDPOINT=http://127.0.0.1:4577", "HOST=127.0.0.1"])
def test_the_auth_emulator_serves_a_local_stack(
    monkeypatch: pytest.MonkeyPatch, beside: str
) -> None:
    monkeypatch.setenv("FIREBASE_AUTH_EMULATOR_HOST", "127.0.0.1:9099")
    monkeypatch.setenv(*beside.split("=", 1))
    assert load_settings().firebase_auth_emulator_host == "127.0.0.1:9099"
