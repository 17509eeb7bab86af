"""What S3 answers key by key within one request of ours."""

import threading

from s3loader.permissions.witness import Witness, prefix_of


class KeyAnswers:
    """Answers about one action; where those at a prefix differ, none is remembered.

    Safe to share between threads.
    """

    def __init__(self, witness: Witness, action: str) -> None:
        self._witness = witness
        self._action = action
        self._seen: dict[str, set[bool]] = {}
        self._lock = threading.Lock()

    def saw(self, key: str, *, let_through: bool) -> None:
        """Take in one key's answer."""
        prefix = prefix_of(key)
        with self._lock:
            seen = self._seen.setdefault(prefix, set())
            seen.add(let_through)
            if len(seen) > 1:
                self._witness.saw_both(self._action, prefix)
            elif let_through:
                self._witness.saw(self._action, prefix, let_through=True)
            else:
                self._witness.saw_refused(self._action, key)
