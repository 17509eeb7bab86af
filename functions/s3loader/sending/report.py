"""What became of everything that one call was given."""

from collections.abc import Sequence
from dataclasses import dataclass

from s3loader.sending.results import Failed, Result


class UploadsFailed(Exception):
    """Some sources did not arrive; `failures` says why for each."""

    def __init__(self, failures: Sequence[Failed]) -> None:
        told = "; ".join(f"{failure.source}: {failure.detail}" for failure in failures[:3])
        super().__init__(f"{len(failures)} of the uploads failed: {told}")
        self.failures = failures


@dataclass(frozen=True)
class UploadReport:
    """A result per source, in the order in which they were known.

    Attributes:
        aborted: keys whose multipart uploads were aborted, so that S3 keeps nothing of them
        left: keys of which S3 may still keep parts, because it could not be asked to forget them
    """

    results: Sequence[Result]
    aborted: Sequence[str] = ()
    left: Sequence[str] = ()

    @property
    def failures(self) -> list[Failed]:
        """Those that did not arrive."""
        return [result for result in self.results if result.kind == "failed"]

    def check(self) -> "UploadReport":
        """Return the report if everything arrived.

        Raises:
            UploadsFailed: else
        """
        if self.failures:
            raise UploadsFailed(self.failures)
        return self
