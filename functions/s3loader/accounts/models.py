"""The JSON of /api/account."""

from pydantic import Field, SecretStr

from s3loader.caller import Identity
from s3loader.schema import Schema


class NewAccount(Schema):
    """Credentials as a person typed them; checked in `accounts.keys`."""

    access_key_id: str
    secret_access_key: SecretStr
    session_token: SecretStr | None = None
    region: str | None = Field(
        None, max_length=64, description="Where to ask STS; the server's region if null."
    )


class Account(Schema):
    """The account that answers for the bearer."""

    identity: Identity
    masked_key_id: str = Field(description='Like "AKIA••••••••WXYZ".')


class RegisteredAccount(Account):
    """An account and the sealed token that stands for it from now on."""

    token: str = Field(description="Send it as `Authorization: Bearer`; only this server opens it.")
