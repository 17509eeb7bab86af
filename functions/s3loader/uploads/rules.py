"""What this deployment accepts as an upload."""

from collections.abc import Sequence
from dataclasses import dataclass

from s3loader.errors import ErrorCode, InvalidInput
from s3loader.limits import MAX_FILES_PER_BATCH, MAX_OBJECT_SIZE
from s3loader.uploads.content_types import check_content_type
from s3loader.uploads.layout import Layout
from s3loader.uploads.names import check_key, check_name

_PARTS = Layout()


@dataclass(frozen=True)
class UploadRules:
    """Sizes in bytes; a file larger than `multipart_threshold` goes in parts."""

    multipart_threshold: int = 100_000_000
    max_file_size: int = MAX_OBJECT_SIZE
    allowed_types: Sequence[str] = ("*/*",)
    layout: Layout = _PARTS

    def is_multipart(self, size: int) -> bool:
        """Tell whether a file goes in parts."""
        return size > self.multipart_threshold

    def check(self, prefix: str, name: str, size: int, declared_type: str) -> str:
        """Return the content type of a file that may be uploaded.

        Raises:
            InvalidInput: name_invalid, key_too_long, file_too_large, content_type_not_allowed
        """
        check_name(name)
        check_key(prefix + name)
        self.check_size(size)
        return check_content_type(name, declared_type, self.allowed_types)

    def check_size(self, size: int) -> None:
        """Refuse a file that is larger than the deployment takes.

        Raises:
            InvalidInput: file_too_large
        """
        if size > self.max_file_size:
            raise InvalidInput(
                ErrorCode.FILE_TOO_LARGE,
                f"This server accepts files of up to {self.max_file_size} bytes.",
                {"size": size, "limit": self.max_file_size},
            )


def check_batch(count: int, limit: int = MAX_FILES_PER_BATCH) -> None:
    """Refuse a batch that is too large for one call.

    Raises:
        InvalidInput: batch_too_large
    """
    if count > limit:
        raise InvalidInput(
            ErrorCode.BATCH_TOO_LARGE,
            f"One call takes at most {limit} entries. Send the rest in another call.",
            {"count": count, "limit": limit},
        )
