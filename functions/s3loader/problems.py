"""Failures as RFC 9457 problem+json."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from pydantic import Field
from starlette.exceptions import HTTPException

from s3loader.errors import ErrorCode, InvalidInput, Params, S3LoaderError, json_params
from s3loader.observability import request_id
from s3loader.schema import Schema

MEDIA_TYPE = "application/problem+json"
PROBLEM_RESPONSE: dict[int | str, dict[str, Any]] = {
    "default": {
        "description": "Problem",
        "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
}
_SHOWN = 20
_SEND_JSON = "Send the body as JSON with the header content-type: application/json."


class Problem(Schema):
    """What every failed call answers; `code` decides the message that a person sees."""

    type: str = Field(description="urn:s3loader:error:<code>")
    title: str
    status: int
    code: ErrorCode
    detail: str = Field(description="English: what happened and what to do.")
    request_id: str
    params: dict[str, str | int | list[str]]


def problem_response(
    status: int, code: ErrorCode, detail: str, params: Params | None = None
) -> Response:
    """Render a failure."""
    problem = Problem(
        type=f"urn:s3loader:error:{code}",
        title=HTTPStatus(status).phrase,
        status=status,
        code=code,
        detail=detail,
        request_id=request_id.get() or "",
        params=json_params(params or {}),
    )
    body = problem.model_dump_json(by_alias=True)
    return Response(body, status_code=status, media_type=MEDIA_TYPE)


def internal_error() -> Response:
    """Render what nobody expected; the log has the rest under the same request id."""
    return problem_response(
        500,
        ErrorCode.INTERNAL,
        "The server failed. Try again; if it stays, report the request id.",
    )


def body_too_large() -> Response:
    """Render a body that no call may have."""
    return problem_response(413, *_HTTP[413])


def add_error_rendering(app: FastAPI) -> None:
    """Make the app answer every failure with a problem."""
    app.add_exception_handler(S3LoaderError, _render_ours)
    app.add_exception_handler(RequestValidationError, _render_wrong_shape)
    app.add_exception_handler(HTTPException, _render_http)


def _render_ours(_: Request, error: Exception) -> Response:
    assert isinstance(error, S3LoaderError)  # noqa: S101 - narrows what Starlette registered
    return problem_response(error.status, error.code, error.detail, error.params)


def _render_wrong_shape(request: Request, error: Exception) -> Response:
    """Name the fields and what is wrong with them, never what was sent."""
    assert isinstance(error, RequestValidationError)  # noqa: S101 - as above
    if not _is_json(request) and error.errors()[0]["loc"] == ("body",):
        return problem_response(InvalidInput.status, ErrorCode.INVALID_REQUEST, _SEND_JSON)
    faults = [(_path(fault), str(fault["msg"])) for fault in error.errors()]
    told = "; ".join(f"{path}: {message}" for path, message in faults[:_SHOWN])
    fields = [path for path, _ in faults[:_SHOWN]]
    return problem_response(
        InvalidInput.status,
        ErrorCode.INVALID_REQUEST,
        f"The request has the wrong shape. {told}",
        {"fields": fields},
    )


def _is_json(request: Request) -> bool:
    return "json" in request.headers.get("content-type", "").lower()


def _path(fault: Mapping[str, Any]) -> str:
    place, *steps = fault["loc"]
    if fault["type"] == "json_invalid":  # the step is an offset into the text
        return str(place)
    return ".".join(str(step) for step in steps) or str(place)


def _render_http(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - as above
    code, detail = _HTTP.get(
        error.status_code, (ErrorCode.INVALID_REQUEST, "The server cannot read this request.")
    )
    response = problem_response(error.status_code, code, detail)
    response.headers.update(error.headers or {})
    return response


_HTTP = {
    404: (ErrorCode.NOT_FOUND, "There is no such page in this API. Check the address."),
    405: (ErrorCode.INVALID_REQUEST, "This page of the API does not take that method."),
    413: (ErrorCode.BODY_TOO_LARGE, "One request takes at most 5 MB. Send smaller batches."),
}
