"""What one run into one bucket works with."""

from dataclasses import dataclass

from s3loader.sending.confirming import Confirmer
from s3loader.sending.judging import Judge
from s3loader.sending.options import Options
from s3loader.sending.ports import FileSender, Order, PartSender
from s3loader.sending.progress import Progress
from s3loader.uploads.drafts import Draft
from s3loader.uploads.ports import UploadStore
from s3loader.uploads.rules import UploadRules
from s3loader.uploads.unfinished_ports import OpenUploadLister


@dataclass(frozen=True)
class Tools:
    """S3 with the caller's rights, the deployment's rules, and the person's wishes."""

    store: UploadStore
    rules: UploadRules
    files: FileSender
    parts: PartSender
    open_uploads: OpenUploadLister
    confirmer: Confirmer
    options: Options
    progress: Progress

    @property
    def judge(self) -> Judge:
        """What puts sources under the rules."""
        return Judge(self.store, self.rules, self.options)

    def order(self, draft: Draft) -> Order:
        """Return what a draft asks S3 for."""
        return Order(
            key=draft.key,
            content_type=draft.content_type,
            nonce=draft.nonce,
            storage_class=self.options.storage_class,
            may_replace=self.options.on_conflict == "replace",
        )
