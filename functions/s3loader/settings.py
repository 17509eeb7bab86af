"""Every environment variable, validated once; docs/configuration.md has the table."""

from itertools import chain
from pathlib import Path
from typing import Annotated, Literal, Self, TypeVar
from urllib.parse import urlsplit

from pydantic import Field, Json, ValidationError, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from s3loader.setting_types import (
    BucketName,
    CustomClaim,
    Domain,
    Listed,
    Origin,
    PeoplesBuckets,
    SecretArn,
    TimeZone,
    Unset,
)
from s3loader.upload_settings import UploadSettings

Kind = TypeVar("Kind", bound=BaseSettings)

LOOPBACK_HOSTS = ("127.0.0.1", "localhost", "::1", "[::1]")


def is_loopback(origin: str | None) -> bool:
    """Tell whether an origin is this machine."""
    return origin is not None and urlsplit(origin).hostname in ("127.0.0.1", "localhost", "::1")


class SettingsError(Exception):
    """The environment is wrong; the message names each variable."""


class StatisticsSettings(BaseSettings):
    """What the API and the recorder both need to know: where counts are kept."""

    model_config = SettingsConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    aws_endpoint: Annotated[Origin | None, Unset] = None
    aws_lambda_function_name: Annotated[str | None, Unset] = None
    firebase_project_id: Annotated[str | None, Unset] = None
    firebase_secret_arn: Annotated[SecretArn | None, Unset] = None
    firestore_database: str = "(default)"
    firestore_emulator_host: Annotated[str | None, Unset] = None
    statistics: Literal["off", "firestore", "file"] = "off"
    statistics_file: Annotated[Path | None, Unset] = None
    statistics_time_zone: TimeZone = "Asia/Seoul"
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"

    @model_validator(mode="after")
    def _statistics_have_a_place(self) -> Self:
        if self.statistics == "firestore" and not self.firebase_project_id:
            raise ValueError("STATISTICS=firestore needs FIREBASE_PROJECT_ID")
        if self.statistics == "file" and not self.statistics_file:
            raise ValueError("STATISTICS=file needs STATISTICS_FILE")
        if self.firestore_emulator_host and self.aws_lambda_function_name:
            raise ValueError("FIRESTORE_EMULATOR_HOST must not be set in AWS Lambda")
        return self

    @model_validator(mode="after")
    def _statistics_outlive_a_lambda(self) -> Self:
        if not self.aws_lambda_function_name:
            return self
        if self.statistics == "file":
            raise ValueError("STATISTICS=file is lost in AWS Lambda; use STATISTICS=firestore")
        # Lambda has no Google credentials of its own.
        if self.statistics == "firestore" and not self.firebase_secret_arn:
            raise ValueError("STATISTICS=firestore needs FIREBASE_SECRET_ARN in AWS Lambda")
        return self


class Settings(UploadSettings, StatisticsSettings):
    """What a deployment configures; each field is the variable of the same name in capitals."""

    s3_public_endpoints: Annotated[tuple[Origin, ...], *Listed] = ()

    seal_key_file: Annotated[Path | None, Unset] = None
    seal_secret_arn: Annotated[SecretArn | None, Unset] = None
    server_credentials: Literal["off", "signed-in", "open"] = "off"
    host: Annotated[str | None, Unset] = None
    sign_in_domains: Annotated[tuple[Domain, ...], *Listed] = ()
    sign_in_claim: Annotated[CustomClaim | None, Unset] = None
    sign_in_buckets: Annotated[PeoplesBuckets | None, Unset, NoDecode] = None
    sign_in_providers: Annotated[tuple[Literal["google", "email"], ...], *Listed] = (
        "google",
        "email",
    )
    firebase_web_config: Annotated[Json[dict[str, str]] | None, Unset] = None
    firebase_auth_emulator_host: Annotated[str | None, Unset] = None

    pinned_buckets: Annotated[tuple[BucketName, ...], *Listed] = ()
    url_expiry_seconds: Annotated[int, Field(ge=30, le=900)] = 900

    @property
    def public_origins(self) -> tuple[str, ...]:
        """Where browsers reach a local S3; empty means AWS's own names."""
        return self.s3_public_endpoints or ((self.s3_origin,) if self.s3_origin else ())

    @model_validator(mode="after")
    def _statistics_have_a_source(self) -> Self:
        # The recorder counts what the topic gets; without one everything would be zero for ever.
        if self.statistics != "off" and not self.sns_topic_arn:
            raise ValueError(f"STATISTICS={self.statistics} needs SNS_TOPIC_ARN")
        return self

    @model_validator(mode="after")
    def _one_seal_key(self) -> Self:
        if (self.seal_key_file is None) == (self.seal_secret_arn is None):
            raise ValueError("set one of SEAL_KEY_FILE and SEAL_SECRET_ARN")
        return self

    @model_validator(mode="after")
    def _open_only_on_loopback(self) -> Self:
        if self.server_credentials != "open":
            return self
        if self.aws_lambda_function_name or self.host not in LOOPBACK_HOSTS:
            raise ValueError("SERVER_CREDENTIALS=open needs HOST to be a loopback address")
        return self

    @model_validator(mode="after")
    def _pinned_is_allowed(self) -> Self:
        if self.allowed_buckets and not set(self.pinned_buckets) <= set(self.allowed_buckets):
            raise ValueError("PINNED_BUCKETS must all be among ALLOWED_BUCKETS")
        return self

    @model_validator(mode="after")
    def _sign_in_is_whole(self) -> Self:
        if self.server_credentials != "signed-in":
            return self
        if not self.firebase_project_id:
            raise ValueError("SERVER_CREDENTIALS=signed-in needs FIREBASE_PROJECT_ID")
        if not (self.sign_in_domains or self.sign_in_claim):
            raise ValueError("SERVER_CREDENTIALS=signed-in needs SIGN_IN_DOMAINS or SIGN_IN_CLAIM")
        # Lambda has no Google credentials of its own, and who deletes is looked up.
        if self.aws_lambda_function_name and not self.firebase_secret_arn:
            raise ValueError("SERVER_CREDENTIALS=signed-in needs FIREBASE_SECRET_ARN in AWS Lambda")
        return self

    @model_validator(mode="after")
    def _people_get_allowed_buckets(self) -> Self:
        named = set(chain.from_iterable((self.sign_in_buckets or {}).values()))
        if self.allowed_buckets and not named <= set(self.allowed_buckets):
            raise ValueError("SIGN_IN_BUCKETS must all be among ALLOWED_BUCKETS")
        return self

    @model_validator(mode="after")
    def _emulator_guards_nothing_real(self) -> Self:
        # With an emulator, verify_id_token accepts unsigned and expired tokens.
        if not self.firebase_auth_emulator_host:
            return self
        if self.aws_lambda_function_name:
            raise ValueError("FIREBASE_AUTH_EMULATOR_HOST must not be set in AWS Lambda")
        if not is_loopback(self.aws_endpoint) and self.host not in LOOPBACK_HOSTS:
            raise ValueError(
                "FIREBASE_AUTH_EMULATOR_HOST needs AWS_ENDPOINT or HOST to be a loopback address"
            )
        return self


def load_settings() -> Settings:
    """Read the API's environment.

    Raises:
        SettingsError: naming every variable that is wrong, and never its value.
    """
    return load(Settings)


def load(kind: type[Kind]) -> Kind:
    """Read the environment into settings of a kind.

    Raises:
        SettingsError: naming every variable that is wrong, and never its value.
    """
    try:
        return kind()
    except ValidationError as error:
        raise SettingsError(_explain(error)) from None


def _explain(error: ValidationError) -> str:
    lines = []
    for problem in error.errors(include_input=False, include_url=False):
        name = str(problem["loc"][0]).upper() + ": " if problem["loc"] else ""
        lines.append(f"  {name}{problem['msg'].removeprefix('Value error, ')}")
    return "Wrong environment variables:\n" + "\n".join(lines)
