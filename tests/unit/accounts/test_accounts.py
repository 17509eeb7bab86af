from dataclasses import dataclass, field

import pytest
from cryptography.fernet import Fernet
from pydantic import SecretStr
from s3loader.accounts.arns import identity_of
from s3loader.accounts.models import NewAccount
from s3loader.accounts.seal import Sealer
from s3loader.accounts.service import Accounts, Lending
from s3loader.bucket_access import BucketAccess
from s3loader.caller import Caller, Credentials, Person
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
    """Knows two tokens; Kim's sign-in was revoked in the last hour."""

    def verify(self, id_token: str, *, check_revoked: bool) -> Person:
        if id_token == "of-lee" or (id_token == "of-kim" and not check_revoked):
            return Person(uid=id_token, email=None, buckets=("reports",))
        raise Unauthenticated(ErrorCode.SIGN_IN_INVALID, "no")


class Keys:
    def __init__(self) -> None:
        self.key = Fernet.generate_key()

    def read(self) -> list[bytes]:
        return [self.key]


def accounts(lending: Lending = "off", regions: tuple[str, ...] | None = None) -> Accounts:
    return Accounts(
        sealer=Sealer(Keys()),
        identities=FakeSts(),
        server_account=FakeServerAccount(),
        sign_in=FakeSignIn(),
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


OF_ANOTHER_SERVER = accounts().register(form()).token


@pytest.mark.parametrize(
    ("lending", "bearer", "code"),
    [
        ("off", None, ErrorCode.NOT_REGISTERED),
        ("off", "something", ErrorCode.TOKEN_INVALID),
        ("off", "of-lee", ErrorCode.TOKEN_INVALID),
        ("off", "s3l1.x", ErrorCode.TOKEN_INVALID),
        ("open", "something", ErrorCode.TOKEN_INVALID),
        ("open", "of-lee", ErrorCode.TOKEN_INVALID),
        ("open", "s3l1.x", ErrorCode.TOKEN_INVALID),
        ("signed-in", None, ErrorCode.SIGN_IN_REQUIRED),
        ("signed-in", "forged", ErrorCode.SIGN_IN_INVALID),
        ("signed-in", "s3l1.x", ErrorCode.TOKEN_INVALID),
        ("signed-in", OF_ANOTHER_SERVER, ErrorCode.TOKEN_INVALID),
        ("signed-in", "", ErrorCode.SIGN_IN_REQUIRED),
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
    lent = accounts("signed-in").authenticate("of-lee")
    assert (lent.credentials, lent.identity) == (SERVER.credentials, SERVER.identity)


def test_who_has_signed_in_is_known_beside_the_servers_identity() -> None:
    here = accounts("signed-in")
    lee, kim = here.authenticate("of-lee"), here.authenticate("of-kim")
    assert (lee.user, kim.user) == ("firebase:of-lee", "firebase:of-kim")
    assert lee.person == Person("of-lee", None, ("reports",))
    assert here.authenticate(here.register(form()).token).person is None
    assert accounts("open").authenticate(None).person is None


def test_a_sign_in_that_was_revoked_is_refused_where_that_is_asked() -> None:
    here = accounts("signed-in")
    assert here.authenticate("of-lee", check_revoked=True).user == "firebase:of-lee"
    with pytest.raises(Unauthenticated) as refused:
        here.authenticate("of-kim", check_revoked=True)
    assert refused.value.code is ErrorCode.SIGN_IN_INVALID


def test_an_own_account_has_no_sign_in_to_revoke() -> None:
    here = accounts("signed-in")
    token = here.register(form()).token
    assert here.authenticate(token, check_revoked=True).person is None


def test_an_own_account_goes_before_the_servers() -> None:
    here = accounts("open")
    token = here.register(form()).token
    assert here.authenticate(token).credentials.access_key_id == "AKIAIOSFODNN7EXAMPLE"
