"""Judging a batch of files by every rule, before any of them is begun."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from s3loader.errors import S3LoaderError
from s3loader.uploads.destination import Destination
from s3loader.uploads.models import NewFile, OnConflict
from s3loader.uploads.names import check_key
from s3loader.uploads.rules import UploadRules


@dataclass(frozen=True)
class Draft:
    """A file that may be uploaded, and as what; `turn` is its place in the batch."""

    turn: int
    file: NewFile
    key: str
    content_type: str
    nonce: str


@dataclass(frozen=True)
class Refusal:
    """A file that may not be uploaded, and why."""

    file: NewFile
    error: S3LoaderError


@dataclass(frozen=True)
class Drafting:
    """Gives each file of a batch its key, or says why it cannot go."""

    rules: UploadRules
    on_conflict: OnConflict
    new_nonce: Callable[[], str]

    def drafts(self, files: Sequence[NewFile], to: Destination) -> list[Draft | Refusal]:
        """Return a draft or a refusal per file, in order."""
        if self.on_conflict == "keep-both":
            to.learn(file.name for file in files)
        return [self._draft(turn, file, to) for turn, file in enumerate(files)]

    def _draft(self, turn: int, file: NewFile, to: Destination) -> Draft | Refusal:
        try:
            content_type = self.rules.check(to.prefix, file.name, file.size, file.content_type)
            key = to.prefix + to.name_for(file.name, self.on_conflict)
            check_key(key)
        except S3LoaderError as error:
            return Refusal(file, error)
        return Draft(turn, file, key, content_type, self.new_nonce())
