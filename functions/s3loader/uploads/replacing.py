"""What completing a multipart upload may overwrite, where the client does not say."""

from s3loader.errors import Forbidden, Missing
from s3loader.uploads.models import SentUpload
from s3loader.uploads.ports import ListedObject, Over, UploadStore


def allowed_over(store: UploadStore, upload: SentUpload, upload_id: str) -> Over:
    """Return what the client says, or else what the plan must have promised.

    A plan that must not overwrite is refused while the key is taken. So an object that is older
    than the upload was there when a plan to replace it began.
    """
    if upload.on_conflict == "replace":
        return Over("anything")
    if upload.on_conflict is None:
        older = _older_object(store, upload.key, upload_id)
        if older:
            return Over("etag", older.etag)
    return Over("nothing")


def _older_object(store: UploadStore, key: str, upload_id: str) -> ListedObject | None:
    try:
        found = _find(store, key)
        if found and found.last_modified <= store.begun_at(key, upload_id):
            return found
    except (Forbidden, Missing):
        pass  # then nothing may be overwritten
    return None


def _find(store: UploadStore, key: str) -> ListedObject | None:
    """List instead of asking by HEAD, which tells the time in whole seconds only."""
    start = key.rfind("/") + 1
    page = store.list_below(key[:start], starts_with=key[start:])
    return next((found for found in page.objects if found.key == key), None)
