"""The one call for scripts: `from s3loader.uploads import upload`."""

from s3loader.sending.account import Place
from s3loader.sending.local_settings import LocalSettings
from s3loader.sending.options import Options
from s3loader.sending.progress import NoProgress, Progress
from s3loader.sending.report import UploadReport
from s3loader.sending.run import Run, Sources
from s3loader.settings import load


def upload(
    sources: Sources,
    to: str,
    options: Options | None = None,
    *,
    place: Place | None = None,
    settings: LocalSettings | None = None,
    progress: Progress | None = None,
) -> UploadReport:
    """Upload files or a stream by the API's rules, verify what arrived, and tell the topic.

    Args:
        sources: a path, pattern or directory, or several; or a stream: a file opened for reading
            bytes, or an iterable of bytes, whose length need not be known
        to: `s3://bucket/prefix/`, of which the prefix exists, or `s3://bucket/key` for one source
        options: conflicts, content type, storage class, concurrency, resuming, a dry run
        place: profile, region and endpoint; None: what AWS's own tools would take
        settings: limits, allow-lists and the topic; None: the API's environment variables
        progress: told how far it is, by several threads

    Returns:
        A result per file or stream. What fails for one source is in its result, not raised;
        `upload(...).check()` raises.

    Raises:
        AddressInvalid: address_invalid
        NoCredentials: credentials_missing, credentials_unusable
        Unauthenticated: AWS does not accept the credentials, or no longer
        S3LoaderError: where nothing can go to the bucket at all
        SettingsError: an environment variable is wrong
        KeyboardInterrupt: after what was begun was aborted
    """
    run = Run(
        to,
        options or Options(),
        place or Place(),
        settings or load(LocalSettings),
        progress or NoProgress(),
    )
    return run.upload(sources)
