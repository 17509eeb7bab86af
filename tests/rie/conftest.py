"""The stack of the contract tests, which the emulated function talks to."""

from tests.contract.conftest import bucket as bucket
from tests.contract.conftest import s3 as s3
from tests.contract.conftest import stack as stack
