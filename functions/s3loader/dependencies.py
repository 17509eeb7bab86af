"""What routes ask for, as annotated aliases."""

from typing import Annotated

from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from s3loader.caller import Caller
from s3loader.caller_aws import CallerAws
from s3loader.caller_services import CallerServices
from s3loader.deadline import Deadline
from s3loader.runtime import Runtime

_bearer = HTTPBearer(
    auto_error=False,
    description="The sealed token of POST /api/account, or a Firebase ID token where "
    "GET /api/config says signed-in.",
)


def _runtime(request: Request) -> Runtime:
    runtime: Runtime = request.app.state.runtime
    return runtime


def _deadline() -> Deadline:
    return Deadline()


CurrentRuntime = Annotated[Runtime, Depends(_runtime)]
CurrentDeadline = Annotated[Deadline, Depends(_deadline)]
Bearer = Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)]


def _caller(request: Request, runtime: CurrentRuntime, bearer: Bearer) -> Caller:
    return _authenticated(request, runtime, bearer, check_revoked=False)


def _unrevoked_caller(request: Request, runtime: CurrentRuntime, bearer: Bearer) -> Caller:
    return _authenticated(request, runtime, bearer, check_revoked=True)


def _authenticated(
    request: Request, runtime: Runtime, bearer: Bearer, *, check_revoked: bool
) -> Caller:
    token = bearer.credentials if bearer else None
    caller = runtime.accounts.authenticate(token, check_revoked=check_revoked)
    request.state.uid = caller.person.uid if caller.person else None
    return caller


CurrentCaller = Annotated[Caller, Depends(_caller)]
UnrevokedCaller = Annotated[Caller, Depends(_unrevoked_caller)]


def _services(
    deadline: CurrentDeadline, runtime: CurrentRuntime, caller: CurrentCaller
) -> CallerServices:
    return CallerServices(CallerAws(runtime, caller, deadline))


def _unrevoked_services(
    deadline: CurrentDeadline, runtime: CurrentRuntime, caller: UnrevokedCaller
) -> CallerServices:
    deadline.check()  # asking Firebase may have taken most of the time
    return CallerServices(CallerAws(runtime, caller, deadline))


CurrentServices = Annotated[CallerServices, Depends(_services)]
# For what cannot be undone: a sign-in that was revoked in its last hour is refused too.
UnrevokedServices = Annotated[CallerServices, Depends(_unrevoked_services)]
