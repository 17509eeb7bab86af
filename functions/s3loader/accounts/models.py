"""The JSON of /api/account."""

from pydantic import Field, SecretStr

from s3loader.caller import Identity
from s3loader.schema import RequestBody, Schema


class NewAccount(RequestBody):
    """Credentials as a person typed them; checked in `accounts.keys`."""

    access_key_id: str
    secret_access_key: SecretStr
    session_token: SecretStr | None = None
    region: str | None = Field(
        None, max_length=64, description="Where to ask STS; the server's region if null."
    )


class AccountIdentity(Schema):
    """Whose an account is."""

    identity: Identity
    masked_key_id: str = Field(description='Like "AKIA••••••••WXYZ".')


class RegisteredAccount(AccountIdentity):
    """An account and the sealed token that stands for it from now on."""

    token: str = Field(description="Send it as `Authorization: Bearer`; only this server opens it.")


class SignedInPerson(Schema):
    """Who has signed in, and which of the server's buckets are theirs."""

    email: str | None
    buckets: list[str] | None = Field(
        description="The only ones that they may use, not all of which need exist; null: no limit."
    )


class Account(AccountIdentity):
    """The account that answers for the bearer, and who uses it where it is the server's."""

    person: SignedInPerson | None = Field(description="Null for an account of one's own.")
