"""Counting what a queue's messages tell."""

from collections.abc import Sequence

from s3loader.activity.counting import entry_of
from s3loader.activity.ports import Entry, Ledger
from s3loader.activity.queued import Malformed, QueuedMessage
from s3loader.observability import logger


def record(messages: Sequence[QueuedMessage], ledger: Ledger) -> list[str]:
    """Count each event once and return the ids of the messages that must come again.

    A message that can never be counted is among them, so that it ends in the dead-letter queue.
    """
    failed: list[str] = []
    entries: dict[str, Entry] = {}
    for message in messages:
        try:
            event = message.event()
            if event:
                entries[message.id] = entry_of(event, ledger.zone)
            else:
                _log("event of an unknown type ignored", message)
        except Malformed as problem:
            _log("message is no event", message, problem=str(problem))
            failed.append(message.id)
    counted = ledger.store.record(list(entries.values())) if entries else set()
    return failed + [message for message, entry in entries.items() if entry.event not in counted]


def _log(what: str, message: QueuedMessage, **more: str) -> None:
    logger.error(what, extra={"messageId": message.id, **more})
