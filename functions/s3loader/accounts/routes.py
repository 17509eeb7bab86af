"""HTTP of /api/account."""

from fastapi import APIRouter

from s3loader.accounts.models import Account, NewAccount, RegisteredAccount, SignedInPerson
from s3loader.caller import Person
from s3loader.dependencies import CurrentCaller, CurrentRuntime

router = APIRouter(prefix="/api/account", tags=["accounts"])


@router.post("")
def register_account(new: NewAccount, runtime: CurrentRuntime) -> RegisteredAccount:
    """Check credentials with STS and seal them into a token."""
    return runtime.accounts.register(new)


@router.get("")
def read_account(caller: CurrentCaller) -> Account:
    """Tell whose account the bearer stands for; asks AWS nothing."""
    return Account(
        identity=caller.identity,
        masked_key_id=caller.credentials.masked_key_id,
        person=_shown(caller.person) if caller.person else None,
    )


def _shown(person: Person) -> SignedInPerson:
    buckets = person.buckets
    return SignedInPerson(email=person.email, buckets=None if buckets is None else list(buckets))
