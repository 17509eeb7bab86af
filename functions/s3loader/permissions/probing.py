"""Which harmless try shows what about which action."""

from collections.abc import Callable, Sequence
from functools import partial

from s3loader.concurrency import concurrently
from s3loader.deadline import Deadline
from s3loader.permissions import asked_actions as asked
from s3loader.permissions.ports import Prober

Answers = dict[str, bool | None]


def probe(prober: Prober, prefix: str, actions: Sequence[str], deadline: Deadline) -> Answers:
    """Try what can be tried without changing anything, all at once; too late, nothing is begun.

    Raises:
        Unauthenticated: AWS does not accept the credentials any more
    """
    tries = _tries(prober, prefix)
    chosen = [action for action in actions if action in tries]
    if deadline.has_passed:
        return {}
    answers = concurrently(lambda action: tries[action](), chosen)
    return dict(zip(chosen, answers, strict=True))


def _tries(prober: Prober, prefix: str) -> dict[str, Callable[[], bool | None]]:
    return {
        asked.LIST: partial(prober.list_bucket, prefix),
        asked.LIST_UPLOADS: partial(prober.list_uploads, prefix),
        asked.PUT: partial(prober.put_object, prefix),
        asked.ABORT: partial(prober.abort_upload, prefix),
        asked.LIST_PARTS: partial(prober.list_parts, prefix),
        asked.GET_CORS: prober.get_cors,
    }
