from dataclasses import dataclass, field

import pytest
from cryptography.fernet import Fernet
from pydantic import SecretStr
from s3loader.accounts.arns import identity_of
from s3loader.accounts.models import NewAccount
from s3loader.accounts.seal import Sealer
from s3loader.accounts.service import Accounts, Lending
from s3loader.bucket_access import BucketAccess
from s3loader.caller import Caller, Credentials
from s3loader.errors import ErrorCode, Forbidden, InvalidInput, Unauthenticated

SERVER = Caller(Credentials("AKIASERVERSERVERSERV", "server"), identity_of("arn:aws:iam::1:root"))


@dataclass
class FakeSts:
    asked: list[str] = field(default_factory=list)

    def knows_region(self, region: str) -> bool:
        return region != "mars-north-1"

    def arn_of(self, credentials: Credentials, region: str) -> str:
        self.asked.append(region)
        return "arn:aws:iam::123456789012:user/lee"


class FakeServerAccount:
    def caller(self) -> Caller:
        return SERVER


class FakeSignIn:
    def verify(self, id_token: str) -> None:
        if id_token != "valid":
            raise Unauthenticated(ErrorCode.SIGN_IN_INVALID, "no")


class Keys:
    def __init__(self) -> None:
        self.key = Fernet.generate_key()

    def read(self) -> list[bytes]:
        return [self.key]


def accounts(lending: Lending = "off", regions: tuple[str, ...] = ()) -> Accounts:
    return Accounts(
        sealer=Sealer(Keys()),
        identities=FakeSts(),
        server_account=FakeServerAccount(),
        sign_in=FakeSignIn() if lending == "signed-in" else None,
        lending=lending,
        access=BucketAccess(allowed_regions=regions),
        default_region="ap-northeast-2",
    )


def form(region: str | None = None) -> NewAccount:
    return NewAccount(
        access_key_id="AKIAIOSFODNN7EXAMPLE", secret_access_key=SecretStr("s" * 40), region=region
    )


def test_a_registered_account_comes_back_by_its_token() -> None:
    here = accounts()
    registered = here.register(form("eu-west-1"))
    caller = here.authenticate(registered.token)
    assert caller.credentials == Credentials(
        "AKIAIOSFODNN7EXAMPLE", "s" * 40, None, region="eu-west-1"
    )
    assert caller.identity == registered.identity
    assert registered.masked_key_id == "AKIA••••••••MPLE"


def test_the_region_that_a_person_gives_is_where_sts_is_asked() -> None:
    here = accounts()
    here.register(form("eu-west-1"))
    here.register(form())
    assert isinstance(here.identities, FakeSts)
    assert here.identities.asked == ["eu-west-1", "ap-northeast-2"]


def test_a_region_that_is_unknown_or_not_served_is_refused() -> None:
    with pytest.raises(InvalidInput) as unknown:
        accounts().register(form("mars-north-1"))
    assert unknown.value.code is ErrorCode.REGION_UNKNOWN
    with pytest.raises(Forbidden) as not_allowed:
        accounts(regions=("ap-northeast-2",)).register(form("eu-west-1"))
    assert not_allowed.value.code is ErrorCode.REGION_NOT_ALLOWED


@pytest.mark.parametrize(
    ("lending", "bearer", "code"),
    [
        ("off", None, ErrorCode.NOT_REGISTERED),
        ("off", "something", ErrorCode.TOKEN_INVALID),
        ("off", "s3l1.x", ErrorCode.TOKEN_INVALID),
        ("open", "something", ErrorCode.TOKEN_INVALID),
        ("open", "s3l1.x", ErrorCode.TOKEN_INVALID),
        ("signed-in", None, ErrorCode.SIGN_IN_REQUIRED),
        ("signed-in", "forged", ErrorCode.SIGN_IN_INVALID),
        ("signed-in", "s3l1.x", ErrorCode.TOKEN_INVALID),
    ],
)
def test_nobody_falls_through_to_the_servers_account(
    lending: Lending, bearer: str | None, code: ErrorCode
) -> None:
    with pytest.raises(Unauthenticated) as refused:
        accounts(lending).authenticate(bearer)
    assert refused.value.code is code


def test_the_servers_account_is_lent_to_those_it_is_configured_for() -> None:
    assert accounts("open").authenticate(None) is SERVER
    assert accounts("signed-in").authenticate("valid") is SERVER


def test_an_own_account_goes_before_the_servers() -> None:
    here = accounts("open")
    token = here.register(form()).token
    assert here.authenticate(token).credentials.access_key_id == "AKIAIOSFODNN7EXAMPLE"
