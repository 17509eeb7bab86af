"""Turning a batch of files into plans: a PUT, a multipart upload or a refusal for each."""

from collections.abc import Callable
from contextlib import suppress

from s3loader.concurrency import concurrently
from s3loader.deadline import Deadline
from s3loader.errors import Forbidden, S3LoaderError, json_params
from s3loader.uploads.answer_size import check_answer_size
from s3loader.uploads.destination import Destination, find_destination
from s3loader.uploads.drafts import Draft, Drafting, Refusal
from s3loader.uploads.models import (
    MultipartPlan,
    PlanUploads,
    PutPlan,
    RefusedPlan,
    UploadPlan,
)
from s3loader.uploads.names import printable
from s3loader.uploads.ports import UploadStore
from s3loader.uploads.put_headers import put_headers
from s3loader.uploads.rules import UploadRules, check_batch


class Planner:
    """Plans one batch for one bucket."""

    def __init__(
        self,
        store: UploadStore,
        rules: UploadRules,
        request: PlanUploads,
        new_nonce: Callable[[], str],
        deadline: Deadline,
    ) -> None:
        self._store = store
        self._rules = rules
        self._request = request
        self._new_nonce = new_nonce
        self._deadline = deadline
        self._begun: list[tuple[str, str]] = []
        self._check_each_put = False

    def plan(self) -> list[UploadPlan]:
        """Return a plan per file, in order; a file that cannot go is refused alone.

        Raises:
            InvalidInput: batch_too_large, prefix_invalid
            Missing: prefix_not_found
            Forbidden: prefix_not_verifiable
            Unauthenticated: credentials_expired and the like; what was begun is aborted
        """
        check_batch(len(self._request.files))
        destination = find_destination(self._store, self._request.prefix)
        check_answer_size(self._request, self._store)
        drafting = Drafting(self._rules, self._request.on_conflict, self._new_nonce)
        drafts = drafting.drafts(self._request.files, destination)
        self._check_each_put = self._is_first_put_denied(drafts)
        try:
            return concurrently(lambda draft: self._carry_out(draft, destination), drafts)
        except BaseException:
            self._abort_begun()
            raise

    def _carry_out(self, draft: Draft | Refusal, to: Destination) -> UploadPlan:
        if isinstance(draft, Refusal):
            return _refused(draft)
        try:
            if self._rules.is_multipart(draft.file.size):
                return self._begin(draft, to)
            return self._put(draft)
        except S3LoaderError as error:
            if error.is_of_account:
                raise
            return _refused(Refusal(draft.file, error))

    def _is_first_put_denied(self, drafts: list[Draft | Refusal]) -> bool:
        """One question for a batch: who may put one file nearly always may put the others."""
        for draft in drafts:
            if isinstance(draft, Draft) and not self._rules.is_multipart(draft.file.size):
                return self._is_put_denied(draft)
        return False

    def _is_put_denied(self, draft: Draft) -> bool:
        try:
            self._store.check_put(draft.key)
        except S3LoaderError as error:
            if error.is_of_account:
                raise
            return isinstance(error, Forbidden)  # of anything else the PUT itself will tell
        return False

    def _put(self, draft: Draft) -> PutPlan:
        if self._check_each_put:
            self._deadline.check()
            self._store.check_put(draft.key)
        must_be_new = self._request.on_conflict != "replace"
        headers = put_headers(draft.content_type, draft.nonce, must_be_new=must_be_new)
        expires_at = self._store.expiry()
        signed = {**headers, "content-length": str(draft.file.size)}
        return PutPlan(
            kind="put",
            name=draft.file.name,
            key=draft.key,
            url=self._store.sign_put(draft.key, signed, draft.turn),
            headers=headers,
            expires_at=expires_at,
            nonce=draft.nonce,
        )

    def _begin(self, draft: Draft, to: Destination) -> MultipartPlan:
        self._deadline.check()
        if self._request.on_conflict == "refuse":
            to.check_free(draft.file.name)  # a PUT would notice at once, parts only at their end
        begun = self._store.begin(draft.key, draft.content_type, draft.nonce)
        self._begun.append((draft.key, begun.upload_id))
        return MultipartPlan(
            kind="multipart",
            name=draft.file.name,
            key=draft.key,
            upload_id=begun.upload_id,
            part_size=self._rules.layout.part_size(draft.file.size),
            part_count=self._rules.layout.part_count(draft.file.size),
            nonce=draft.nonce,
            etag_is_md5=begun.etag_is_md5,
        )

    def _abort_begun(self) -> None:
        """Leave nothing behind that no answer will name."""
        for key, upload_id in self._begun:
            with suppress(S3LoaderError):
                self._store.abort(key, upload_id)


def _refused(refusal: Refusal) -> RefusedPlan:
    return RefusedPlan(
        kind="refused",
        name=printable(refusal.file.name),
        code=refusal.error.code,
        detail=refusal.error.detail,
        params=json_params(refusal.error.params),
    )
