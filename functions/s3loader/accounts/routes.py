"""HTTP of /api/account."""

from fastapi import APIRouter

from s3loader.accounts.models import Account, NewAccount, RegisteredAccount
from s3loader.dependencies import CurrentCaller, CurrentRuntime

router = APIRouter(prefix="/api/account", tags=["accounts"])


@router.post("")
def register_account(new: NewAccount, runtime: CurrentRuntime) -> RegisteredAccount:
    """Check credentials with STS and seal them into a token."""
    return runtime.accounts.register(new)


@router.get("")
def read_account(caller: CurrentCaller) -> Account:
    """Tell whose account the bearer stands for; asks AWS nothing."""
    return Account(identity=caller.identity, masked_key_id=caller.credentials.masked_key_id)
