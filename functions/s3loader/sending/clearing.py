"""Making S3 forget a multipart upload that will not be finished."""

from s3loader.errors import Missing, S3LoaderError
from s3loader.observability import logger
from s3loader.pauses import Pause
from s3loader.uploads import service
from s3loader.uploads.models import UploadReference
from s3loader.uploads.ports import UploadStore


def clear(store: UploadStore, key: str, upload_id: str, pause: Pause) -> bool:
    """Abort it and look that no part is left; tell whether that is so."""
    about = {"bucket": store.bucket, "key": key, "uploadId": upload_id}
    try:
        service.abort(
            UploadReference(bucket=store.bucket, key=key, upload_id=upload_id), store, pause
        )
    except Missing:
        pass
    except S3LoaderError as error:
        logger.warning("upload not aborted", extra={**about, "code": error.code})
        return False
    logger.info("upload aborted", extra=about)
    return True
