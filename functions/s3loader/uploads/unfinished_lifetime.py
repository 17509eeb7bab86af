"""When a bucket's lifecycle rules end unfinished uploads by themselves."""

from s3loader.errors import S3LoaderError
from s3loader.uploads.unfinished_models import PartsLifetime
from s3loader.uploads.unfinished_ports import OpenUploadLister


def read_lifetime(lister: OpenUploadLister, prefix: str) -> PartsLifetime:
    """Return the shortest time of the rules that cover all keys below a prefix."""
    try:
        rules = lister.abort_rules()
    except S3LoaderError:
        return PartsLifetime(kind="unknown", days=None)
    days = [rule.days for rule in rules if prefix.startswith(rule.prefix)]
    if not days:
        return PartsLifetime(kind="none", days=None)
    return PartsLifetime(kind="rule", days=min(days))
