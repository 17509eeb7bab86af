"""Plans of a batch, in the words of a test."""

from collections.abc import Callable, Iterator
from itertools import count
from typing import Literal

from s3loader.deadline import Deadline
from s3loader.errors import ErrorCode
from s3loader.uploads.models import (
    NewFile,
    PlanUploads,
    RefusedPlan,
    UploadPlan,
)
from s3loader.uploads.rules import UploadRules
from s3loader.uploads.service import plan

from tests.unit.uploads.fake_store import FakeStore
from tests.unit.uploads.requests import ample_time

BIG = 100_000_001
OnConflict = Literal["refuse", "replace", "keep-both"]


def nonces() -> Callable[[], str]:
    numbers: Iterator[int] = count(1)
    return lambda: f"nonce-{next(numbers)}"


def planned(
    store: FakeStore,
    *files: tuple[str, int],
    prefix: str = "in/",
    on_conflict: OnConflict = "refuse",
    rules: UploadRules | None = None,
    deadline: Deadline | None = None,
) -> list[UploadPlan]:
    request = PlanUploads(
        bucket="demo",
        prefix=prefix,
        on_conflict=on_conflict,
        files=[NewFile(name=name, size=size, content_type="text/plain") for name, size in files],
    )
    return plan(request, store, rules or UploadRules(), nonces(), deadline or ample_time()).plans


def code_of(plan: UploadPlan) -> ErrorCode:
    assert isinstance(plan, RefusedPlan)
    return plan.code
