"""Which harmless try shows what about which action."""

from collections.abc import Callable, Sequence
from functools import partial

from s3loader.concurrency import concurrently
from s3loader.deadline import Deadline
from s3loader.permissions import asked_actions as asked
from s3loader.permissions.ports import Prober

Answers = dict[str, bool | None]
Try = Callable[[], bool | None]


def probe(prober: Prober, prefix: str, actions: Sequence[str], deadline: Deadline) -> Answers:
    """Try what can be tried without changing anything, all at once; too late, nothing is begun.

    Raises:
        Unauthenticated: AWS does not accept the credentials any more
    """
    tries = _tries(prober, prefix, set(actions))
    if deadline.has_passed:
        return {}
    answers: Answers = {}
    for answered in concurrently(lambda attempt: attempt(), tries):
        answers |= answered
    return answers


def _tries(prober: Prober, prefix: str, actions: set[str]) -> list[Callable[[], Answers]]:
    alone: dict[str, Try] = {
        asked.LIST_UPLOADS: partial(prober.list_uploads, prefix),
        asked.PUT: partial(prober.put_object, prefix),
        asked.ABORT: partial(prober.abort_upload, prefix),
        asked.LIST_PARTS: partial(prober.list_parts, prefix),
        asked.GET_CORS: prober.get_cors,
    }
    tries: list[Callable[[], Answers]] = [
        partial(_only, action, attempt) for action, attempt in alone.items() if action in actions
    ]
    read = actions & {asked.LIST, asked.GET}
    return [*tries, partial(_read, prober, prefix, read)] if read else tries


def _only(action: str, attempt: Try) -> Answers:
    return {action: attempt()}


def _read(prober: Prober, prefix: str, actions: set[str]) -> Answers:
    """List, which shows what there is to read."""
    seen = prober.list_bucket(prefix)
    answers = {asked.LIST: seen.let_through}
    if asked.GET in actions and seen.key is not None:
        answers[asked.GET] = prober.get_object(seen.key)
    return {action: answer for action, answer in answers.items() if action in actions}
