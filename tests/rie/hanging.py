"""A function that never answers, to see what becomes of one."""

import threading


def handler(event: object, context: object) -> None:
    """Waits for ever."""
    threading.Event().wait()


def large(event: dict[str, int], context: object) -> str:
    """Answers with so many characters."""
    return "x" * event["size"]
