"""What the scripted S3 is doing at present: a script, a record, and what it holds back."""

import asyncio

from tests.faults.checksums import Checksums
from tests.faults.record import Record
from tests.faults.rules import Rules, Script


class Scripted:
    """Begins with no rules: all goes through."""

    def __init__(self) -> None:
        self.script = Script(Rules())
        self.record = Record()
        self.checksums = Checksums()
        self.released = asyncio.Event()

    def follow(self, rules: Rules) -> None:
        """Begins a script and a record; what an earlier one held goes on."""
        self.release()
        self.script = Script(rules)
        self.record = Record()

    def release(self) -> None:
        """Lets go on what is held; what comes later is held again."""
        self.released.set()
        self.released = asyncio.Event()
