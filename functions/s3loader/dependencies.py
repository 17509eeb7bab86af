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


CurrentRuntime = Annotated[Runtime, Depends(_runtime)]


def _caller(
    runtime: CurrentRuntime,
    bearer: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)],
) -> Caller:
    return runtime.accounts.authenticate(bearer.credentials if bearer else None)


CurrentCaller = Annotated[Caller, Depends(_caller)]


def _services(runtime: CurrentRuntime, caller: CurrentCaller) -> CallerServices:
    return CallerServices(CallerAws(runtime, caller, Deadline()))


CurrentServices = Annotated[CallerServices, Depends(_services)]
