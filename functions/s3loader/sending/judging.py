"""Putting sources under the API's rules: a draft for each that may go, or why it may not."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from s3loader.errors import S3LoaderError
from s3loader.sending.options import Options
from s3loader.uploads.content_types import type_of_name
from s3loader.uploads.destination import Destination, find_destination
from s3loader.uploads.drafts import Draft, Drafting, Refusal
from s3loader.uploads.models import NewFile, OnConflict
from s3loader.uploads.names import check_name
from s3loader.uploads.ports import UploadStore
from s3loader.uploads.rules import UploadRules

Judgement = Draft | S3LoaderError


@dataclass(frozen=True)
class Candidate:
    """What wants to become an object below a prefix; the size in bytes, 0 for a stream."""

    name: str
    size: int


@dataclass(frozen=True)
class Judge:
    """Judges what goes to one prefix."""

    store: UploadStore
    rules: UploadRules
    options: Options

    def judge(self, prefix: str, candidates: Sequence[Candidate]) -> list[Judgement]:
        """Return a judgement per candidate, in order.

        Raises:
            S3LoaderError: where nothing can go to the prefix; see `find_destination`
        """
        to = find_destination(self.store, prefix)
        named = [self._named(candidate) for candidate in candidates]
        files = [file for file in named if isinstance(file, NewFile)]
        drafts = iter(Drafting(self.rules, self._on_conflict, _new_nonce).drafts(files, to))
        return [
            file if isinstance(file, S3LoaderError) else self._looked_up(next(drafts), to)
            for file in named
        ]

    @property
    def _on_conflict(self) -> OnConflict:
        return "refuse" if self.options.on_conflict == "skip" else self.options.on_conflict

    def _named(self, candidate: Candidate) -> NewFile | S3LoaderError:
        try:
            check_name(candidate.name)  # of a name that is no Unicode, not even a NewFile is made
        except S3LoaderError as error:
            return error
        content_type = self.options.content_type or type_of_name(candidate.name) or ""
        return NewFile(name=candidate.name, size=candidate.size, content_type=content_type)

    def _looked_up(self, draft: Draft | Refusal, to: Destination) -> Judgement:
        if isinstance(draft, Refusal):
            return draft.error
        try:
            if self._must_look(draft):
                to.check_free(draft.file.name)
        except S3LoaderError as error:
            return error
        return draft

    def _must_look(self, draft: Draft) -> bool:
        """A PUT would notice at once, parts only at their end, and a dry run never."""
        asks = self.options.dry_run or self.rules.is_multipart(draft.file.size)
        return asks and self._on_conflict == "refuse"


def _new_nonce() -> str:
    return secrets.token_urlsafe(16)
